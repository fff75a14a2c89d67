import { IRule } from './rule';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y;

/*
 * Up to the next `--`: base64, PEM's headers, and what quotes, comments and
 * indents such a block in source code. Bounded: 16384-bit keys have 12,700.
 */
const BODY = /(?:[A-Za-z0-9+/=\s\\"'`,.:;()#>|*%]|-(?!-)){0,16000}/y;

const END = /-----END [A-Z0-9 ]{0,40}-----/y;

/** Characters of base64 without which there is only a header, as in documentation. */
const LEAST = 32;

/** A private key in PEM or PGP's armour, all of it. */
export const privateKey: IRule = {
  id: 'private-key',
  level: 'stop',
  keywords: ['-----begin '],
  find: (text, at) => {
    BEGIN.lastIndex = at;
    if (!BEGIN.test(text)) {
      return null;
    }
    BODY.lastIndex = BEGIN.lastIndex;
    const body = BODY.exec(text)?.[0] ?? '';
    const bodyEnd = BEGIN.lastIndex + body.length;
    END.lastIndex = bodyEnd;
    if (END.test(text)) {
      return hasKey(body) ? { start: at, end: END.lastIndex } : null;
    }
    /* Cut off: what still is base64 belongs to the key, and no prose. */
    const rest = base64Start(body);
    return hasKey(rest)
      ? { start: at, end: BEGIN.lastIndex + rest.length }
      : null;
  }
};

/** The body up to its last long run of base64. */
function base64Start(body: string): string {
  let end = 0;
  for (const { 0: run, index } of body.matchAll(/[A-Za-z0-9+/=]+/g)) {
    if (run.length >= 30) {
      end = index + run.length;
    } else if (end) {
      break;
    }
  }
  return body.slice(0, end);
}

function hasKey(body: string): boolean {
  return body.replace(/[^A-Za-z0-9+/]/g, '').length >= LEAST;
}
