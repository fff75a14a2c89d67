import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { readDay } from './dates';
import { readJson } from './jsonDocument';
import { wordsOf } from './keywords';
import { licensesOf } from './licenses';
import {
  affiliationOf,
  distinctAffiliations,
  namedPerson,
  nobody,
  type Person,
  readOrcid,
  rorIdentifiers,
  withKeys
} from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { roleType } from './knownIds';
import { webAddress, workIdentifier } from './workIdentifier';
import { wellDescribed } from './wellDescribed';

/** Keys of the package; those of its resources are about single files. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    '$schema profile name id title description homepage version licenses license ' +
    'contributors author maintainers keywords image created sources resources'
  ).split(' ')
);

/** Roles of version 1 that are the authors'. */
const AUTHORS: ReadonlySet<string> = new Set(['author', 'creator', '']);

/**
 * Read a datapackage.json, of version 1 or 2.
 *
 * Source: Data Package Standard, "Data Package".
 */
export function readDatapackage(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readJson(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const people = [
    ...top.get('author').items(),
    ...top.get('contributors').items()
  ].map(node => ({ person: readPerson(node), roles: rolesOf(node) }));
  const creators = people.flatMap(({ person, roles }) =>
    person && roles.some(role => AUTHORS.has(role)) ? [person] : []
  );
  const contributors = people.flatMap(({ person, roles }) =>
    person && !roles.some(role => AUTHORS.has(role))
      ? [{ ...person, role: roles.map(roleType).find(id => id) ?? 'other' }]
      : []
  );
  const values: Partial<IMetadata> = {
    ...present('title', top.get('title').plain()),
    ...wellDescribed(top.get('description')),
    ...present('version', top.get('version').line()),
    ...present('creators', withKeys(creators)),
    ...present('contributors', withKeys(contributors)),
    ...present('keywords', wordsOf(top.get('keywords'))),
    ...present(
      'licenses',
      licensesOf(
        [...top.get('licenses').items(), ...top.get('license').items()].map(
          node =>
            node.isObject ? node.any('name', 'type', 'path', 'title') : node
        )
      )
    ),
    ...present('relatedWorks', withKeys(readWorks(top)))
  };
  const offers: Partial<IMetadata> = {
    resourceType: 'dataset',
    ...present('publicationDate', readDay(top.get('created')))
  };
  top.tellOthers(KNOWN);
  return { values, offers, findings: findings.all };
}

function rolesOf(node: SourceNode): string[] {
  const roles = [...node.get('roles').items(), ...node.get('role').items()];
  return roles.length > 0 ? roles.map(role => role.line().toLowerCase()) : [''];
}

function readPerson(node: SourceNode): Person | null {
  const line = (key: string) => node.get(key).plain();
  const name = node.isObject ? line('title') || line('name') : node.plain();
  const family = line('familyName');
  if (!name && !family) {
    return null;
  }
  const path = node.get('path');
  const orcid = /orcid\.org/i.test(path.line()) ? readOrcid(path) : '';
  const affiliations = distinctAffiliations([
    affiliationOf(line('organization'), null)
  ]);
  if (family) {
    const givenName = line('givenName');
    return { ...nobody('person'), familyName: family, givenName, orcid, affiliations }; // prettier-ignore
  }
  return {
    ...namedPerson(name, orcid),
    identifiers: rorIdentifiers(path.line()),
    affiliations
  };
}

function readWorks(
  top: SourceNode
): Omit<IMetadata['relatedWorks'][number], 'key'>[] {
  const homepage = webAddress(top.get('homepage').line());
  const sources = top
    .get('sources')
    .items()
    .flatMap(node => {
      const place = node.isObject ? node.any('path', 'web') : node;
      const identifier = workIdentifier(place.line());
      if (!identifier) {
        node.tellUnused();
      }
      return identifier
        ? [{ ...identifier, relation: 'isderivedfrom', resourceType: '' }]
        : [];
    });
  return [
    ...(homepage
      ? [{ identifier: homepage, scheme: 'url', relation: 'isdocumentedby', resourceType: '' }] // prettier-ignore
      : []),
    ...sources
  ];
}
