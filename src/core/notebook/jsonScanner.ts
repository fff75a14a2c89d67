/**
 * Walks over JSON in its bytes, checking every one of them.
 *
 * All characters that matter in JSON are ASCII, and no byte of a longer UTF-8
 * sequence is, so the scanner works on the bytes themselves: an offset is a
 * byte offset, and what nobody looks at is never decoded. It walks with an
 * explicit stack instead of recursion, so nesting is limited by memory only,
 * and builds no tree: a value of 50 MB costs nothing to skip.
 *
 * The grammar is RFC 8259, without leniency (no NaN, comments or trailing
 * commas).
 */
import { PublisherError } from '../error';
import { ITranslator } from '../text';

/** The bytes are not JSON. */
export class NotebookSyntaxError extends PublisherError {
  /**
   * @param message - the user's text.
   * @param offset - the byte at which the text stops being JSON.
   * @param line - the line of that byte, counted from 1.
   */
  constructor(
    message: string,
    readonly offset: number,
    readonly line: number
  ) {
    super(message);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const MINUS = 0x2d;

/** Bytes from which a value is remembered, so that it is walked over once. */
const LONG = 256;

/** So many are remembered: a hostile file can have as many as it has bytes. */
const MOST = 100_000;

const LITERALS = ['true', 'false', 'null'];
const ESCAPES = new Set([...'"\\/bfnrt'].map(c => c.charCodeAt(0)));

/** For each byte, whether a string holds it as it is: no quote, escape or control. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0
);

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number): boolean {
  const lower = byte | 0x20;
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66);
}

/** Finds where JSON values end. */
export class JsonScanner {
  constructor(
    readonly bytes: Uint8Array,
    private readonly _trans: ITranslator
  ) {}

  /** The ends of long values, by their starts: all in them was checked. */
  private readonly _ends = new Map<number, number>();

  /** The next offset that holds no white space. */
  skipSpace(at: number): number {
    while (at < this.bytes.length && isSpace(this.bytes[at])) {
      at++;
    }
    return at;
  }

  /**
   * The end of the value that starts here, checked all through.
   *
   * @throws NotebookSyntaxError if there is no JSON value.
   */
  skipValue(at: number): number {
    return this._ends.get(at) ?? this._skipAny(at);
  }

  private _skipAny(at: number): number {
    const { bytes } = this;
    /* The closing brackets still to come, the innermost last, and where theirs opened. */
    const open: number[] = [];
    const starts: number[] = [];
    for (;;) {
      const byte = bytes[at];
      if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        const close = byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY;
        const start = at;
        const known = this._ends.get(start);
        at = known === undefined ? this.skipSpace(at + 1) : known - 1;
        if (bytes[at] !== close) {
          open.push(close);
          starts.push(start);
          at = close === CLOSE_OBJECT ? this._skipKey(at) : at;
          continue;
        }
        at++;
      } else {
        at = this._skipScalar(at);
      }
      /* A value has just ended: close what ends with it. */
      for (;;) {
        const close = open[open.length - 1];
        if (close === undefined) {
          return at;
        }
        at = this.skipSpace(at);
        if (bytes[at] === COMMA) {
          at = this.skipSpace(at + 1);
          at = close === CLOSE_OBJECT ? this._skipKey(at) : at;
          break;
        }
        if (bytes[at] !== close) {
          this.fail(at);
        }
        open.pop();
        at++;
        this._remember(starts.pop() ?? at, at);
      }
    }
  }

  private _remember(start: number, end: number): void {
    if (end - start >= LONG && this._ends.size < MOST) {
      this._ends.set(start, end);
    }
  }

  private _skipKey(at: number): number {
    const colon = this.skipSpace(this.skipString(at));
    if (this.bytes[colon] !== COLON) {
      this.fail(colon);
    }
    return this.skipSpace(colon + 1);
  }

  private _skipScalar(at: number): number {
    const byte = this.bytes[at];
    if (byte === QUOTE) {
      return this.skipString(at);
    }
    if (byte === MINUS || isDigit(byte)) {
      return this._skipNumber(at);
    }
    for (const word of LITERALS) {
      let length = 0;
      while (
        length < word.length &&
        this.bytes[at + length] === word.charCodeAt(length)
      ) {
        length++;
      }
      if (length === word.length) {
        return at + length;
      }
    }
    return this.fail(at);
  }

  /** The end of the string that starts here. */
  skipString(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== QUOTE) {
      this.fail(start);
    }
    let at = start + 1;
    for (;;) {
      while (PLAIN[bytes[at]] === 1) {
        at++;
      }
      if (bytes[at] !== BACKSLASH) {
        break;
      }
      at = this._skipEscape(at);
    }
    if (bytes[at] !== QUOTE) {
      this.fail(at);
    }
    this._remember(start, at + 1);
    return at + 1;
  }

  private _skipEscape(at: number): number {
    const { bytes } = this;
    at++;
    if (bytes[at] === 0x75) {
      for (let i = 0; i < 4; i++) {
        at++;
        if (!isHex(bytes[at])) {
          this.fail(at);
        }
      }
    } else if (!ESCAPES.has(bytes[at])) {
      this.fail(at);
    }
    return at + 1;
  }

  private _skipNumber(at: number): number {
    const { bytes } = this;
    if (bytes[at] === MINUS) {
      at++;
    }
    at = bytes[at] === 0x30 ? at + 1 : this._skipDigits(at);
    if (bytes[at] === 0x2e) {
      at = this._skipDigits(at + 1);
    }
    if ((bytes[at] | 0x20) === 0x65) {
      at++;
      if (bytes[at] === MINUS || bytes[at] === 0x2b) {
        at++;
      }
      at = this._skipDigits(at);
    }
    return at;
  }

  private _skipDigits(at: number): number {
    if (!isDigit(this.bytes[at])) {
      this.fail(at);
    }
    while (isDigit(this.bytes[at])) {
      at++;
    }
    return at;
  }

  /** Say that the bytes are not JSON from here on. */
  fail(at: number): never {
    let line = 1;
    for (let i = 0; i < at && i < this.bytes.length; i++) {
      line += this.bytes[i] === 0x0a ? 1 : 0;
    }
    throw new NotebookSyntaxError(
      this._trans.__(
        'This notebook is damaged: line %1 is not valid JSON. The file was not changed. Open it in a text editor, or go back to an older copy.',
        line
      ),
      at,
      line
    );
  }
}
