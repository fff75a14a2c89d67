import { orcidCheckDigit } from '../orcid';

/** Without what parts the digits of a number: hyphens and blanks. */
function bare(value: string): string {
  return value.replace(/[- ]/g, '').toUpperCase();
}

/** Sum of the digits times their weights; X counts ten. */
function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce(
    (sum, digit, index) =>
      sum + (digit === 'X' ? 10 : Number(digit)) * weight(index),
    0
  );
}

/** EAN-13. Source: GS1 General Specifications, 7.9 (check digit). */
export function isEan13(value: string): boolean {
  return (
    /^\d{13}$/.test(value) &&
    weighted(value, index => (index % 2 ? 3 : 1)) % 10 === 0
  );
}

/** EAN-8. Source: GS1 General Specifications, 7.9 (check digit). */
export function isEan8(value: string): boolean {
  return (
    /^\d{8}$/.test(value) &&
    weighted(value, index => (index % 2 ? 1 : 3)) % 10 === 0
  );
}

/**
 * The digits of an ISBN-10 or ISBN-13, or null where it is none. Whatever
 * stands between the digits does not count, as for the server.
 *
 * Source: ISBN Users' Manual, 7th edition, 5 (check digit).
 */
export function isbnDigits(value: string): string | null {
  const digits = value.replace(/[^\dXx]/g, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) {
    return isEan13(digits) ? digits : null;
  }
  const valid =
    /^\d{9}[\dX]$/.test(digits) &&
    !/^0{9}[0X]$/.test(digits) &&
    weighted(digits, index => 10 - index) % 11 === 0;
  return valid ? digits : null;
}

/**
 * Any ISBN. The server takes a number that is an EAN-13 for an ISBN only where
 * it begins as one.
 */
export function isIsbn(value: string): boolean {
  return (
    isbnDigits(value) !== null && (/^97[89]/.test(value) || !isEan13(value))
  );
}

/** ISBN-10 and ISBN-13 of one book are the same. */
export function isbn13(value: string): string {
  const digits = isbnDigits(value) ?? '';
  if (digits.length !== 10) {
    return digits;
  }
  const start = `978${digits.slice(0, 9)}`;
  const sum = weighted(start, index => (index % 2 ? 3 : 1));
  return start + String((10 - (sum % 10)) % 10);
}

/** ISSN. Source: ISSN Manual, annex 1 (check digit). */
export function isIssn(value: string): boolean {
  const digits = bare(value);
  return (
    /^[\dX]{8}$/.test(digits) && weighted(digits, index => 8 - index) % 11 === 0
  );
}

/** ISNI. Source: ISO 27729, check character by ISO/IEC 7064, MOD 11-2. */
export function isIsni(value: string): boolean {
  const digits = bare(value);
  return (
    /^\d{15}[\dX]$/.test(digits) &&
    orcidCheckDigit(digits.slice(0, 15)) === digits[15]
  );
}

/** ISTC. Source: ISO 21047, check character by ISO/IEC 7064, MOD 16-3. */
export function isIstc(value: string): boolean {
  const digits = bare(value);
  if (!/^[\dA-F]{16}$/.test(digits)) {
    return false;
  }
  const sum = [...digits.slice(0, 15)].reduce(
    (total, digit, index) => total + parseInt(digit, 16) * [11, 9, 3, 1][index % 4], // prettier-ignore
    0
  );
  return sum % 16 === parseInt(digits[15], 16);
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Whether the check digits of a ROR id fit, as `01ggx4157`. The server does not
 * look at them: a typing error would name another organisation, or none.
 *
 * Source: ROR, "ROR identifier pattern"; ISO/IEC 7064, MOD 97-10.
 */
export function rorFits(id: string): boolean {
  const match = /^0([\da-hjkmnp-tv-z]{6})(\d{2})$/.exec(id.toLowerCase());
  if (!match) {
    return false;
  }
  let number = 0;
  for (const character of match[1]) {
    number = number * 32 + CROCKFORD.indexOf(character);
  }
  return 98 - ((number * 100) % 97) === Number(match[2]);
}

/**
 * Whether the check digit of a GND id fits; true for notations whose rule is
 * not known here. The server does not look at it.
 *
 * Source: Deutsche Nationalbibliothek, structure of GND numbers (PND, GKD, SWD).
 */
export function gndFits(id: string): boolean {
  const person = /^(1\d{7})([\dX])$/.exec(id);
  if (person) {
    const sum = weighted(person[1], index => 9 - index);
    return digitOf((11 - (sum % 11)) % 11) === person[2];
  }
  const other = /^(\d{1,8})-([\dX])$/.exec(id);
  if (other) {
    const { length } = other[1];
    const sum = weighted(other[1], index => length + 1 - index);
    return digitOf(sum % 11) === other[2];
  }
  return true;
}

function digitOf(number: number): string {
  return number === 10 ? 'X' : String(number);
}
