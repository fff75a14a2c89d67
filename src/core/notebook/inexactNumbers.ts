import { ExactNumber } from './exactJson';

/** A string, as far as its first quote or backslash, or the start of a number. */
const STRING_OR_NUMBER = /"|-?\d[\d.eE+-]*/g;
const STRING_END = /["\\]/g;

/**
 * Whether a JSON text holds a number that JavaScript cannot read and write
 * again: beyond 2^53, with too many digits, or too large. `1.0`, which comes
 * back as `1`, is the same number.
 */
export function hasInexactNumber(text: string): boolean {
  STRING_OR_NUMBER.lastIndex = 0;
  for (;;) {
    const found = STRING_OR_NUMBER.exec(text);
    if (!found) {
      return false;
    }
    if (found[0] === '"') {
      STRING_OR_NUMBER.lastIndex = afterString(text, found.index + 1);
    } else if (isInexact(found[0])) {
      return true;
    }
  }
}

function isInexact(literal: string): boolean {
  const read = Number(literal);
  return (
    !Number.isFinite(read) ||
    ExactNumber.of(String(read)).text !== ExactNumber.of(literal).text
  );
}

function afterString(text: string, start: number): number {
  STRING_END.lastIndex = start;
  for (;;) {
    const found = STRING_END.exec(text);
    if (!found) {
      return text.length;
    }
    if (found[0] === '"') {
      return STRING_END.lastIndex;
    }
    STRING_END.lastIndex++;
  }
}
