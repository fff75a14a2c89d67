/** Short pieces of what was found, to be shown. */

/** Characters of an excerpt. */
const EXCERPT_LENGTH = 80;

const ANSI = /\u001b\[[0-9;?]{0,40}[A-Za-z]/g;

/* What moves the cursor, hides or turns around the text beside it. */
const INVISIBLE =
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/* A run of letters and digits without a break, as keys and tokens have. */
const TOKEN = /[\w+=-]{20,}/g;

/** A text without the codes by which terminals colour it. */
export function withoutColours(text: string): string {
  return text.includes('\u001b') ? text.replace(ANSI, '') : text;
}

/**
 * A text on one line of at most 80 characters. Long runs of letters and digits
 * are shortened: a check that looks for something else may meet a key.
 */
export function excerptOf(text: string): string {
  const line = withoutColours(text.slice(0, 2_000))
    .replace(INVISIBLE, ' ')
    .replace(TOKEN, run =>
      /\d/.test(run) && /[A-Za-z]/.test(run)
        ? `${run.slice(0, 4)}…${run.slice(-3)}`
        : run
    )
    .trim();
  return line.length <= EXCERPT_LENGTH
    ? line
    : `${line.slice(0, EXCERPT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** An excerpt of a text around a place in it. */
export function excerptAround(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const start = Math.max(lineStart, at - 20);
  const end = text.indexOf('\n', at);
  const part = text.slice(start, end === -1 ? at + 200 : end);
  return excerptOf(start > lineStart ? `…${part}` : part);
}
