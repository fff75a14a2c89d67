import { cleanLine } from '../clean';
import { detectScheme } from '../identifiers/detect';
import { PERSON_SCHEMES } from '../identifiers/schemes';
import type { ICreator, IPersonIdentifier } from '../model';
import { normalizeOrcid } from '../orcid';
import type { IDraftCreator, IDraftIdentifier } from './draftBody';
import { unlessEmpty, vocabularyId } from './unlessEmpty';

function draftIdentifier(one: IPersonIdentifier): IDraftIdentifier {
  const value = cleanLine(one.identifier);
  const scheme = one.scheme || (detectScheme(value, PERSON_SCHEMES) ?? '');
  return {
    ...unlessEmpty('scheme', scheme),
    ...unlessEmpty(
      'identifier',
      scheme === 'orcid' ? normalizeOrcid(value) : value
    )
  };
}

/** A creator or contributor as the server takes it. */
export function draftPerson(creator: ICreator): IDraftCreator {
  const affiliations = creator.affiliations
    .map(({ id, name }) => (id ? { id } : { name: cleanLine(name) }))
    .filter(one => 'id' in one || one.name);
  const identifiers = creator.identifiers.map(draftIdentifier);
  const rest = {
    ...vocabularyId('role', creator.role),
    ...unlessEmpty('affiliations', affiliations)
  };
  if (creator.kind === 'organisation') {
    return {
      person_or_org: {
        type: 'organizational',
        name: cleanLine(creator.name),
        ...unlessEmpty('identifiers', identifiers)
      },
      ...rest
    };
  }
  const identifier = normalizeOrcid(creator.orcid);
  return {
    person_or_org: {
      type: 'personal',
      family_name: cleanLine(creator.familyName),
      ...unlessEmpty('given_name', cleanLine(creator.givenName)),
      ...unlessEmpty('identifiers', [
        ...(identifier ? [{ scheme: 'orcid', identifier }] : []),
        ...identifiers
      ])
    },
    ...rest
  };
}
