import { IToken } from './token';

const CLOSING = new Set([')', ']', '}']);
const ENDS = new Set([',', ';', ':', '=', '<-', '<<-', '->', ...CLOSING]);

/** Whether an expression ends before a token. */
export function isEnd(token: IToken): boolean {
  return (
    token.kind === 'newline' ||
    token.kind === 'magic' ||
    (token.kind === 'operator' && ENDS.has(token.text))
  );
}

/** Whether a token opens a bracket. */
export function isOpening(token: IToken): boolean {
  return token.kind === 'operator' && /^[([{]$/.test(token.text);
}

/** Whether a token closes a bracket. */
export function isClosing(token: IToken): boolean {
  return token.kind === 'operator' && CLOSING.has(token.text);
}
