/**
 * What is wrong with an ORCID: it does not look like one, its check digit does
 * not fit (a typing error), or ORCID does not give out such numbers.
 */
export type OrcidTrouble = 'form' | 'check-digit' | 'range';

const PREFIX =
  /^(?:orcid:\s*|(?:https?:\/\/)?(?:www\.|sandbox\.)?orcid\.org\/)/i;

/**
 * The number in the notation that the server takes: `0000-0002-1694-233X`. Takes
 * links, `orcid:…`, blanks, missing hyphens and a lower-case x. What does not
 * look like an ORCID comes back trimmed.
 *
 * Source: ORCID, "Structure of the ORCID Identifier"; the server itself refuses
 * all links but `http(s)://orcid.org/…` (metadata crosswalk 4.3).
 */
export function normalizeOrcid(typed: string): string {
  const trimmed = typed.trim();
  const bare = trimmed
    .replace(PREFIX, '')
    .replace(/[/?#].*$/, '')
    .replace(/[\s\u00ad\u2010-\u2015\u2212\u200b-]/g, '')
    .toUpperCase();
  return /^\d{15}[\dX]$/.test(bare)
    ? (bare.match(/.{4}/g) ?? []).join('-')
    : trimmed;
}

/**
 * The check digit of the first 15 digits.
 *
 * Source: ISO/IEC 7064:2003, MOD 11-2, as ORCID's "Structure of the ORCID
 * Identifier" gives it.
 */
export function orcidCheckDigit(digits: string): string {
  let total = 0;
  for (const digit of digits) {
    total = (total + Number(digit)) * 2;
  }
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * What is wrong with an ORCID in any notation, or null.
 *
 * Source of the range: ORCID's block of ISNI numbers, which the server also
 * demands (idutils, `is_orcid`).
 */
export function orcidTrouble(typed: string): OrcidTrouble | null {
  const orcid = normalizeOrcid(typed);
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(orcid)) {
    return 'form';
  }
  const digits = orcid.replace(/-/g, '').slice(0, 15);
  if (orcidCheckDigit(digits) !== orcid.slice(-1)) {
    return 'check-digit';
  }
  const number = Number(digits);
  const known =
    (number >= 15_000_000 && number <= 35_000_000) ||
    (number >= 900_000_000_000 && number <= 900_100_000_000);
  return known ? null : 'range';
}
