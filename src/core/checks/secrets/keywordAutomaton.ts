/**
 * Finds all keywords in one pass over a text, after Aho and Corasick (1975):
 * the time depends on the text's length alone, however hostile the text is,
 * and not on how many rules there are.
 */

/**
 * Characters that are encoded at once: the engine does that faster than it
 * gives one character after the other, and bytes are looked up faster.
 */
const BLOCK = 1 << 15;

/** Bytes that UTF-8 needs at most for one of UTF-16's units. */
const MOST_BYTES = 3;

/** Where a keyword may have been found. */
export type OnKeyword = (owner: number, at: number, length: number) => void;

interface IEnding {
  readonly owner: number;
  readonly length: number;
}

/** A table that finds keywords in upper and lower case. */
export class KeywordAutomaton {
  /** For each byte of UTF-8, its column; 0 for what is in no keyword. */
  private readonly _column = new Uint8Array(256);
  private readonly _columns: number;
  /**
   * For each state, by column, where the row of the next state begins; as `~`
   * of it where a keyword ends there.
   */
  private readonly _next: Int32Array;
  /** For each state, the keywords that end there. */
  private readonly _endings: readonly (readonly IEnding[])[];
  private readonly _longest: number;
  private readonly _encoder = new TextEncoder();
  private readonly _bytes = new Uint8Array(BLOCK * MOST_BYTES);

  /**
   * @param keywords - for each owner its keywords, in lower case and ASCII.
   */
  constructor(keywords: readonly (readonly string[])[]) {
    const all = keywords.flat();
    this._columns = 1 + this._nameColumns(all);
    const size = 1 + all.reduce((n, word) => n + word.length, 0);
    this._next = new Int32Array(size * this._columns);
    const endings: IEnding[][] = Array.from({ length: size }, () => []);
    let states = 1;
    keywords.forEach((words, owner) => {
      for (const word of words) {
        let state = 0;
        for (let i = 0; i < word.length; i++) {
          const column = this._column[word.charCodeAt(i)];
          const at = state * this._columns + column;
          if (this._next[at] === 0) {
            this._next[at] = states++;
          }
          state = this._next[at];
        }
        endings[state].push({ owner, length: word.length });
      }
    });
    this._complete(endings);
    this._endings = endings;
    this._longest = Math.max(0, ...all.map(word => word.length));
  }

  /** Give each character of the keywords a column; upper case that of lower. */
  private _nameColumns(keywords: readonly string[]): number {
    const chars = new Set(keywords.join(''));
    [...chars].forEach((char, i) => {
      this._column[char.charCodeAt(0)] = i + 1;
      this._column[char.toUpperCase().charCodeAt(0)] = i + 1;
    });
    return chars.size;
  }

  /** Fill in where to go on when a keyword breaks off, breadth first. */
  private _complete(endings: IEnding[][]): void {
    const next = this._next;
    const columns = this._columns;
    const fallback = new Uint32Array(endings.length);
    const queue = [0];
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i];
      endings[state].push(...(state ? endings[fallback[state]] : []));
      for (let column = 1; column < columns; column++) {
        const at = state * columns + column;
        const other = state ? next[fallback[state] * columns + column] : 0;
        if (next[at] === 0) {
          next[at] = other;
        } else {
          fallback[next[at]] = other;
          queue.push(next[at]);
        }
      }
    }
    next.forEach((state, i) => {
      next[i] = endings[state].length ? ~(state * columns) : state * columns;
    });
  }

  /** Report all keywords whose last character stands from `from` up to `to`. */
  run(text: string, from: number, to: number, onKeyword: OnKeyword): void {
    let state = 0;
    const first = Math.max(0, from - this._longest);
    for (let start = first; start < to; start += BLOCK) {
      const part = text.slice(start, Math.min(to, start + BLOCK));
      state = this._walk(part, state, start, from, onKeyword);
    }
  }

  /**
   * @param start - where the part begins in the whole text.
   * @param from - from where in the whole text keywords are reported.
   * @returns the state after the part.
   */
  private _walk(
    part: string,
    state: number,
    start: number,
    from: number,
    onKeyword: OnKeyword
  ): number {
    const next = this._next;
    const column = this._column;
    const bytes = this._bytes;
    const { written } = this._encoder.encodeInto(part, bytes);
    const isAscii = written === part.length;
    let unit = start;
    let counted = 0;
    for (let at = 0; at < written; at++) {
      state = next[state + column[bytes[at]]];
      if (state < 0) {
        state = ~state;
        unit += isAscii ? at - counted : unitsIn(bytes, counted, at);
        counted = at;
        if (unit >= from) {
          this._report(state, unit, onKeyword);
        }
      }
    }
    return state;
  }

  private _report(row: number, last: number, onKeyword: OnKeyword): void {
    const endings = this._endings[row / this._columns];
    for (let i = 0; i < endings.length; i++) {
      const { owner, length } = endings[i];
      onKeyword(owner, last - length + 1, length);
    }
  }
}

/** UTF-16's units of the characters that begin from one byte up to another. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    units += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1;
  }
  return units;
}
