import { plainEnglish } from '../../text';
import { orcidTrouble } from '../orcid';
import { isEan13, isEan8, isIsbn, isIsni, isIssn, isIstc } from './checkDigits';
import { workSchemes } from './workSchemes';
import { isArk, isPurl, isUrl, isUrn } from './urls';

const RRID =
  /^(?:rrid:)?(?:AB|CVCL|SCR|IMSR|Addgene|DGRC|Flybase|NCBITaxon|MGI|BDSC|WB-STRAIN|ZFIN|ZIRC|DGGR|ISMR)(?:_[\w-]+)+$/i;

const SWH_CORE = 'swh:1:(?:snp|rel|rev|dir|cnt):[\\da-f]{40}';

const SWH = new RegExp(
  `^${SWH_CORE}(?:;(?:(?:origin|path)=[^;]+|(?:visit|anchor)=${SWH_CORE}|lines=\\d+(?:-\\d+)?))*$`
);

export const DOI =
  /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d+(?:\.\d+)*\/.+)$/i;
export const HANDLE =
  /^(?:hdl:\s*|(?:https?:\/\/)?hdl\.handle\.net\/)?([^/.]+(?:\.[^/.]+)*\/.*)$/i;
export const ADS = /^(?:ads:|ADS:)?(\d{4}[A-Za-z]\S{13}[A-Za-z.:])$/;
export const PMID =
  /^(?:pmid:|https?:\/\/pubmed.ncbi.nlm.nih.gov\/)?(\d+)\/?$/i;
export const GND =
  /^(?:gnd:|GND:|https?:\/\/d-nb\.info\/gnd\/|d-nb\.info\/gnd\/)?(1[012]?\d{7}[\dX]|[47]\d{6}-\d|[1-9]\d{0,7}-[\dX]|3\d{7}[\dX])/;
export const ROR = /^(?:https?:\/\/)?(?:ror\.org\/)?(0\w{6}\d{2})$/i;
export const WIKIDATA =
  /^(?:wikidata:\s*|(?:https?:\/\/)?www\.wikidata\.org\/entity\/)?(Q\d+)$/i;

/** Of which there are two: before and after April 2007. */
const ARXIV = [
  /^(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?$/i,
  /^(?:arxiv:)?[a-z-]+(?:\.[a-z]{2})?\/\d{4}\.\d{4,5}(?:v\d+)?$/i,
  /^(?:arxiv:)?[a-z-]+(?:\.[a-z]{2})?\/\d{4}\d+(?:v\d+)?$/i
];

const LSID = /^urn:lsid:[^:]+(?::[^:]+){2,3}$/i;
const CSTR = /^(?:cstr:)?(?:[\w-]+\.){3}[\w-]+$/i;
const VIAF_ADDRESS = /^https?:\/\/(?:www\.)?viaf\.org\/viaf\//;
const VIAF = /^(?:viaf:)?[1-9]\d(?:\d{17,20}|\d{0,7})$/i;

/** Whether an identifier may be of a scheme. */
export type IsOfScheme = (identifier: string) => boolean;

const matches =
  (...patterns: readonly RegExp[]): IsOfScheme =>
  identifier =>
    patterns.some(pattern => pattern.test(identifier));

/**
 * Schemes that can be told from an identifier, in the order in which the server
 * tries them; those that it tries and never answers with are here as far as
 * they rule others out.
 *
 * Sources: idutils 1.7, `schemes.py` and `validators.py`; metadata crosswalk 5.3.
 */
export const DETECTED: readonly (readonly [string, IsOfScheme])[] = [
  ['doi', matches(DOI)],
  ['ark', isArk],
  ['handle', one => HANDLE.test(one) && !SWH.test(one)],
  ['purl', isPurl],
  ['lsid', one => isUrn(one) && LSID.test(one)],
  ['urn', isUrn],
  ['ads', one => ADS.test(one.normalize('NFKD'))],
  ['arxiv', matches(...ARXIV)],
  ['isbn', isIsbn],
  ['issn', isIssn],
  ['orcid', one => isOrcid(one)],
  ['isni', isIsni],
  ['ean13', isEan13],
  ['ean8', isEan8],
  ['istc', isIstc],
  ['gnd', matches(GND)],
  ['ror', matches(ROR)],
  ['pmid', matches(PMID)],
  ['url', isUrl],
  ['viaf', matches(VIAF_ADDRESS, VIAF)],
  ['wikidata', matches(WIKIDATA)],
  ['cstr', matches(CSTR)],
  ['rrid', matches(RRID)]
];

/** The server takes fewer notations than we do: what it refuses is not sent as it is. */
function isOrcid(identifier: string): boolean {
  const number = identifier.replace(/^https?:\/\/orcid\.org\//, '');
  return /^[\d -]+[\dX]$/.test(number) && orcidTrouble(number) === null;
}

const always: IsOfScheme = () => true;

const validators = new Map<string, IsOfScheme>([
  ...DETECTED,
  ['eissn', isIssn],
  ['lissn', isIssn],
  ['crossreffunderid', always],
  ['grid', always],
  ['igsn', always],
  ['upc', always],
  ['w3id', always],
  ['other', always]
]);

/** Schemes of persons and organisations. Source: `RDM_RECORDS_PERSONORG_SCHEMES`. */
export const PERSON_SCHEMES: readonly string[] = [
  'orcid',
  'isni',
  'gnd',
  'ror'
];

/** Schemes of works: alternate identifiers, related works, references. */
export const WORK_SCHEMES: readonly string[] = workSchemes(plainEnglish).map(
  ({ id }) => id
);

/** Whether an identifier may be of a scheme; false for schemes that are not known. */
export function isOfScheme(identifier: string, scheme: string): boolean {
  return validators.get(scheme)?.(identifier) ?? false;
}

/** Whether an address is one of VIAF, which the server takes for nothing else. */
export function isViafAddress(identifier: string): boolean {
  return VIAF_ADDRESS.test(identifier);
}
