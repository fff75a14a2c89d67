/** The recorded vocabularies (data/), and references to their items. */

import affiliations from './data/affiliations.json';
import awards from './data/awards.json';
import developmentStatus from './data/code-developmentStatus.json';
import programmingLanguages from './data/code-programmingLanguages.json';
import contributorsroles from './data/contributorsroles.json';
import creatorsroles from './data/creatorsroles.json';
import datetypes from './data/datetypes.json';
import descriptiontypes from './data/descriptiontypes.json';
import funders from './data/funders.json';
import languages from './data/languages.json';
import licenses from './data/licenses.json';
import names from './data/names.json';
import relationtypes from './data/relationtypes.json';
import removalreasons from './data/removalreasons.json';
import resourcetypes from './data/resourcetypes.json';
import subjects from './data/subjects.json';
import titletypes from './data/titletypes.json';
import { refuse } from './http';
import { IJsonObject, Json, objectOf, textOf } from './json';

const DATA: { [name: string]: unknown } = {
  affiliations,
  awards,
  'code:developmentStatus': developmentStatus,
  'code:programmingLanguages': programmingLanguages,
  contributorsroles,
  creatorsroles,
  datetypes,
  descriptiontypes,
  funders,
  languages,
  licenses,
  names,
  relationtypes,
  removalreasons,
  resourcetypes,
  subjects,
  titletypes
};

const BY_ID = new Map(
  Object.entries(DATA).map(([name, items]) => [
    name,
    new Map(
      (items as IJsonObject[]).map((item): [string, IJsonObject] => [
        textOf(item.id),
        item
      ])
    )
  ])
);

/** The names under `/api/vocabularies/`; the others have end points of their own. */
export const GENERIC = Object.keys(DATA).filter(
  name =>
    !['affiliations', 'awards', 'funders', 'names', 'subjects'].includes(name)
);

/** All items of a vocabulary, in the order in which they were recorded. */
export function itemsOf(vocabulary: string): IJsonObject[] {
  return [...(BY_ID.get(vocabulary)?.values() ?? [])];
}

/** One item, if it exists. */
export function itemOf(
  vocabulary: string,
  id: string
): IJsonObject | undefined {
  return BY_ID.get(vocabulary)?.get(id);
}

/** An item's title in English. */
export function titleOf(vocabulary: string, id: string): string {
  return textOf(objectOf(itemOf(vocabulary, id)?.title).en);
}

/**
 * The item that a draft refers to. An unknown id refuses the whole request,
 * without naming the field (FINDINGS 10).
 */
export function resolve(vocabulary: string, id: string): IJsonObject {
  const item = itemOf(vocabulary, id);
  if (!item) {
    throw refuse(400, `Invalid value ${id}.`);
  }
  return item;
}

/** What an answer shows of a referenced item: the id and some of its keys. */
export function reference(
  vocabulary: string,
  id: string,
  keys: string[] = ['title']
): IJsonObject {
  const item = objectOf(itemOf(vocabulary, id));
  const shown: { [key: string]: Json } = { id };
  for (const key of keys) {
    if (item[key] !== undefined) {
      shown[key] = item[key];
    }
  }
  return shown;
}
