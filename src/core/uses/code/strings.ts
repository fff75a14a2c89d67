/** String literals of Python, R and Julia: where they end, and what they say. */
import { Language } from '../moduleUse';
import { HOLE, StringPart } from './token';

/** A string literal that was read. */
export interface IString {
  readonly parts: readonly StringPart[];
  readonly end: number;
  /** It has no end. It was taken to the end of its line, a multi-line one to the end of the code. */
  readonly isOpen: boolean;
}

/** Longer strings are data, not names of files. */
const longest = 2000;
/** Longer code in a string is none that gives a part of a name. */
const longestHole = 300;

/**
 * Read the string whose opening quote is at an offset.
 *
 * @param prefix - the letters before the quote, in lower case: `rb`, `f`, `raw`.
 * @param lastLine - where a multi-line string is cut at the latest.
 */
export function readString(
  source: string,
  at: number,
  prefix: string,
  language: Language,
  lastLine = source.length
): IString {
  if (language === 'R' && prefix === 'r') {
    const raw = rawOfR(source, at);
    if (raw) {
      return raw;
    }
  }
  const quote = source[at];
  const triple = quote.repeat(3);
  const isTriple = language !== 'R' && source.startsWith(triple, at);
  const mark = isTriple ? triple : quote;
  const isRaw = /r/.test(prefix);
  const hasHoles = language === 'python' ? /[ft]/.test(prefix) : !prefix;
  const reader = new Pieces(isRaw);
  /* Only Python ends a string with one quote at the end of the line. */
  const endsAtLine = mark.length === 1 && language === 'python';
  let i = at + mark.length;
  while (i < lastLine) {
    const character = source[i];
    if (character === '\\') {
      i += reader.escape(source, i);
    } else if (source.startsWith(mark, i)) {
      return { parts: reader.parts(), end: i + mark.length, isOpen: false };
    } else if (endsAtLine && character === '\n') {
      return { parts: reader.parts(), end: i, isOpen: true };
    } else {
      const end = hasHoles ? holeEnd(source, i, language, endsAtLine) : i;
      if (end > i) {
        reader.hole(source.slice(i, Math.min(end, i + longest)), language);
        i = end;
      } else {
        const isDouble = hasHoles && language === 'python' && /[{}]/.test(character) && source[i + 1] === character; // prettier-ignore
        reader.add(character);
        i += isDouble ? 2 : 1;
      }
    }
  }
  return { parts: reader.parts(), end: lastLine, isOpen: true };
}

/** Gathers the pieces of a string, up to a length. */
class Pieces {
  constructor(private readonly _isRaw: boolean) {}

  add(text: string): void {
    if (this._length < longest) {
      this._text += text === HOLE ? '\uFFFD' : text;
      this._length += text.length;
    }
  }

  /** Take an escape sequence; gives its length. */
  escape(source: string, at: number): number {
    const next = source[at + 1] ?? '';
    const simple: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\n': '', '\\': '\\', '"': '"', "'": "'", '0': ' ', a: ' ', b: ' ', f: ' ', v: ' ' }; // prettier-ignore
    if (!this._isRaw && /[xuU]/.test(next)) {
      const code = /^[0-9a-fA-F]{2,8}/.exec(source.slice(at + 2, at + 10))?.[0];
      const digits = code?.slice(0, { x: 2, u: 4, U: 8 }[next]) ?? '';
      const point = digits ? parseInt(digits, 16) : 0xfffd;
      this.add(point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD');
      return 2 + digits.length;
    }
    this.add(this._isRaw ? `\\${next}` : (simple[next] ?? `\\${next}`));
    return 2;
  }

  /** Take what is put in at run time, with its braces or its `$`. */
  hole(text: string, language: Language): void {
    if (this._length >= longest) {
      return;
    }
    const code =
      language === 'python'
        ? /^\{\s*([^!:=}]*)/.exec(text)?.[1]
        : /^\$\(?([^)]*)/.exec(text)?.[1];
    this._flush();
    this._parts.push({ code: (code ?? '').trim() });
    this._length++;
  }

  parts(): StringPart[] {
    if (this._length >= longest) {
      this.hole('', 'python');
      this._flush();
      return [...this._parts, { code: '' }];
    }
    this._flush();
    return this._parts;
  }

  private _flush(): void {
    if (this._text) {
      this._parts.push(this._text);
      this._text = '';
    }
  }

  private readonly _parts: StringPart[] = [];
  private _text = '';
  private _length = 0;
}

/** The end of what is put into a string at an offset, or the offset itself. */
function holeEnd(
  source: string,
  at: number,
  language: Language,
  endsAtLine: boolean
): number {
  if (language === 'R') {
    return at;
  }
  if (language === 'julia') {
    if (source[at] !== '$') {
      return at;
    }
    const name = /^\$[\p{L}_][\p{L}\p{N}_]*/u.exec(source.slice(at, at + 200));
    return name
      ? at + name[0].length
      : source[at + 1] === '('
        ? bracketEnd(source, at + 1, endsAtLine)
        : at;
  }
  return source[at] === '{' && source[at + 1] !== '{'
    ? bracketEnd(source, at, endsAtLine)
    : at;
}

/** Behind the bracket that closes the one at an offset; the offset itself where there is none near. */
function bracketEnd(source: string, at: number, endsAtLine: boolean): number {
  let depth = 0;
  let quote = '';
  const limit = Math.min(source.length, at + longestHole);
  for (let i = at; i < limit; i++) {
    const character = source[i];
    if (endsAtLine && character === '\n') {
      return at;
    }
    if (quote) {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if ('([{'.includes(character)) {
      depth++;
    } else if (')]}'.includes(character)) {
      depth--;
      if (depth === 0) {
        return i + 1;
      }
    }
  }
  return at;
}

/** R's raw strings: `r"(text)"`, `r"--[text]--"`. */
function rawOfR(source: string, at: number): IString | null {
  const opening = /^(["'])(-{0,20})([([{])/.exec(source.slice(at, at + 24));
  if (!opening) {
    return null;
  }
  const [whole, quote, dashes, bracket] = opening;
  const close = { '(': ')', '[': ']', '{': '}' }[bracket] + dashes + quote;
  const start = at + whole.length;
  const end = source.indexOf(close, start);
  const text = source.slice(start, end === -1 ? source.length : end);
  return {
    parts: text.length > longest ? [text.slice(0, longest), { code: '' }] : [text], // prettier-ignore
    end: end === -1 ? source.length : end + close.length,
    isOpen: end === -1
  };
}
