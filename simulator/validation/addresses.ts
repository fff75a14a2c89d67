/** Addresses, as Python's `urllib` and marshmallow look at them. */

import { broken } from '../http';

interface IParsed {
  scheme: string;
  netloc: string;
  path: string;
  params: string;
}

/** Schemes whose last part of a path may have parameters after a semicolon. */
const WITH_PARAMETERS = ['', 'ftp', 'hdl', 'http', 'https', 'shttp', 'rtsp', 'sip', 'sips', 'mms', 'sftp', 'tel']; // prettier-ignore

/** `urllib.parse.urlparse`; where that raises, the server answers 500. */
export function urlparse(value: string): IParsed {
  let rest = value;
  let scheme = '';
  let netloc = '';
  const colon = rest.indexOf(':');
  if (colon > 0 && /^[a-z][a-z0-9+.-]*$/i.test(rest.slice(0, colon))) {
    scheme = rest.slice(0, colon).toLowerCase();
    rest = rest.slice(colon + 1);
  }
  if (rest.startsWith('//')) {
    const end = rest.slice(2).search(/[/?#]/);
    netloc = end < 0 ? rest.slice(2) : rest.slice(2, end + 2);
    rest = rest.slice(netloc.length + 2);
    checkNetloc(netloc);
  }
  const path = rest.split('#')[0].split('?')[0];
  const semicolon = path.indexOf(';', path.lastIndexOf('/') + 1);
  return WITH_PARAMETERS.includes(scheme) && semicolon >= 0
    ? {
        scheme,
        netloc,
        path: path.slice(0, semicolon),
        params: path.slice(semicolon + 1)
      }
    : { scheme, netloc, path, params: '' };
}

function checkNetloc(netloc: string): void {
  if (netloc.includes('[') !== netloc.includes(']')) {
    throw broken();
  }
  const inside = /\[(.*?)\]/.exec(netloc)?.[1];
  if (inside !== undefined && !/^[0-9a-f]*(:[0-9a-f.]*){2,}$/i.test(inside)) {
    throw broken();
  }
  const bare = netloc.replace(/[@:#?]/g, '');
  if (/[/?#@:]/.test(bare.normalize('NFKC'))) {
    throw broken();
  }
}

const PART = '[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?';
const USER = "(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?";
const HOSTS = [
  `(?:${PART}\\.)+(?:[A-Z]{2,6}\\.?|[A-Z0-9-]{2,}\\.?)`,
  'localhost',
  '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}',
  '\\[[A-F0-9]*:[A-F0-9:]+\\]'
];
const ADDRESS = new RegExp(
  `^[a-z0-9.+-]*://${USER}(?:${HOSTS.join('|')})(?::\\d+)?(?:/?|[/?]\\S+)$`,
  'i'
);

/** marshmallow's `validate.URL()`. */
export function isAddress(value: string): boolean {
  const [scheme] = value.split('://');
  return (
    ['http', 'https', 'ftp', 'ftps'].includes(scheme.toLowerCase()) &&
    ADDRESS.test(value)
  );
}
