import { asList, asObject } from '../../zenodo/parse';
import { emptyCreator } from '../empty';
import type { IAffiliation, ICreator, IPersonIdentifier } from '../model';
import { idOf, textOf } from './json';

function affiliationOf(value: unknown): IAffiliation[] {
  const { name } = asObject(value);
  const id = idOf(value);
  return id || textOf(name)
    ? [{ name: textOf(name) || id, ...(id && { id }) }]
    : [];
}

/** A creator or contributor of a record, as the form holds it. */
export function readPerson(value: unknown, key: string): ICreator {
  const { person_or_org: one, role, affiliations } = asObject(value);
  const { type, name, family_name, given_name, identifiers } = asObject(one);
  const kind = type === 'organizational' ? 'organisation' : 'person';
  const all = asList(identifiers).map(
    (identifier, index): IPersonIdentifier => {
      const { scheme, identifier: typed } = asObject(identifier);
      return {
        key: `${key}-${index}`,
        scheme: textOf(scheme),
        identifier: textOf(typed)
      };
    }
  );
  const orcid =
    kind === 'person'
      ? all.find(({ scheme }) => scheme === 'orcid')
      : undefined;
  return {
    ...emptyCreator(key, kind),
    familyName: kind === 'person' ? textOf(family_name) : '',
    givenName: kind === 'person' ? textOf(given_name) : '',
    name: kind === 'organisation' ? textOf(name) : '',
    orcid: orcid?.identifier ?? '',
    identifiers: all.filter(identifier => identifier !== orcid),
    affiliations: asList(affiliations).flatMap(affiliationOf),
    role: idOf(role)
  };
}
