/** Which form of an answer is asked for (flask-resources). */

import { refuse } from './http';

/** InvenioRDM's JSON with localised texts. */
export const RDM = 'application/vnd.inveniordm.v1+json';

/** The forms in which records are served, in the server's order. */
export const RECORD_TYPES = [
  'application/json',
  'application/ld+json',
  'application/vnd.inveniordm.v1.full+csv',
  'application/vnd.inveniordm.v1.simple+csv',
  'application/marcxml+xml',
  RDM,
  'application/vnd.citationstyles.csl+json',
  'application/vnd.datacite.datacite+json',
  'application/vnd.geo+json',
  'application/vnd.datacite.datacite+xml',
  'application/ld+json;profile="https://datapackage.org/profiles/2.0/datapackage.json"',
  'application/x-dc+xml',
  'text/x-bibliography',
  'application/x-bibtex',
  'application/dcat+xml',
  'application/linkset+json'
];

/** The first of the offered types that the request accepts. */
export function negotiate(request: Request, offered: string[]): string {
  const header = request.headers.get('Accept');
  if (!header) {
    return offered[0];
  }
  const asked = header
    .split(',')
    .map(part => {
      const [type, ...parameters] = part.trim().split(';');
      const q = parameters.find(one => one.trim().startsWith('q='));
      const rest = parameters.filter(one => !one.trim().startsWith('q='));
      return {
        type: [type.trim(), ...rest.map(one => one.trim())].join(';'),
        q: q ? Number(q.split('=')[1]) : 1
      };
    })
    .sort((a, b) => b.q - a.q);
  for (const { type } of asked) {
    if (offered.includes(type)) {
      return type;
    }
    const group = /^([^/]+)\/\*$/.exec(type)?.[1];
    const found = offered.find(
      one => type === '*/*' || (group && one.startsWith(`${group}/`))
    );
    if (found) {
      return found;
    }
  }
  throw refuse(
    406,
    `Invalid 'Accept' header. Expected one of: ${offered.join(', ')}`
  );
}
