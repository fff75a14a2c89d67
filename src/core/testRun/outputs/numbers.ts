/** Texts that are equal but for the last digits of computed numbers. */
import { IComparison, alike, different } from './comparison';

/**
 * How far two computed numbers may be apart, as a part of the larger one: far
 * more than other processors and libraries of linear algebra make of sums in
 * another order (some 1e-13), and far less than anybody prints on purpose: of
 * numbers with up to eight digits, each digit counts.
 */
export const TOLERANCE = 1e-9;

/** Characters of a text that is taken apart. */
const LONGEST = 2_000_000;

const NUMBER =
  '[+-]?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,4})?';
const TOKEN = new RegExp(`${NUMBER}|[\\p{L}_][\\p{L}\\p{N}_]*|\\S`, 'gu');
const IS_FLOAT = /^[+-]?(?=\d|\.\d)[\d.]+(?:[eE][+-]?\d+)?$/;
const NUMBERS = new RegExp(NUMBER, 'g');

/** Whether two numbers differ by no more than roundings do. Whole numbers are not rounded. */
export function areClose(x: number, y: number): boolean {
  return Number.isInteger(x) && Number.isInteger(y)
    ? x === y
    : closeFloats(x, y);
}

/** Compare word for word and number for number, whatever the white space between. */
export function compareTokens(a: string, b: string): IComparison {
  if (Math.max(a.length, b.length) > LONGEST) {
    return different('uncompared');
  }
  const left = a.match(TOKEN) ?? [];
  const right = b.match(TOKEN) ?? [];
  if (left.length === right.length) {
    let isRounded = false;
    const isAlike = left.every((token, index) => {
      const other = right[index];
      if (token === other) {
        return true;
      }
      isRounded = true;
      return areCloseTexts(token, other);
    });
    if (isAlike) {
      return alike([isRounded ? 'rounding' : 'layout']);
    }
  }
  return different(withoutNumbers(a) === withoutNumbers(b) ? 'number' : 'text');
}

/** Both are written with a point or an exponent: `1` is counted, `1.0` computed. */
function areCloseTexts(a: string, b: string): boolean {
  return (
    [a, b].every(text => IS_FLOAT.test(text) && /[.eE]/.test(text)) &&
    closeFloats(Number(a), Number(b))
  );
}

function closeFloats(x: number, y: number): boolean {
  return Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
}

function withoutNumbers(text: string): string {
  return text.replace(NUMBERS, '#').replace(/\s+/g, '');
}
