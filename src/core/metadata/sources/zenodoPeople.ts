import type { IMetadata } from '../model';
import {
  affiliationOf,
  distinctAffiliations,
  identifiersOf,
  namedPerson,
  type Person,
  readOrcid,
  withKeys
} from './people';
import { present } from './present';
import { rorId } from './ror';
import type { SourceNode } from './sourceNode';
import { roleType } from './knownIds';

const KNOWN: ReadonlySet<string> = new Set(
  'name affiliation orcid gnd type'.split(' ')
);

/** `creators`, `contributors` and `thesis_supervisors` of a deposit. */
export function readZenodoPeople(top: SourceNode): Partial<IMetadata> {
  const supervisors = top
    .get('thesis_supervisors')
    .items()
    .flatMap(node => readPerson(node, 'supervisor'));
  const contributors = top
    .get('contributors')
    .items()
    .flatMap(node => readPerson(node, readRole(node.get('type'))));
  const creators = top
    .get('creators')
    .items()
    .flatMap(node => readPerson(node, ''));
  return {
    ...present('creators', withKeys(creators)),
    ...present('contributors', withKeys([...supervisors, ...contributors]))
  };
}

/** What the site demands of a contributor; "other" where the file says none that it knows. */
function readRole(node: SourceNode): string {
  const written = node.line();
  const role = roleType(written);
  if (written && !role) {
    node.complain();
  }
  return role || 'other';
}

function readPerson(node: SourceNode, role: string): Person[] {
  const name = (node.isObject ? node.get('name') : node).plain();
  if (!name) {
    const { path, trans } = node.findings;
    node.tell(
      'nameless',
      'warning',
      trans.__('“%1” in %2 has no name, and was not used.', node.name, path)
    );
    return [];
  }
  const orcid = readOrcid(node.get('orcid'));
  const affiliations = node
    .get('affiliation')
    .items()
    .map(one => {
      const written = one.plain();
      const ror = rorId(written);
      return affiliationOf(ror ? '' : written, ror);
    });
  const gnd = node
    .get('gnd')
    .line()
    .replace(/^(?:gnd:|https?:\/\/d-nb\.info\/gnd\/)/i, '');
  node.tellOthers(KNOWN);
  return [
    {
      ...namedPerson(name, orcid),
      affiliations: distinctAffiliations(affiliations),
      identifiers: identifiersOf([['gnd', gnd && `gnd:${gnd}`]]),
      role
    }
  ];
}
