/**
 * Where the values of a JSON text stand in its bytes.
 *
 * A byte-order mark, which RFC 8259 section 8.1 lets a reader ignore, is
 * skipped.
 */
import { ITranslator, plainEnglish } from '../text';

import { JsonScanner } from './jsonScanner';

export { NotebookSyntaxError } from './jsonScanner';

/** A place in the bytes: from `start` up to, not including, `end`. */
export interface IRange {
  start: number;
  end: number;
}

/** An item of an array; `start` and `end` are those of its value. */
export interface IItem extends IRange {
  /** The range of the value (the item itself, in an array). */
  value: IRange;
}

/** A member of an object; `start` is that of its key, `end` that of its value. */
export interface IMember extends IItem {
  key: string;
}

/** An array or an object, with the places of its brackets. */
export interface IContainer<T extends IItem> {
  /** The offset of the opening bracket. */
  open: number;
  /** The offset of the closing bracket. */
  close: number;
  items: T[];
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const MINUS = 0x2d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A reader of JSON that knows where it is. */
export class JsonOffsets {
  private readonly _scanner: JsonScanner;
  private readonly _decoder = strictDecoder();

  /** All of the text where it is ASCII: offsets in it are those in the bytes. */
  private readonly _ascii: string | null;

  /** The whole document: the one value in it. */
  readonly root: IRange;

  /**
   * Check that the bytes are one JSON value.
   *
   * @throws NotebookSyntaxError if they are not.
   */
  constructor(
    readonly bytes: Uint8Array,
    trans: ITranslator = plainEnglish
  ) {
    this._scanner = new JsonScanner(bytes, trans);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const start = this._scanner.skipSpace(hasMark ? 3 : 0);
    const end = this._scanner.skipValue(start);
    const rest = this._scanner.skipSpace(end);
    if (rest < bytes.length) {
      this._scanner.fail(rest);
    }
    this.root = { start, end };
    const text = this._decoded();
    this._ascii = text.length === bytes.length ? text : null;
  }

  /** The first byte of a value: says what kind of value it is. */
  kind(range: IRange): 'object' | 'array' | 'string' | 'number' | 'literal' {
    const first = this.bytes[range.start];
    if (first === OPEN_OBJECT) {
      return 'object';
    }
    if (first === OPEN_ARRAY) {
      return 'array';
    }
    if (first === QUOTE) {
      return 'string';
    }
    return first === MINUS || (first >= 0x30 && first <= 0x39)
      ? 'number'
      : 'literal';
  }

  /** The text of a range. */
  text(range: IRange): string {
    if (this._ascii !== null) {
      return this._ascii.slice(range.start, range.end);
    }
    try {
      return this._decoder.decode(this.bytes.subarray(range.start, range.end));
    } catch {
      return this._scanner.fail(range.start);
    }
  }

  /** The value of a range as `JSON.parse` makes it. */
  value(range: IRange): unknown {
    return JSON.parse(this.text(range));
  }

  /** The members of the object at a range, in their order, duplicates too. */
  members(range: IRange): IContainer<IMember> {
    const items: IMember[] = [];
    let at = this._scanner.skipSpace(range.start + 1);
    while (this.bytes[at] !== CLOSE_OBJECT) {
      const start = at;
      const keyEnd = this._scanner.skipString(at);
      const key = this._key({ start, end: keyEnd });
      const valueStart = this._scanner.skipSpace(
        this._scanner.skipSpace(keyEnd) + 1
      );
      const end = this._scanner.skipValue(valueStart);
      items.push({ key, start, end, value: { start: valueStart, end } });
      at = this._scanner.skipSpace(end);
      if (this.bytes[at] === COMMA) {
        at = this._scanner.skipSpace(at + 1);
      }
    }
    return { open: range.start, close: at, items };
  }

  /** The items of the array at a range. */
  elements(range: IRange): IContainer<IItem> {
    const items: IItem[] = [];
    let at = this._scanner.skipSpace(range.start + 1);
    while (this.bytes[at] !== CLOSE_ARRAY) {
      const start = at;
      const end = this._scanner.skipValue(at);
      items.push({ start, end, value: { start, end } });
      at = this._scanner.skipSpace(end);
      if (this.bytes[at] === COMMA) {
        at = this._scanner.skipSpace(at + 1);
      }
    }
    return { open: range.start, close: at, items };
  }

  private _key(range: IRange): string {
    const text = this.text(range);
    return text.includes('\\') ? JSON.parse(text) : text.slice(1, -1);
  }

  /** JSON between systems is UTF-8 (RFC 8259 section 8.1), and so are notebooks. */
  private _decoded(): string {
    const { bytes } = this;
    try {
      return this._decoder.decode(bytes);
    } catch {
      return this._scanner.fail(notUtf8(bytes));
    }
  }
}

/** The start of the first line that is not UTF-8. */
function notUtf8(bytes: Uint8Array): number {
  let start = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd === -1 ? bytes.length : lineEnd;
    if (lineEnd === -1 || !isUtf8(bytes.subarray(start, end))) {
      return start;
    }
    start = end + 1;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder().decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A decoder that keeps a byte-order mark, and refuses what is not UTF-8. */
function strictDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}
