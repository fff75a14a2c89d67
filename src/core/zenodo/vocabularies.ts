import { parseVocabularyItem } from './parse';
import { SiteAnswers } from './siteAnswers';
import type { SiteApi } from './siteApi';
import { IVocabularyItem } from './types';
import { placeOf, type Vocabulary } from './vocabulary';
import {
  IAwardEntry,
  ICommunityEntry,
  IOrganisationEntry,
  IPersonEntry,
  ISubjectEntry,
  parseAwardEntry,
  parseCommunityEntry,
  parseOrganisationEntry,
  parsePersonEntry,
  parseSubjectEntry
} from './vocabularyEntries';

export type { Vocabulary } from './vocabulary';

/**
 * A site's vocabularies. Answers are remembered. Asked without the token, which
 * spares a browser the preflight, but for the names, which guests may not read.
 * Nothing here waits long: where it fails, the user types freely.
 *
 * The searches answer with the first entries that match a
 * text, and with none for ''. All throw `SiteError` and `CancelledError`.
 * Source: zenodo-api.md, section 6; the recorded exchanges `vocab.*`.
 */
export class Vocabularies {
  constructor(api: SiteApi) {
    this._answers = new SiteAnswers(api);
  }

  /** Licences that match; for '' those that the site recommends. */
  licenses(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return text.trim() === ''
      ? this._answers.list(
          ['vocabularies', 'licenses'],
          { tags: 'recommended', size: '20' },
          parseVocabularyItem,
          signal
        )
      : this._suggest('licenses', text, parseVocabularyItem, {}, signal);
  }

  languages(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return this._suggest('languages', text, parseVocabularyItem, {}, signal);
  }

  programmingLanguages(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    const name = 'code:programmingLanguages';
    return this._suggest(name, text, parseVocabularyItem, {}, signal);
  }

  affiliations(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IOrganisationEntry[]> {
    const parse = parseOrganisationEntry;
    return this._suggest('affiliations', text, parse, {}, signal);
  }

  funders(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IOrganisationEntry[]> {
    return this._suggest('funders', text, parseOrganisationEntry, {}, signal);
  }

  /**
   * Awards by the beginning of their number or acronym, which the site takes as
   * it is written, or else by words of their title.
   *
   * @param funder - only awards of this funder (its id); '' = of all
   */
  async awards(
    text: string,
    funder: string,
    signal?: AbortSignal
  ): Promise<readonly IAwardEntry[]> {
    const only: Readonly<Record<string, string>> = funder
      ? { funders: funder }
      : {};
    const parse = parseAwardEntry;
    const found = await this._suggest('awards', text, parse, only, signal);
    const q = wordsQuery(text);
    return found.length > 0 || q === ''
      ? found
      : this._answers.list(
          ['awards'],
          { q, size: '10', ...only },
          parse,
          signal
        );
  }

  subjects(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly ISubjectEntry[]> {
    return this._suggest('subjects', text, parseSubjectEntry, {}, signal);
  }

  /**
   * People, by name or ORCID.
   *
   * @throws NotSignedInError, for guests may not look
   */
  async people(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IPersonEntry[]> {
    const suggest = shortened(text);
    return suggest === ''
      ? []
      : this._answers.list(
          ['names'],
          { suggest, size: '10' },
          parsePersonEntry,
          signal,
          true
        );
  }

  /** Communities, by words of what they say of themselves. */
  async communities(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly ICommunityEntry[]> {
    const q = wordsQuery(text);
    return q === ''
      ? []
      : this._answers.list(
          ['communities'],
          { q, size: '10' },
          parseCommunityEntry,
          signal
        );
  }

  /** The resource types that a record may have, sorted by title. */
  resourceTypes(signal?: AbortSignal): Promise<readonly IVocabularyItem[]> {
    return this._tagged('depositable', signal);
  }

  /** The resource types that another work may have, sorted by title. */
  linkableTypes(signal?: AbortSignal): Promise<readonly IVocabularyItem[]> {
    return this._tagged('linkable', signal);
  }

  /** A whole small vocabulary: roles, relations, types of dates … */
  all(
    vocabulary: Vocabulary,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return this._answers.list(
      ['vocabularies', vocabulary],
      { size: '1000', sort: 'title' },
      parseVocabularyItem,
      signal
    );
  }

  /**
   * Look an entry up by its id; null where the vocabulary has none. A record
   * that names an unknown one is refused as a whole, without a word about the
   * field (FINDINGS 10).
   */
  entry(
    vocabulary: Vocabulary,
    id: string,
    signal?: AbortSignal
  ): Promise<IVocabularyItem | null> {
    // Ids of subjects are addresses: their slashes are encoded.
    const path = [...placeOf(vocabulary), id];
    return this._answers.one(path, parseVocabularyItem, signal);
  }

  /**
   * A community by its name in addresses; null where the site has none.
   *
   * @throws PermissionDeniedError for one that guests may not see
   */
  community(
    slug: string,
    signal?: AbortSignal
  ): Promise<ICommunityEntry | null> {
    return this._answers.one(
      ['communities', slug],
      parseCommunityEntry,
      signal
    );
  }

  private _tagged(
    tags: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return this._answers.list(
      ['vocabularies', 'resourcetypes'],
      { tags, size: '100', sort: 'title' },
      parseVocabularyItem,
      signal
    );
  }

  private async _suggest<T>(
    vocabulary: Vocabulary,
    text: string,
    parse: (hit: unknown) => T | null,
    more: Readonly<Record<string, string>>,
    signal?: AbortSignal
  ): Promise<readonly T[]> {
    const suggest = shortened(text);
    return suggest === ''
      ? []
      : this._answers.list(
          placeOf(vocabulary),
          { suggest, size: '10', ...more },
          parse,
          signal
        );
  }

  private readonly _answers: SiteAnswers;
}

/**
 * A query of the site's search for all words of a text, of which none need be
 * complete. All that means something to the search is taken out; '' = no words.
 */
function wordsQuery(text: string): string {
  const words = shortened(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(word => `${word}*`.toLowerCase()).join(' AND ');
}

function shortened(text: string): string {
  return text.trim().slice(0, 200);
}
