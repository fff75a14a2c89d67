/**
 * The metadata of a draft (`MetadataSchema` of invenio-rdm-records). Loading
 * keeps what is valid; the errors say what was left out or is missing.
 */

import { IFieldError } from '../http';
import { IJsonObject, isObject, Json, objectOf, textOf } from '../json';
import { resolve } from '../vocabularies';
import { edtfDate, edtfDateTime } from './dates';
import {
  htmlText,
  identifier,
  identifierBySchemes,
  identifierOnce,
  url,
  vocabulary
} from './fields';
import { anything, Errors, list, Load, object, REQUIRED, text } from './loader';
import { contributor, creator } from './people';
import { AWARD_SCHEMES, WORK_SCHEMES } from './schemes';

const subject: Load = object({
  fields: { id: text(1), subject: text() },
  dumpOnly: ['scheme', 'props', 'title'],
  check(loaded, path, errors) {
    if (loaded.id !== undefined) {
      resolve('subjects', textOf(loaded.id));
    } else if (!loaded.subject) {
      errors.add(
        `${path}.subjects`,
        'An existing id or a free text subject must be present.'
      );
    }
  },
  finish: loaded => (loaded.id === undefined ? loaded : { id: loaded.id })
});

/** A licence by id, or by title, description and link (`RightsSchema`). */
const right: Load = (value, path, errors) => {
  const loaded = object({
    fields: {
      id: text(1),
      title: anything,
      description: anything,
      link: url()
    },
    dumpOnly: ['props', 'icon'],
    check(found, at, problems) {
      if (found.id !== undefined) {
        resolve('licenses', textOf(found.id));
        if (found.title !== undefined || found.link !== undefined) {
          problems.add(
            `${at}.rights`,
            'Only an existing id or free text title/description/link is accepted, but not both cases at the same time'
          );
        }
      } else if (found.title === undefined) {
        problems.add(
          `${at}.rights`,
          'An existing id or a free text title must be present'
        );
      }
    }
  })(value, path, errors);
  return isObject(loaded) && loaded.id !== undefined
    ? { id: loaded.id }
    : loaded;
};

const funder: Load = object({
  fields: { id: text(1), name: text() },
  dumpOnly: ['title', 'country', 'identifiers'],
  check(loaded, path, errors) {
    if (loaded.id !== undefined) {
      resolve('funders', textOf(loaded.id));
    } else if (!loaded.name) {
      errors.add(
        `${path}.funder`,
        'An existing id or a free text name must be present.'
      );
    }
  },
  finish: loaded => (loaded.id === undefined ? loaded : { id: loaded.id })
});

const award: Load = object({
  fields: {
    id: text(1),
    title: anything,
    number: text(),
    acronym: text(),
    identifiers: identifierBySchemes(AWARD_SCHEMES)
  },
  dumpOnly: ['funder', 'program', 'subjects', 'organizations', 'description'],
  check(loaded, path, errors) {
    if (loaded.id !== undefined) {
      resolve('awards', textOf(loaded.id));
    } else if (loaded.title === undefined && !loaded.number) {
      errors.add(
        `${path}.award`,
        'An existing id or either number or title must be present.'
      );
    }
  },
  finish: loaded => (loaded.id === undefined ? loaded : { id: loaded.id })
});

const FIELDS: { [key: string]: Load } = {
  resource_type: vocabulary('resourcetypes'),
  creators: list(creator, true),
  title: text(3),
  additional_titles: list(
    object({
      fields: {
        title: text(3),
        type: vocabulary('titletypes'),
        lang: vocabulary('languages')
      },
      required: ['title', 'type']
    })
  ),
  publisher: text(),
  publication_date: edtfDate,
  subjects: list(subject),
  contributors: list(contributor),
  dates: list(
    object({
      fields: {
        date: edtfDateTime,
        type: vocabulary('datetypes'),
        description: text()
      },
      required: ['date', 'type']
    })
  ),
  languages: list(vocabulary('languages')),
  identifiers: identifierOnce(WORK_SCHEMES),
  related_identifiers: list(
    identifier({
      allowed: WORK_SCHEMES,
      more: {
        relation_type: vocabulary('relationtypes'),
        resource_type: vocabulary('resourcetypes')
      },
      required: ['relation_type']
    })
  ),
  sizes: list(text(1)),
  formats: list(text(1)),
  version: text(0, 191),
  rights: list(right),
  copyright: htmlText(1),
  description: htmlText(3),
  additional_descriptions: list(
    object({
      fields: {
        description: htmlText(3),
        type: vocabulary('descriptiontypes'),
        lang: vocabulary('languages')
      },
      required: ['description', 'type']
    })
  ),
  locations: anything,
  funding: list(object({ fields: { funder, award }, required: ['funder'] })),
  references: list(
    identifier({
      allowed: WORK_SCHEMES,
      more: { reference: text() },
      required: ['reference'],
      optional: true
    })
  )
};

const NEEDED = ['resource_type', 'creators', 'title', 'publication_date'];

/** Load the metadata of a draft; `undefined` is a body without metadata. */
export function loadMetadata(
  value: Json | undefined,
  errors: Errors
): IJsonObject {
  if (value === undefined) {
    return {};
  }
  if (value === null) {
    errors.add('metadata', 'Field may not be null.');
    return {};
  }
  return objectOf(
    object({ fields: FIELDS, required: NEEDED })(value, 'metadata', errors)
  );
}

/** What publishing misses in metadata that has been loaded already. */
export function missingForPublication(metadata: IJsonObject): IFieldError[] {
  return NEEDED.filter(key => metadata[key] === undefined).map(key => ({
    field: `metadata.${key}`,
    messages: [REQUIRED]
  }));
}
