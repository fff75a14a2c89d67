/**
 * Finds all keywords in one pass over a text, after Aho and Corasick (1975):
 * the time depends on the text's length alone, however hostile the text is,
 * and not on how many rules there are.
 */

/** ASCII; any other character ends all keywords. */
const ALPHABET = 128;

/** Where a keyword may have been found. */
export type OnKeyword = (owner: number, at: number, length: number) => void;

interface IEnding {
  readonly owner: number;
  readonly length: number;
}

/** A table that finds keywords in upper and lower case. */
export class KeywordAutomaton {
  /** For each state, by character, the next state; states are multiples of 128. */
  private readonly _next: Uint32Array;
  /** For each state, the keywords that end there. */
  private readonly _endings: readonly (readonly IEnding[])[];
  /** For each state, whether a keyword ends there. */
  private readonly _ends: Uint8Array;
  private readonly _longest: number;

  /**
   * @param keywords - for each owner its keywords, in lower case and ASCII.
   */
  constructor(keywords: readonly (readonly string[])[]) {
    const size = 1 + keywords.flat().reduce((n, word) => n + word.length, 0);
    this._next = new Uint32Array(size * ALPHABET);
    const endings: IEnding[][] = Array.from({ length: size }, () => []);
    let states = 1;
    keywords.forEach((words, owner) => {
      for (const word of words) {
        let state = 0;
        for (let i = 0; i < word.length; i++) {
          const at = state * ALPHABET + word.charCodeAt(i);
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
    this._ends = Uint8Array.from(endings, list => (list.length ? 1 : 0));
    this._longest = Math.max(0, ...keywords.flat().map(word => word.length));
  }

  /** Fill in where to go on when a keyword breaks off, breadth first. */
  private _complete(endings: IEnding[][]): void {
    const next = this._next;
    const fallback = new Uint32Array(endings.length);
    const queue = [0];
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i];
      endings[state].push(...(state ? endings[fallback[state]] : []));
      for (let code = 0; code < ALPHABET; code++) {
        const at = state * ALPHABET + code;
        const other = state ? next[fallback[state] * ALPHABET + code] : 0;
        if (next[at] === 0) {
          next[at] = other;
        } else {
          fallback[next[at]] = other;
          queue.push(next[at]);
        }
      }
    }
    for (let state = 0; state < endings.length; state++) {
      for (let code = 0x41; code <= 0x5a; code++) {
        const row = state * ALPHABET;
        next[row + code] = next[row + code + 0x20];
      }
    }
    next.forEach((state, i) => {
      next[i] = state * ALPHABET;
    });
  }

  /** Report all keywords whose last character stands from `from` up to `to`. */
  run(text: string, from: number, to: number, onKeyword: OnKeyword): void {
    const next = this._next;
    const ends = this._ends;
    let state = 0;
    for (let i = Math.max(0, from - this._longest); i < to; i++) {
      const code = text.charCodeAt(i);
      state = code < ALPHABET ? next[state + code] : 0;
      if (ends[state >> 7] !== 0 && i >= from) {
        for (const { owner, length } of this._endings[state >> 7]) {
          onKeyword(owner, i - length + 1, length);
        }
      }
    }
  }
}
