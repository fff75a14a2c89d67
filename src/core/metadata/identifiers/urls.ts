/** Parts of an address, as the server's parser has them. */
interface IAddress {
  /** In lower case; '' = none. */
  readonly scheme: string;
  /** Host with user and port; '' = none. */
  readonly host: string;
  readonly path: string;
}

/**
 * The parts of an address, or null where the server's parser fails (brackets
 * that hold no IPv6 address, characters that turn into `/` or `@`): it would
 * answer 500.
 *
 * Sources: RFC 3986, 3; Python's `urllib.parse.urlsplit`.
 */
export function splitAddress(value: string): IAddress | null {
  const [, scheme = ''] = /^([a-z][a-z\d+.-]*):/i.exec(value) ?? [];
  const rest = scheme ? value.slice(scheme.length + 1) : value;
  if (!rest.startsWith('//')) {
    return {
      scheme: scheme.toLowerCase(),
      host: '',
      path: rest.replace(/[?#].*$/, '')
    };
  }
  const [host] = rest.slice(2).split(/[/?#]/, 1);
  if (
    (/[[\]]/.test(host) &&
      !/^(?:[^[\]@]*@)?\[[\da-f]*(?::[\da-f.]*){2,}\](?::\d*)?$/i.test(host)) ||
    /[/?#@:]/.test(host.normalize('NFKC').replace(/[@:]/g, '')) ||
    countOf(host) !== countOf(host.normalize('NFKC'))
  ) {
    return null;
  }
  return {
    scheme: scheme.toLowerCase(),
    host,
    path: rest.slice(2 + host.length).replace(/[?#].*$/, '')
  };
}

/** How many characters part a host from what is around it. */
function countOf(host: string): number {
  return host.replace(/[^@:]/g, '').length;
}

/** Any scheme with a host, as the scheme `url` takes it. Source: idutils, `is_url`. */
export function isUrl(value: string): boolean {
  const address = splitAddress(value);
  return Boolean(address?.scheme && address.host);
}

/** Source: idutils, `is_urn`. */
export function isUrn(value: string): boolean {
  const address = splitAddress(value);
  return Boolean(address?.scheme === 'urn' && !address.host && address.path);
}

const PURL_HOSTS = [
  'purl.org',
  'purl.oclc.org',
  'purl.net',
  'purl.com',
  'purl.fdlp.gov'
];

/** Source: idutils, `is_purl`. */
export function isPurl(value: string): boolean {
  const address = splitAddress(value);
  return (
    address !== null &&
    /^https?$/.test(address.scheme) &&
    PURL_HOSTS.includes(address.host) &&
    address.path !== ''
  );
}

const ARK = /^ark:\/?[\dbcdfghjkmnp-tv-xz]+\/./;

/** Bare, or in an address of `http`; one of `https` is a URL. Source: idutils, `is_ark`. */
export function isArk(value: string): boolean {
  if (ARK.test(value)) {
    return true;
  }
  const address = splitAddress(value);
  return (
    address?.scheme === 'http' &&
    address.host !== '' &&
    !/;[^/]*$/.test(address.path) &&
    ARK.test(address.path.slice(1))
  );
}

const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';

const WEB_ADDRESS = new RegExp(
  [
    '^(?:https?|ftps?)://',
    "(?:(?:[\\w.~!$&'()*+,;=:-]|%[\\da-f]{2})*@)?",
    `(?:(?:${LABEL}\\.)+[a-z\\d-]{2,}\\.?`,
    '|localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[\\da-f]*:[\\da-f:]+\\])',
    '(?::\\d+)?(?:/?|[/?]\\S+)$'
  ].join(''),
  'i'
);

/**
 * An address of the web with a whole host name, as the server wants it of
 * licences, repositories and conferences.
 *
 * Source: marshmallow, `validate.URL`.
 */
export function isWebAddress(value: string): boolean {
  return WEB_ADDRESS.test(value);
}
