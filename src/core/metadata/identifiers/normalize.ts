import { normalizeOrcid } from '../orcid';
import { isbn13 } from './checkDigits';
import { ADS, DOI, GND, HANDLE, PMID, ROR, WIKIDATA } from './schemes';

const first =
  (pattern: RegExp) =>
  (identifier: string): string =>
    pattern.exec(identifier)?.[1] ?? identifier;

const NORMALIZERS: ReadonlyMap<string, (identifier: string) => string> =
  new Map([
    ['doi', first(DOI)],
    ['handle', first(HANDLE)],
    ['ads', one => first(ADS)(one.normalize('NFKD'))],
    ['pmid', first(PMID)],
    ['arxiv', one => `arXiv:${one.replace(/^arxiv:/i, '')}`],
    ['orcid', normalizeOrcid],
    ['gnd', one => `gnd:${first(GND)(one)}`],
    ['isbn', isbn13],
    ['issn', one => one.replace(/[- ]/g, '').toUpperCase()],
    ['ror', first(ROR)],
    ['urn', one => `urn:${one.replace(/^urn:/i, '')}`],
    ['wikidata', first(WIKIDATA)]
  ]);

/**
 * An identifier without the address or prefix with which it may be written, to
 * tell whether two are the same.
 *
 * Source: idutils 1.7, `normalize_pid`.
 */
export function normalizeIdentifier(
  identifier: string,
  scheme: string
): string {
  return NORMALIZERS.get(scheme)?.(identifier) ?? identifier;
}
