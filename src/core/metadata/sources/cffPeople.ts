import {
  affiliationOf,
  distinctAffiliations,
  identifiersOf,
  nobody,
  type Person,
  readOrcid,
  rorIdentifiers
} from './people';
import { rorId } from './ror';
import type { SourceNode } from './sourceNode';

/** Keys of a person or entity: those that are read, and contact data, which are not for a record. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'family-names given-names name-particle name-suffix alias name orcid affiliation ' +
    'website email address city region post-code country tel fax location ' +
    'date-start date-end'
  ).split(' ')
);

/**
 * The persons and entities of a list. The site wants a family name of each
 * person, so that a single name of any kind becomes that.
 *
 * Source: CFF 1.2.0 schema guide, `definitions.person` and `definitions.entity`.
 */
export function cffPeople(list: SourceNode, role = ''): Person[] {
  return list.items().flatMap(node => cffPerson(node, role));
}

function cffPerson(node: SourceNode, role: string): Person[] {
  if (!node.isObject) {
    const familyName = node.plain();
    return familyName ? [{ ...nobody('person'), familyName, role }] : [];
  }
  node.tellOthers(KNOWN);
  const affiliations = distinctAffiliations(
    node
      .get('affiliation')
      .items()
      .map(one => {
        const written = one.plain();
        const ror = rorId(written);
        return affiliationOf(ror ? '' : written, ror);
      })
  );
  const orcid = readOrcid(node.get('orcid'));
  const name = node.get('name').plain();
  if (name) {
    const identifiers = [
      ...identifiersOf([['orcid', orcid]]),
      ...rorIdentifiers(node.get('website').line())
    ].map((one, index) => ({ ...one, key: `source-${index + 1}` }));
    return [
      { ...nobody('organisation'), name, identifiers, affiliations, role }
    ];
  }
  const given = node.get('given-names').plain();
  const family = ['name-particle', 'family-names', 'name-suffix']
    .map(key => node.get(key).plain())
    .filter(part => part)
    .join(' ');
  const alias = node.get('alias').plain();
  const familyName = family || given || alias;
  if (!familyName) {
    tellNameless(node);
    return [];
  }
  if (!family && !given) {
    tellAlias(node, alias);
  }
  const givenName = family ? given : '';
  return [
    { ...nobody('person'), familyName, givenName, orcid, affiliations, role }
  ];
}

function tellNameless(node: SourceNode): void {
  const { path, trans } = node.findings;
  node.tell(
    'nameless',
    'warning',
    trans.__('“%1” in %2 has no name, and was not used.', node.name, path)
  );
}

function tellAlias(node: SourceNode, alias: string): void {
  const { path, trans } = node.findings;
  node.tell(
    'alias',
    'warning',
    trans.__('%1 knows “%2” by no other name.', path, alias)
  );
}
