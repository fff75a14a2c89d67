/** Crockford's base 32, in which ROR ids are written. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A ROR id in any notation as `01ggx4157`; null for what is none, or has a
 * wrong check digit: an id that the site does not know makes it refuse all.
 *
 * Source: ROR, "ROR identifier pattern"; ISO/IEC 7064 MOD 97-10.
 */
export function rorId(written: string): string | null {
  const id =
    /^(?:ror:\s*|(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[a-z\d]{6}\d\d)\/?$/i
      .exec(written.trim())?.[1]
      .toLowerCase();
  if (!id) {
    return null;
  }
  let number = 0;
  for (const character of id.slice(1, 7)) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) {
      return null;
    }
    number = number * 32 + digit;
  }
  return 98 - ((number * 100) % 97) === Number(id.slice(7)) ? id : null;
}
