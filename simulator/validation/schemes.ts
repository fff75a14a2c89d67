/**
 * Schemes of identifiers: how they look, in the order in which they are
 * detected, and which are allowed where. After `idutils` and
 * invenio-rdm-records' `RDM_RECORDS_*_SCHEMES`.
 */

import { urlparse } from './addresses';
import { isEan, isIsbn, isIsni, isIssn, isIstc, isOrcid } from './numbers';

type Fits = (value: string) => boolean;

const like =
  (pattern: RegExp): Fits =>
  value =>
    pattern.test(value);

const SWHID =
  /^swh:1:(snp|rel|rev|dir|cnt):[0-9a-f]{40}(;((origin|path)=[^;]+|(visit|anchor)=swh:1:(snp|rel|rev|dir|cnt):[0-9a-f]{40}|lines=\d+(-\d+)?))*$/;
const ARK = /^ark:\/?[0-9bcdfghjkmnpqrstvwxz]+\/.+$/;
const RRID_CODES =
  'AB|CVCL|SCR|IMSR|Addgene|DGRC|Flybase|NCBITaxon|MGI|BDSC|WB-STRAIN|ZFIN|ZIRC|DGGR|IMSR_GPT|IMSR_CYAGEN|IMSR_EUMMCR|IMSR_JAX|IMSR_RIKEN_BRC|IMSR_MMRRC|IMSR_TIGM|IMSR_CRL|IMSR_KU|ISMR_NM|ISMR_EM';
const VIAF_URL = /^https?:\/\/(www\.)?viaf\.org\/viaf\//;
const PURL_HOSTS = ['purl.org', 'purl.oclc.org', 'purl.net', 'purl.com', 'purl.fdlp.gov']; // prettier-ignore

const isUrn: Fits = value => {
  const { scheme, netloc, path } = urlparse(value);
  return scheme === 'urn' && netloc === '' && path !== '';
};

/** Every scheme that is tried, in this order. */
const DETECTED: [string, Fits][] = [
  ['doi', like(/^(doi:\s*|(https?:\/\/)?(dx\.)?doi\.org\/)?10\.\d+(\.\d+)*\/.+$/i)], // prettier-ignore
  [
    'ark',
    value => {
      const { scheme, netloc, path, params } = urlparse(value);
      return (
        ARK.test(value) ||
        (scheme === 'http' && netloc !== '' && ARK.test(path.slice(1)) && params === '') // prettier-ignore
      );
    }
  ],
  [
    'handle',
    value =>
      /^(hdl:\s*|(https?:\/\/)?hdl\.handle\.net\/)?[^/.]+(\.[^/.]+)*\/.*$/i.test(value) && // prettier-ignore
      !SWHID.test(value)
  ],
  [
    'purl',
    value => {
      const { scheme, netloc, path } = urlparse(value);
      return /^https?$/.test(scheme) && PURL_HOSTS.includes(netloc) && path !== ''; // prettier-ignore
    }
  ],
  ['lsid', value => isUrn(value) && /^urn:lsid:[^:]+(:[^:]+){2,3}$/i.test(value)], // prettier-ignore
  ['urn', isUrn],
  ['ads', value => /^(ads:|ADS:)?\d{4}[A-Za-z]\S{13}[A-Za-z.:]$/.test(value.normalize('NFKD'))], // prettier-ignore
  ['arxiv', like(/^(arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(\.[a-z]{2})?\/(\d{4}\.\d{4,5}|\d{5,}))(v\d+)?$/i)], // prettier-ignore
  ['isbn', isIsbn],
  ['issn', isIssn],
  ['orcid', isOrcid],
  ['isni', isIsni],
  ['ean13', value => isEan(value, 13)],
  ['ean8', value => isEan(value, 8)],
  ['istc', isIstc],
  ['gnd', like(/^(gnd:|GND:|https?:\/\/d-nb\.info\/gnd\/|d-nb\.info\/gnd\/)?(1[012]?\d{7}[0-9X]|[47]\d{6}-\d|[1-9]\d{0,7}-[0-9X]|3\d{7}[0-9X])/)], // prettier-ignore
  ['ror', like(/^(https?:\/\/)?(ror\.org\/)?0\w{6}\d{2}$/i)],
  ['pmid', like(/^(pmid:|https?:\/\/pubmed.ncbi.nlm.nih.gov\/)?\d+\/?$/i)],
  [
    'url',
    value => {
      const { scheme, netloc } = urlparse(value);
      return scheme !== '' && netloc !== '';
    }
  ],
  ['viaf', value => VIAF_URL.test(value) || /^(viaf:)?[1-9]\d(\d{0,7}|\d{17,20})$/i.test(value)], // prettier-ignore
  ['wikidata', like(/^(wikidata:\s*|(https?:\/\/)?www\.wikidata\.org\/entity\/)?Q\d+$/i)], // prettier-ignore
  ['cstr', like(/^(cstr:)?([A-Za-z0-9_-]+\.){3}[A-Za-z0-9_-]+$/i)],
  ['rrid', like(new RegExp(`^(rrid:)?(${RRID_CODES})+_[A-Za-z0-9_-]+$`, 'i'))]
];

