import { IMatch, IRule, ISpan } from './rule';

/** Characters on either side of `PATH` that are looked at. */
export const AROUND = 16_000;

/** So many variables make a dump. */
const LEAST = 10;

/** After a look at a place, nothing new can be seen for so many characters. */
const PAUSE = AROUND / 2;

/** Characters of `path=`; the other keywords begin with a quote. */
const PLAIN = 5;

/* `NAME=value` on a line or quoted as a whole, or `'NAME': 'value'` in a dictionary. */
const PAIR =
  /\b(?:([A-Z][A-Z0-9_]{1,60})=(?:"([^"\r\n]{1,4000})"|'([^'\r\n]{1,4000})'|([^"'\r\n]{1,4000}))|([A-Z][A-Z0-9_]{1,60})["']: ?(?:'([^'\r\n]{1,4000})'|"([^"\r\n]{1,4000})"))/g;

/* A value that is still to be worked out: a script, no dump. */
const COMPUTED = /\$[\w({]|^\*\*\*/;

/**
 * All variables of the environment, printed: some of them often are secrets.
 * Made anew for each scan: it remembers where it has looked.
 */
export function envDump(): IRule {
  let lookedIn: string | null = null;
  let lookedUpTo = 0;
  return {
    id: 'env-dump',
    level: 'stop',
    keywords: ['path=', "'path':", '"path":'],
    guessable: true,
    find: (text, at, length) => {
      if (!text.startsWith('PATH', at + (length > PLAIN ? 1 : 0))) {
        return null;
      }
      if (text === lookedIn && at < lookedUpTo) {
        return null;
      }
      lookedIn = text;
      lookedUpTo = at + PAUSE;
      return dumpAround(text, at);
    }
  };
}

function dumpAround(text: string, at: number): IMatch | null {
  const from = Math.max(0, at - AROUND);
  const around = text.slice(from, at + AROUND);
  // A look for one word before one for all that looks like a variable.
  if (!around.includes('HOME')) {
    return null;
  }
  const parts: ISpan[] = [];
  const names = new Set<string>();
  for (const match of around.matchAll(PAIR)) {
    const [whole, plainName, a, b, unquoted, quotedName, c, d] = match;
    const value = a ?? b ?? unquoted ?? c ?? d;
    if (!COMPUTED.test(value)) {
      const quote = unquoted === undefined ? 1 : 0;
      const end = from + match.index + whole.length - quote;
      parts.push({ start: end - value.length, end });
      names.add(plainName ?? quotedName);
    }
  }
  return names.size >= LEAST && names.has('PATH') && names.has('HOME')
    ? { start: parts[0].start, end: parts[parts.length - 1].end, parts }
    : null;
}
