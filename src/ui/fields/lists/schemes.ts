/**
 * Kinds of identifiers that the site takes for works, and their names, which
 * are the same in all languages. Source: metadata crosswalk 5.3.
 */
export const schemes: readonly (readonly [id: string, name: string])[] = [
  ['ark', 'ARK'],
  ['arxiv', 'arXiv'],
  ['ads', 'ADS'],
  ['crossreffunderid', 'Crossref Funder ID'],
  ['cstr', 'CSTR'],
  ['doi', 'DOI'],
  ['ean13', 'EAN13'],
  ['eissn', 'EISSN'],
  ['grid', 'GRID'],
  ['handle', 'Handle'],
  ['igsn', 'IGSN'],
  ['isbn', 'ISBN'],
  ['isni', 'ISNI'],
  ['issn', 'ISSN'],
  ['istc', 'ISTC'],
  ['lissn', 'LISSN'],
  ['lsid', 'LSID'],
  ['pmid', 'PMID'],
  ['purl', 'PURL'],
  ['rrid', 'RRID'],
  ['upc', 'UPC'],
  ['url', 'URL'],
  ['urn', 'URN'],
  ['wikidata', 'Wikidata'],
  ['w3id', 'W3ID']
];
