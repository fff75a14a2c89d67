/** Random values that are the same in every run. */

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const ALNUM = UPPER + LOWER + DIGITS;
export const BASE64 = `${ALNUM}+/`;
export const BASE64URL = `${ALNUM}-_`;

/** FNV-1a, 32 bits: spreads short texts evenly enough to split a set by it. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}

/** A source of random values (mulberry32), begun by a text. */
export class Random {
  private _state: number;

  constructor(seed: string) {
    this._state = fnv1a(seed);
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this._state = (this._state + 0x6d2b79f5) >>> 0;
    let t = this._state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number between two, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)];
  }

  /** So many characters of an alphabet. */
  from(alphabet: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) {
      text += alphabet[this.int(0, alphabet.length - 1)];
    }
    return text;
  }

  /** Letters of both cases and digits, at least one of each. */
  mixed(length: number, alphabet = ALNUM): string {
    for (;;) {
      const text = this.from(alphabet, length);
      if (/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)) {
        return text;
      }
    }
  }
}
