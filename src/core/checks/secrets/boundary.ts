/** Where a token can begin. */

function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f
  );
}

/**
 * Whether a token can begin here: no letter, digit or `_` stands before it,
 * unless as a part of an escape (`\n` in a string's source, `%3D` in a URL).
 */
export function canBegin(text: string, at: number): boolean {
  if (at === 0 || !isWord(text.charCodeAt(at - 1))) {
    return true;
  }
  const before = text[at - 1];
  return (
    (text[at - 2] === '\\' &&
      (before === 'n' || before === 'r' || before === 't')) ||
    (text[at - 3] === '%' && /^[\dA-F]{2}$/i.test(text.slice(at - 2, at)))
  );
}

/** A character of a run, as a test of its code. */
export type InRun = (code: number) => boolean;

/** Letters and digits. */
export const alphanumeric: InRun = code => code !== 0x5f && isWord(code);

/** Hexadecimal digits in lower case. */
export const hexadecimal: InRun = code =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66);

/**
 * The first run of exactly so many characters that begins at most `within`
 * characters on, with no letter or digit on either side of it.
 */
export function runAfter(
  text: string,
  from: number,
  within: number,
  length: number,
  inRun: InRun
): { start: number; end: number } | null {
  for (let start = from; start <= from + within; start++) {
    if (!inRun(text.charCodeAt(start)) || !canBegin(text, start)) {
      continue;
    }
    let end = start;
    while (end - start <= length && inRun(text.charCodeAt(end))) {
      end++;
    }
    if (end - start === length && !isWord(text.charCodeAt(end))) {
      return { start, end };
    }
  }
  return null;
}
