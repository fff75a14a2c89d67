/**
 * Schemes of identifiers: how they look, in the order in which they are
 * detected. After `idutils` and invenio-rdm-records' `RDM_RECORDS_*_SCHEMES`.
 */

interface IScheme {
  name: string;
  label: string;
  looksLike: RegExp;
  valid?: (value: string) => boolean;
}

const SCHEMES: IScheme[] = [
  {
    name: 'doi',
    label: 'DOI',
    looksLike:
      /^(doi:\s*|(https?:\/\/)?(dx\.)?doi\.org\/)?10\.\d+(\.\d+)*\/\S+$/i
  },
  {
    name: 'ark',
    label: 'ARK',
    looksLike: /^(https?:\/\/\S+\/)?ark:\/?\d+\/\S+$/i
  },
  {
    name: 'arxiv',
    label: 'arXiv',
    looksLike: /^(arxiv:)(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/i
  },
  {
    name: 'bibcode',
    label: 'Bibcode',
    looksLike: /^\d{4}[A-Za-z.&]{5}[\w.]{9}[A-Z]$/
  },
  { name: 'ean13', label: 'EAN13', looksLike: /^\d{13}$/, valid: ean13 },
  {
    name: 'handle',
    label: 'Handle',
    looksLike: /^(hdl:\s*|(https?:\/\/)?hdl\.handle\.net\/)[^/\s]+\/\S+$/i
  },
  { name: 'igsn', label: 'IGSN', looksLike: /^igsn:\s*\S+$/i },
  {
    name: 'isbn',
    label: 'ISBN',
    looksLike: /^(97[89][- ]?)?[\d][\d -]{7,12}[\dXx]$/,
    valid: isbn
  },
  {
    name: 'issn',
    label: 'ISSN',
    looksLike: /^\d{4}-\d{3}[\dXx]$/,
    valid: issn
  },
  {
    name: 'isni',
    label: 'ISNI',
    looksLike:
      /^(https?:\/\/(www\.)?isni\.org\/)?\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{3}[\dXx]$/,
    valid: mod11
  },
  {
    name: 'orcid',
    label: 'ORCID',
    looksLike: /^(https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i,
    valid: mod11
  },
  {
    name: 'gnd',
    label: 'GND',
    looksLike: /^(gnd:|https?:\/\/d-nb\.info\/gnd\/)\S+$/i
  },
  {
    name: 'ror',
    label: 'ROR',
    looksLike: /^(https?:\/\/ror\.org\/)?0\w{6}\d\d$/i
  },
  { name: 'lsid', label: 'LSID', looksLike: /^urn:lsid:\S+$/i },
  {
    name: 'pmid',
    label: 'PMID',
    looksLike: /^(pmid:|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/)\d+\/?$/i
  },
  {
    name: 'purl',
    label: 'PURL',
    looksLike: /^https?:\/\/purl\.(org|oclc\.org|net|com)\/\S+$/i
  },
  { name: 'upc', label: 'UPC', looksLike: /^\d{12}$/ },
  { name: 'urn', label: 'URN', looksLike: /^urn:[a-z0-9][a-z0-9-]+:\S+$/i },
  { name: 'w3id', label: 'W3ID', looksLike: /^https?:\/\/w3id\.org\/\S+$/i },
  { name: 'url', label: 'URL', looksLike: /^(https?|ftp|git|ssh):\/\/\S+$/i }
];

/** The first scheme that an identifier looks like. */
export function detectScheme(
  value: string,
  allowed?: string[]
): IScheme | undefined {
  return SCHEMES.find(
    scheme =>
      (!allowed || allowed.includes(scheme.name)) &&
      scheme.looksLike.test(value) &&
      (scheme.valid?.(value) ?? true)
  );
}

/** What is wrong with an identifier of a scheme, or null. */
export function isValid(
  value: string,
  name: string,
  allowed?: string[]
): { field: string; message: string } | null {
  const scheme = SCHEMES.find(one => one.name === name);
  if (name === 'other' && !allowed) {
    return null;
  }
  if (!scheme || (allowed && !allowed.includes(name))) {
    return { field: 'scheme', message: 'Invalid scheme.' };
  }
  if (!scheme.looksLike.test(value) || scheme.valid?.(value) === false) {
    return {
      field: 'identifier',
      message: `Invalid ${scheme.label} identifier.`
    };
  }
  return null;
}

/** The identifier without the address that it may have been written with. */
export function normalise(value: string, name: string): string {
  if (name === 'doi') {
    return value.replace(/^(doi:\s*|(https?:\/\/)?(dx\.)?doi\.org\/)/i, '');
  }
  if (['orcid', 'ror', 'isni'].includes(name)) {
    return value.replace(/^https?:\/\/[^/]+\//i, '').toUpperCase() ===
      value.toUpperCase()
      ? value
      : value.replace(/^https?:\/\/[^/]+\//i, '');
  }
  return value;
}

/** The check digit of ORCID and ISNI (ISO 7064 mod 11-2). */
function mod11(value: string): boolean {
  const digits = value.replace(/^https?:\/\/[^/]+\//i, '').replace(/[- ]/g, '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) {
    total = (total + Number(digit)) * 2;
  }
  const check = (12 - (total % 11)) % 11;
  return digits.slice(-1).toUpperCase() === (check === 10 ? 'X' : `${check}`);
}

function issn(value: string): boolean {
  const digits = value.replace('-', '').toUpperCase();
  const sum = [...digits].reduce(
    (total, digit, at) =>
      total + (digit === 'X' ? 10 : Number(digit)) * (8 - at),
    0
  );
  return sum % 11 === 0;
}

function ean13(value: string): boolean {
  const sum = [...value].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1),
    0
  );
  return sum % 10 === 0;
}

function isbn(value: string): boolean {
  const digits = value.replace(/[- ]/g, '').toUpperCase();
  if (digits.length === 13) {
    return /^\d{13}$/.test(digits) && ean13(digits);
  }
  if (digits.length !== 10) {
    return false;
  }
  const sum = [...digits].reduce(
    (total, digit, at) =>
      total + (digit === 'X' ? 10 : Number(digit)) * (10 - at),
    0
  );
  return sum % 11 === 0;
}
