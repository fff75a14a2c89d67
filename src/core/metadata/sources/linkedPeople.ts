import type { IAffiliation } from '../model';
import { addressIn, idOf, member, members, nameIn, typesOf } from './linked';
import {
  affiliationOf,
  distinctAffiliations,
  namedPerson,
  nobody,
  type Person,
  readOrcid,
  rorIdentifiers
} from './people';
import { rorId } from './ror';
import type { SourceNode } from './sourceNode';
import { roleType } from './knownIds';

/** Finds what stands elsewhere in the file under an id; null where nothing does. */
export type Lookup = (id: string) => SourceNode | null;

/** An object, or the one that it refers to. */
export function resolved(node: SourceNode, lookup: Lookup): SourceNode {
  const id = node.isObject ? idOf(node) : node.line();
  const isReference =
    !node.isObject || node.keys.every(key => key === '@id' || key === 'id');
  return (isReference && id ? lookup(id) : null) ?? node;
}

function affiliation(node: SourceNode, lookup: Lookup): IAffiliation | null {
  const one = resolved(node, lookup);
  const name = one.isObject
    ? member(one, 'name', 'legalName').plain()
    : one.plain();
  const ror = rorId(one.isObject ? idOf(one) : name);
  return affiliationOf(rorId(name) ? '' : name, ror);
}

/** Where an ORCID may stand: the id, `identifier`, `sameAs`, `url`. */
function orcidNode(node: SourceNode): SourceNode | null {
  const places = [
    node.any('@id', 'id'),
    ...['identifier', 'orcid', 'sameAs', 'url'].flatMap(key =>
      members(node, key)
    )
  ];
  for (const place of places) {
    const value = place.isObject ? member(place, 'value', '@id') : place;
    const text = typeof value.value === 'string' ? value.value : '';
    if (/orcid/i.test(text) || /^(?:\d{4}-){3}\d{3}[\dx]$/i.test(text.trim())) {
      return value;
    }
  }
  return null;
}

/**
 * A person or organisation of schema.org. Null for one without a name, which is
 * told.
 */
export function linkedPerson(
  written: SourceNode,
  lookup: Lookup,
  role = ''
): Person | null {
  const node = resolved(written, lookup);
  if (!node.isObject) {
    const name = node.plain();
    return name ? { ...namedPerson(name), role } : null;
  }
  const join = (key: string) =>
    members(node, key)
      .map(one => one.plain())
      .filter(part => part)
      .join(' ');
  const types = typesOf(node);
  const name = member(node, 'name', 'legalName').plain();
  const family = join('familyName');
  const given = join('givenName');
  const affiliations = distinctAffiliations(
    members(node, 'affiliation', 'worksFor').map(one =>
      affiliation(one, lookup)
    )
  );
  const place = orcidNode(node);
  const orcid = place ? readOrcid(place) : '';
  if (types.some(type => /organi[sz]ation|consortium|project/.test(type))) {
    const identifiers = rorIdentifiers(addressIn(node));
    return name
      ? { ...nobody('organisation'), name, identifiers, affiliations, role }
      : nameless(node);
  }
  if (family || given) {
    const familyName = family || given;
    const givenName = family ? given : '';
    return { ...nobody('person'), familyName, givenName, orcid, affiliations, role }; // prettier-ignore
  }
  if (!name) {
    return nameless(node);
  }
  const isPerson = types.includes('person') || orcid !== '';
  return {
    ...namedPerson(name, orcid, isPerson || name.includes(',')),
    affiliations,
    role
  };
}

function nameless(node: SourceNode): null {
  const { path, trans } = node.findings;
  node.tell(
    'nameless',
    'warning',
    trans.__('“%1” in %2 has no name, and was not used.', node.name, path)
  );
  return null;
}

/** Several of them, and the roles that stand among them (codemeta 3). */
export function linkedPeople(
  nodes: readonly SourceNode[],
  lookup: Lookup,
  role = ''
): Person[] {
  const roles = new Map<string, string>();
  for (const node of nodes.filter(one => typesOf(one).includes('role'))) {
    const about = member(node, 'author', 'contributor');
    const name = member(node, 'roleName');
    const id = roleType(name.line());
    if (id) {
      roles.set(about.isObject ? idOf(about) : about.line(), id);
    } else {
      name.tellUnused();
    }
  }
  return nodes
    .filter(one => !typesOf(one).includes('role'))
    .flatMap(node => {
      const own = roles.get(node.isObject ? idOf(node) : node.line()) ?? role;
      const person = linkedPerson(node, lookup, own);
      return person ? [person] : [];
    });
}

/** The name and address of a funder or other organisation. */
export function organisationIn(
  node: SourceNode,
  lookup: Lookup
): { readonly name: string; readonly address: string } {
  const one = resolved(node, lookup);
  return { name: nameIn(one), address: addressIn(one) };
}
