import { PublisherError } from '../core/error';
import type { IChoice, IMetadata } from '../core/metadata/model';
import {
  IVocabularyUse,
  vocabularyUses
} from '../core/metadata/vocabularyUses';
import type { Vocabularies, Vocabulary } from '../core/zenodo/vocabularies';

/** What a site said of the entries that a form names. */
export interface IVocabularyCheck {
  /** Entries that it does not have, as `keyOf` names them. */
  readonly unknown: ReadonlySet<string>;
  /** Titles of those that it has. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Nothing was asked. */
export const unchecked: IVocabularyCheck = {
  unknown: new Set(),
  titles: new Map()
};

/** An entry of a vocabulary, in one word. */
export function keyOf({
  vocabulary,
  id
}: Pick<IVocabularyUse, 'vocabulary' | 'id'>): string {
  return `${vocabulary}/${id}`;
}

/** Vocabularies that are asked for as a whole. */
const SMALL: readonly Vocabulary[] = [
  'resourcetypes',
  'creatorsroles',
  'contributorsroles',
  'relationtypes',
  'datetypes',
  'descriptiontypes',
  'titletypes',
  'code:developmentStatus'
];

/**
 * Ask the site for all entries that a form names. Where it can't be asked, what
 * was found out so far counts: the draft is checked before anything is uploaded.
 */
export async function checkVocabularies(
  values: IMetadata,
  site: Vocabularies
): Promise<IVocabularyCheck> {
  const unknown = new Set<string>();
  const titles = new Map<string, string>();
  try {
    for (const use of vocabularyUses(values)) {
      const { vocabulary, id } = use;
      const found = SMALL.includes(vocabulary)
        ? (await site.all(vocabulary)).find(one => one.id === id)
        : await site.entry(vocabulary, id);
      if (found) {
        titles.set(keyOf(use), found.title);
      } else {
        unknown.add(keyOf(use));
      }
    }
  } catch (error) {
    if (!(error instanceof PublisherError)) {
      throw error;
    }
  }
  return { unknown, titles };
}

/** The form with the site's titles where it only had ids, as prefilling has. */
export function withTitles(
  values: IMetadata,
  { titles }: IVocabularyCheck
): IMetadata {
  const titled =
    (vocabulary: Vocabulary) =>
    <T extends IChoice>(one: T): T =>
      one.id !== '' && one.title === one.id
        ? { ...one, title: titles.get(keyOf({ vocabulary, ...one })) ?? one.id }
        : one;
  const { software } = values;
  return {
    ...values,
    licenses: values.licenses.map(titled('licenses')),
    languages: values.languages.map(titled('languages')),
    software: {
      ...software,
      programmingLanguages: software.programmingLanguages.map(
        titled('code:programmingLanguages')
      )
    }
  };
}
