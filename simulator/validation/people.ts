/** Creators and contributors. */

import { Json, listOf, objectOf, textOf } from '../json';
import { resolve } from '../vocabularies';
import { identifierBySchemes, vocabulary } from './fields';
import { Errors, list, Load, object, oneOf, text } from './loader';
import { PERSON_SCHEMES } from './schemes';

const TYPES = ['organizational', 'personal'];

/** A person or organisation (`PersonOrOrganizationSchema`). */
const personOrOrganisation: Load = object({
  fields: {
    type: oneOf(
      TYPES,
      `Invalid value. Choose one of ['${TYPES.join("', '")}'].`
    ),
    name: text(),
    given_name: text(),
    family_name: text(),
    identifiers: identifierBySchemes(PERSON_SCHEMES)
  },
  check(loaded, path, errors) {
    if (loaded.type === undefined) {
      if (!errors.within(`${path}.type`)) {
        errors.add(
          `${path}.type`,
          `Invalid value. Choose one of ['${TYPES.join("', '")}'].`
        );
      }
    } else if (loaded.type === 'personal' && !loaded.family_name) {
      errors.add(`${path}.family_name`, 'Family name cannot be blank.');
    } else if (loaded.type === 'organizational' && !loaded.name) {
      errors.add(`${path}.name`, 'Name cannot be blank.');
    }
  },
  finish(loaded) {
    if (loaded.type === 'organizational') {
      const { family_name: _f, given_name: _g, ...organisation } = loaded;
      return organisation;
    }
    const name = [textOf(loaded.family_name), textOf(loaded.given_name)]
      .filter(part => part)
      .join(', ');
    return { ...loaded, name };
  }
});

/** An affiliation by id, or by name. */
const affiliation: Load = object({
  fields: { id: text(1), name: text() },
  check(loaded, path, errors) {
    if (loaded.id === undefined && !loaded.name) {
      errors.add(
        `${path}.affiliations`,
        'An existing id or free text name must be present.'
      );
    }
  },
  finish: loaded => (loaded.id === undefined ? loaded : { id: loaded.id })
});

const affiliations: Load = (value, path, errors) => {
  const loaded = list(affiliation)(value, path, errors);
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const one of listOf(loaded).map(objectOf)) {
    if (one.id !== undefined) {
      resolve('affiliations', textOf(one.id));
    }
    const name = textOf(one.id) || textOf(one.name);
    (seen.has(name) ? twice : seen).add(name);
  }
  if (twice.size) {
    errors.add(path, `Duplicated affiliations: ${[...twice].join(', ')}`);
  }
  // An affiliation with an id is a reference, whatever else was sent with it.
  return listOf(loaded).map((one): Json => {
    const { id } = objectOf(one);
    return id === undefined ? one : { id };
  });
};

function person(roles: string, required: string[]): Load {
  return (value: Json, path: string, errors: Errors) =>
    object({
      fields: {
        person_or_org: personOrOrganisation,
        role: vocabulary(roles),
        affiliations
      },
      required: ['person_or_org', ...required]
    })(value, path, errors);
}

/** One creator. */
export const creator = person('creatorsroles', []);

/** One contributor, who must have a role. */
export const contributor = person('contributorsroles', ['role']);