/** Where the first was found, the others go. */
const FILTER: [string, string[]][] = [
  ['url', 'isbn istc urn lsid issn ean8 viaf wikidata cstr'.split(' ')],
  ['ean8', ['gnd', 'pmid', 'viaf']],
  ['ean13', ['gnd', 'pmid']],
  ['isbn', ['gnd', 'pmid']],
  ['orcid', ['gnd', 'pmid']],
  ['isni', ['gnd', 'pmid']],
  ['issn', ['gnd', 'viaf']],
  ['pmid', ['viaf']],
  ['wikidata', ['gnd', 'viaf']]
];

/** Allowed schemes and how the messages call them. */
export type Allowed = { readonly [scheme: string]: string };

export const PERSON_SCHEMES: Allowed = {
  orcid: 'ORCID',
  isni: 'ISNI',
  gnd: 'GND',
  ror: 'ROR'
};

export const AWARD_SCHEMES: Allowed = { url: 'URL', doi: 'DOI' };

export const WORK_SCHEMES: Allowed = {
  ark: 'ARK',
  arxiv: 'arXiv',
  ads: 'Bibcode',
  crossreffunderid: 'Crossref Funder ID',
  cstr: 'CSTR',
  doi: 'DOI',
  ean13: 'EAN13',
  eissn: 'EISSN',
  grid: 'GRID',
  handle: 'Handle',
  igsn: 'IGSN',
  isbn: 'ISBN',
  isni: 'ISNI',
  issn: 'ISSN',
  istc: 'ISTC',
  lissn: 'LISSN',
  lsid: 'LSID',
  pmid: 'PMID',
  purl: 'PURL',
  rrid: 'RRID',
  upc: 'UPC',
  url: 'URL',
  urn: 'URN',
  wikidata: 'Wikidata',
  w3id: 'W3ID',
  other: 'Other'
};

const FITS = new Map<string, Fits>([
  ...DETECTED,
  ['eissn', isIssn],
  ['lissn', isIssn]
]);

/** The first allowed scheme that an identifier looks like. */
export function detectScheme(value: string, allowed: Allowed): string | null {
  let found = DETECTED.filter(([, fits]) => fits(value)).map(([name]) => name);
  const drop = (...names: string[]): void => {
    found = found.filter(name => !names.includes(name));
  };
  if (found.includes('gnd') && value.toLowerCase().startsWith('gnd:')) {
    drop('isbn');
  }
  if (VIAF_URL.test(value)) {
    drop('url', 'handle');
  }
  for (const [name, others] of FILTER) {
    if (found.includes(name)) {
      drop(...others);
    }
  }
  if (found.includes('url')) {
    if (!/^https?:\/\/hdl\.handle\.net\//.test(value)) {
      drop('handle');
    }
  } else if (found.includes('ark') || found.includes('arxiv')) {
    drop('handle');
  }
  return found.find(name => Object.hasOwn(allowed, name)) ?? null;
}

/** Whether an identifier is one of a scheme; schemes without a rule take all. */
export function fitsScheme(value: string, scheme: string): boolean {
  return FITS.get(scheme)?.(value) ?? true;
}
