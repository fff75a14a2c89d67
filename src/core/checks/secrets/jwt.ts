import { canBegin } from './boundary';
import { IRule } from './rule';

const PATTERN =
  /eyJ[\w-]{10,4096}\.(eyJ[\w-]{10,4096})\.[\w-]{10,4096}(?![\w-])/y;

/** A JSON web token. One that has run out opens nothing any more. */
export const jwt: IRule = {
  id: 'jwt',
  level: 'warn',
  keywords: ['eyj'],
  find: (text, at, _, { now }) => {
    if (text[at - 1] === '-' || !canBegin(text, at)) {
      return null;
    }
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match) {
      return null;
    }
    const exp = expiry(match[1]);
    const found = { start: at, end: at + match[0].length };
    return exp !== null && exp * 1000 < now
      ? { ...found, level: 'note', remark: 'expired' }
      : found;
  }
};

/** When a token's claims say that it runs out, in seconds since 1970. */
function expiry(claims: string): number | null {
  try {
    const text = atob(claims.replace(/-/g, '+').replace(/_/g, '/'));
    const { exp } = JSON.parse(text);
    return typeof exp === 'number' ? exp : null;
  } catch {
    /* Claims that nobody can read do not say when they end. */
    return null;
  }
}
