import { IRule } from './rule';

/** Below this a token would be found everywhere. */
const LEAST = 8;

/**
 * The token with which the user is signed in, and its base64 at each of the
 * three ways in which it can fall on base64's groups. No false alarm is possible.
 */
export function ownToken(token: string): IRule | null {
  if (token.length < LEAST || !/^[\x21-\x7e]+$/.test(token)) {
    return null;
  }
  const forms = [token, ...[0, 1, 2].map(lead => base64Core(token, lead))];
  return {
    id: 'own-token',
    level: 'stop',
    keywords: forms.map(form => form.toLowerCase()),
    find: (text, at) => {
      const form = forms.find(f => text.startsWith(f, at));
      return form === undefined ? null : { start: at, end: at + form.length };
    }
  };
}

/** What of the base64 depends on the token alone, if so many bytes come before it. */
function base64Core(token: string, lead: number): string {
  const first = Math.ceil((lead * 8) / 6);
  const whole = Math.floor(((lead + token.length) * 8) / 6);
  return btoa('\0'.repeat(lead) + token).slice(first, whole);
}
