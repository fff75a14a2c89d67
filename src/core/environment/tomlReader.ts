import { PublisherError } from '../error';

/** A value of a TOML document. Dates, and numbers that are no plain ones, stay text. */
export type TomlValue =
  string | number | boolean | TomlValue[] | { [key: string]: TomlValue };

/** A table of a TOML document; without a prototype, so that every key is data. */
export interface ITomlTable {
  [key: string]: TomlValue;
}

/** A text is no TOML; the message says the line. */
export class TomlError extends PublisherError {
  /** @param line - from 1 */
  constructor(readonly line: number) {
    super(`TOML: line ${line}`);
  }
}

/** Tables within tables, at most: a deeper one is no lock file. */
const deepest = 50;

/** A table without a prototype, so that every key is data. */
export function newTable(): ITomlTable {
  return Object.create(null) as ITomlTable;
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\' // prettier-ignore
};

/** Reads one document; see `parseToml`. */
export class TomlReader {
  constructor(private readonly _text: string) {}

  document(): ITomlTable {
    const root = newTable();
    let table = root;
    for (this._blank(); this._at < this._text.length; this._blank()) {
      if (this._take('[[')) {
        const path = this._key();
        this._expect(']]');
        const last = path.pop() ?? '';
        const parent = this._descend(root, path);
        const list = Object.hasOwn(parent, last) ? parent[last] : [];
        if (!Array.isArray(list)) {
          throw this._error();
        }
        table = newTable();
        list.push(table);
        parent[last] = list;
      } else if (this._take('[')) {
        table = this._descend(root, this._key());
        this._expect(']');
      } else {
        this._member(table, 0);
      }
      this._lineEnd();
    }
    return root;
  }

  private _member(table: ITomlTable, depth: number): void {
    const path = this._key();
    this._expect('=');
    const last = path.pop() ?? '';
    this._descend(table, path)[last] = this._value(depth);
  }

  /** The table at a path, made where it is missing; of an array, the last one. */
  private _descend(table: ITomlTable, path: readonly string[]): ITomlTable {
    for (const key of path) {
      const next = Object.hasOwn(table, key) ? table[key] : newTable();
      table[key] = next;
      const inner = Array.isArray(next) ? next[next.length - 1] : next;
      if (typeof inner !== 'object' || Array.isArray(inner)) {
        throw this._error();
      }
      table = inner;
    }
    return table;
  }

  private _key(): string[] {
    const parts: string[] = [];
    do {
      this._space();
      const mark = this._text[this._at];
      if (mark === '"' || mark === "'") {
        parts.push(this._string(mark));
      } else {
        const bare = this._match(/[\w-]+/y);
        if (!bare) {
          throw this._error();
        }
        parts.push(bare);
      }
      this._space();
    } while (this._take('.') && parts.length <= deepest);
    return parts;
  }

  private _value(depth: number): TomlValue {
    this._space();
    const mark = this._text[this._at];
    if (depth > deepest) {
      throw this._error();
    }
    if (mark === '"' || mark === "'") {
      return this._string(mark);
    }
    if (this._take('[')) {
      const list: TomlValue[] = [];
      for (this._blank(); !this._take(']'); this._blank()) {
        list.push(this._value(depth + 1));
        this._blank();
        if (!this._take(',') && this._text[this._at] !== ']') {
          throw this._error();
        }
      }
      return list;
    }
    if (this._take('{')) {
      const table = newTable();
      for (this._blank(); !this._take('}'); this._blank()) {
        this._member(table, depth + 1);
        this._blank();
        if (!this._take(',') && this._text[this._at] !== '}') {
          throw this._error();
        }
      }
      return table;
    }
    // A date may have a space between day and time.
    const plain = this._match(/\d{4}-\d\d-\d\d[ T]\d\d:[\d:.+Z-]+|[\w+.:-]+/y);
    if (!plain) {
      throw this._error();
    }
    if (plain === 'true' || plain === 'false') {
      return plain === 'true';
    }
    return /^[+-]?\d[\d_]*(?:\.[\d_]+)?$/.test(plain)
      ? Number(plain.replace(/_/g, ''))
      : plain;
  }

  private _string(mark: string): string {
    const triple = mark.repeat(3);
    const isLong = this._take(triple);
    const end = isLong ? triple : mark;
    if (isLong) {
      this._match(/\r?\n/y);
    } else {
      this._at++;
    }
    const parts: string[] = [];
    const plain = mark === '"' ? /[^"\\\n]+/y : /[^'\n]+/y;
    while (!this._take(end)) {
      const run = this._match(plain);
      if (run) {
        parts.push(run);
      } else if (mark === '"' && this._take('\\')) {
        parts.push(this._escape(isLong));
      } else if (
        this._at >= this._text.length ||
        (!isLong && this._text[this._at] === '\n')
      ) {
        // prettier-ignore
        throw this._error();
      } else {
        parts.push(this._text[this._at++]);
      }
    }
    // Up to two quotes may stand before the three that end it.
    while (isLong && this._take(mark)) {
      parts.push(mark);
    }
    return parts.join('');
  }

  private _escape(isLong: boolean): string {
    const code = this._match(/u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}/y);
    if (code) {
      const point = parseInt(code.slice(1), 16);
      if (point > 0x10ffff) {
        throw this._error();
      }
      return String.fromCodePoint(point);
    }
    if (isLong && this._match(/[ \t]*\r?\n\s*/y)) {
      return '';
    }
    const character = escapes[this._text[this._at++] ?? ''];
    if (character === undefined) {
      throw this._error();
    }
    return character;
  }

  private _space(): void {
    this._match(/[ \t]+/y);
  }

  /** White space, line ends and comments. */
  private _blank(): void {
    this._match(/(?:[ \t\r\n\ufeff]|#[^\n]*)+/y);
  }

  private _lineEnd(): void {
    this._match(/[ \t]*(?:#[^\n]*)?\r?/y);
    if (this._at < this._text.length && !this._take('\n')) {
      throw this._error();
    }
  }

  private _expect(text: string): void {
    this._space();
    if (!this._take(text)) {
      throw this._error();
    }
  }

  private _take(text: string): boolean {
    const isThere = this._text.startsWith(text, this._at);
    this._at += isThere ? text.length : 0;
    return isThere;
  }

  private _match(pattern: RegExp): string {
    pattern.lastIndex = this._at;
    const found = pattern.exec(this._text)?.[0] ?? '';
    this._at += found.length;
    return found;
  }

  private _error(): TomlError {
    const line = this._text.slice(0, this._at).split('\n').length;
    return new TomlError(line);
  }

  private _at = 0;
}
