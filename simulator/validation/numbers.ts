/** Numbers with check digits, as `idutils` and `isbnlib` look at them. */

/** Hyphens and blanks do not count, nor does case. */
const plain = (value: string): string =>
  value.replaceAll('-', '').replaceAll(' ', '').toUpperCase();

/** Digits as numbers; X is ten, which may stand anywhere. */
const numbers = (digits: string): number[] =>
  Array.from(digits, digit => (digit === 'X' ? 10 : Number(digit)));

/** EAN with so many digits. */
export function isEan(value: string, length: 8 | 13): boolean {
  if (value.length !== length || /\D/.test(value)) {
    return false;
  }
  const all = numbers(value);
  const last = all.pop();
  let sum = 0;
  all.reverse().forEach((digit, at) => (sum += at % 2 ? digit : 3 * digit));
  return (10 - (sum % 10)) % 10 === last;
}

/** The digits of an ISBN as isbnlib finds them: whatever else there is goes. */
export function canonicalIsbn(value: string): string {
  const digits = Array.from(value)
    .filter(one => '0123456789Xx'.includes(one))
    .join('')
    .replace(/x$/, 'X');
  return /^(\d{13}|\d{9}[\dX])$/.test(digits) && !/^0+X?$/.test(digits)
    ? digits
    : '';
}

export function isIsbn(value: string): boolean {
  const digits = canonicalIsbn(value);
  const start = value.slice(0, 3);
  const odd = start !== '978' && start !== '979' && isEan(value, 13);
  if (digits.length === 13) {
    return /^97[89]/.test(digits) && isEan(digits, 13) && !odd;
  }
  const sum = numbers(digits).reduce(
    (all, one, at) => all + one * (10 - at),
    0
  );
  return digits.length === 10 && sum % 11 === 0 && !odd;
}

/** The thirteen digits of an ISBN. */
export function isbn13(value: string): string {
  const digits = canonicalIsbn(value);
  if (digits.length !== 10) {
    return digits;
  }
  const stem = `978${digits.slice(0, 9)}`;
  return (
    Array.from('0123456789', digit => stem + digit).find(one =>
      isEan(one, 13)
    ) ?? digits
  );
}

export function isIssn(value: string): boolean {
  const digits = plain(value);
  return (
    /^[\dX]{8}$/.test(digits) &&
    numbers(digits).reduce((sum, one, at) => sum + one * (8 - at), 0) % 11 === 0
  );
}

export function isIsni(value: string): boolean {
  const digits = plain(value);
  if (!/^\d{15}[\dX]$/.test(digits)) {
    return false;
  }
  const all = numbers(digits);
  const last = all.pop();
  return (
    (12 - (all.reduce((sum, one) => (sum + one) * 2, 0) % 11)) % 11 === last
  );
}

/** An ISNI out of the ranges that ORCID gives out. */
export function isOrcid(value: string): boolean {
  const digits = plain(value.replace(/^https?:\/\/orcid\.org\//, ''));
  const number = Number(digits.slice(0, -1));
  return (
    isIsni(digits) &&
    ((number >= 15e6 && number <= 35e6) ||
      (number >= 9e11 && number <= 9.001e11))
  );
}

export function isIstc(value: string): boolean {
  const digits = plain(value);
  if (!/^[\dA-F]{16}$/.test(digits)) {
    return false;
  }
  const all = Array.from(digits, digit => Number.parseInt(digit, 16));
  const last = all.pop();
  const weights = [11, 9, 3, 1];
  return all.reduce((sum, one, at) => sum + one * weights[at % 4], 0) % 16 === last; // prettier-ignore
}
