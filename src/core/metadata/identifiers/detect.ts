import { cleanLine } from '../clean';
import { DETECTED, isViafAddress } from './schemes';
import { splitAddress } from './urls';

/** Where the first scheme is found, the others are not meant. */
const FILTERS: readonly (readonly [string, readonly string[]])[] = [
  ['url', ['isbn', 'istc', 'urn', 'lsid', 'issn', 'ean8', 'viaf', 'wikidata', 'cstr']], // prettier-ignore
  ['ean8', ['gnd', 'pmid', 'viaf']],
  ['ean13', ['gnd', 'pmid']],
  ['isbn', ['gnd', 'pmid']],
  ['orcid', ['gnd', 'pmid']],
  ['isni', ['gnd', 'pmid']],
  ['issn', ['gnd', 'viaf']],
  ['pmid', ['viaf']],
  ['wikidata', ['gnd', 'viaf']]
];

/** All schemes that an identifier may be of, the likeliest first. */
function detectSchemes(identifier: string): string[] {
  const found = new Set(
    DETECTED.filter(([, isOf]) => isOf(identifier)).map(([scheme]) => scheme)
  );
  if (found.has('gnd') && /^gnd:/i.test(identifier)) {
    found.delete('isbn');
  }
  if (found.has('viaf') && isViafAddress(identifier)) {
    found.delete('url');
    found.delete('handle');
  }
  for (const [scheme, others] of FILTERS) {
    if (found.has(scheme)) {
      others.forEach(other => found.delete(other));
    }
  }
  const isHandleAddress = /^https?:\/\/hdl\.handle\.net\//.test(identifier);
  if (
    (found.has('url') && !isHandleAddress) ||
    (!found.has('url') && (found.has('ark') || found.has('arxiv')))
  ) {
    found.delete('handle');
  }
  return [...found];
}

/**
 * The scheme that the server would tell from an identifier, or null where it
 * would refuse it. It takes a bare path (`github.com/a/b`) for a handle, and
 * any number for a PubMed id.
 *
 * @param allowed - `WORK_SCHEMES` or `PERSON_SCHEMES`
 *
 * Source: idutils 1.7, `detect_identifier_schemes`; marshmallow-utils,
 * `IdentifierSchema`.
 */
export function detectScheme(
  identifier: string,
  allowed: readonly string[]
): string | null {
  const clean = cleanLine(identifier);
  if (splitAddress(clean) === null) {
    return null; // The server would break.
  }
  return detectSchemes(clean).find(scheme => allowed.includes(scheme)) ?? null;
}
