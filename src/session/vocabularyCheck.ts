import { PublisherError } from '../core/error';
import type { IMetadata } from '../core/metadata/model';
import {
  IVocabularyUse,
  vocabularyUses
} from '../core/metadata/vocabularyUses';
import type { Vocabularies, Vocabulary } from '../core/zenodo/vocabularies';
import { findCommunities, withCommunities } from './communityCheck';
import { keyOf, withTitles } from './formTitles';

/** What a site said of the entries that a form names. */
export interface IVocabularyCheck {
  /** Entries that it does not have, as `keyOf` names them. */
  readonly unknown: ReadonlySet<string>;
  /** Titles of those that it has. */
  readonly titles: ReadonlyMap<string, string>;
  /** Communities that it does not have, by their names in addresses. */
  readonly unknownCommunities: ReadonlySet<string>;
}

/** Nothing was asked. */
export const unchecked: IVocabularyCheck = {
  unknown: new Set(),
  titles: new Map(),
  unknownCommunities: new Set()
};

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
 * Ask the site for the entries that a form names. Where it can't be asked, what
 * was found out so far counts: the draft is checked before anything is uploaded.
 */
async function checkVocabularies(
  uses: readonly IVocabularyUse[],
  site: Vocabularies
): Promise<Pick<IVocabularyCheck, 'unknown' | 'titles'>> {
  const unknown = new Set<string>();
  const titles = new Map<string, string>();
  try {
    for (const use of uses) {
      const { vocabulary, id } = use;
      const found = SMALL.includes(vocabulary)
        ? (await site.all(vocabulary)).find(one => one.id === id)
        : await site.entry(vocabulary, id);
      if (found) {
        // Organisations are called by their own name, in whichever language.
        titles.set(keyOf(use), found.props.name ?? found.title);
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

/** Whether the form shows an entry by its id, because nobody looked it up. */
function isUntitled({ vocabulary, id, title }: IVocabularyUse): boolean {
  return !SMALL.includes(vocabulary) && (title === '' || title === id);
}

/** What was found out of a form, and the form with what was found in it. */
export interface ICheckedForm {
  readonly checked: IVocabularyCheck;
  /** The form with titles where it had ids; of the form as it is by then. */
  readonly complete: (values: IMetadata) => IMetadata;
}

/**
 * Ask the site, as a guest, for what a form names of its vocabularies.
 *
 * @param which - `all`, or only what the form shows by its id, having no title
 */
export async function checkForm(
  values: IMetadata,
  site: Vocabularies,
  which: 'all' | 'untitled'
): Promise<ICheckedForm> {
  const uses = vocabularyUses(values);
  const checked = await checkVocabularies(
    which === 'all' ? uses : uses.filter(isUntitled),
    site
  );
  const communities = await findCommunities(values, site);
  return {
    checked: { ...checked, unknownCommunities: communities.unknown },
    complete: now =>
      withCommunities(withTitles(now, checked.titles), communities)
  };
}
