import { BadAddressError, NotFoundError } from './errors';
import { parseHits, parseVocabularyItem } from './parse';
import { quick } from './retry';
import { orNull, SiteApi } from './siteApi';
import { IVocabularyItem } from './types';
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

/** Vocabularies whose entries a record names by id, as the site's addresses have them. */
export type Vocabulary =
  | 'licenses'
  | 'languages'
  | 'resourcetypes'
  | 'creatorsroles'
  | 'contributorsroles'
  | 'relationtypes'
  | 'datetypes'
  | 'descriptiontypes'
  | 'titletypes'
  | 'removalreasons'
  | 'code:programmingLanguages'
  | 'code:developmentStatus'
  | 'affiliations'
  | 'funders'
  | 'awards'
  | 'subjects';

/** Those with an address of their own; the others are below `vocabularies`. */
const OWN_PLACE: readonly Vocabulary[] = [
  'affiliations',
  'funders',
  'awards',
  'subjects'
];

/** Requests that are left for the publication itself, of 133 a minute. */
const SPARE = 25;

/** Answers that are remembered at most. */
const MOST_KNOWN = 500;

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
  constructor(private readonly _api: SiteApi) {}

  /** Licences that match; for '' those that the site recommends. */
  licenses(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return text.trim() === ''
      ? this._ask(
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

  /** @param funder - only awards of this funder (its id); '' = of all */
  awards(
    text: string,
    funder: string,
    signal?: AbortSignal
  ): Promise<readonly IAwardEntry[]> {
    const only: Readonly<Record<string, string>> = funder
      ? { funders: funder }
      : {};
    return this._suggest('awards', text, parseAwardEntry, only, signal);
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
      : this._ask(
          ['names'],
          { suggest, size: '10' },
          parsePersonEntry,
          signal,
          true
        );
  }

  /**
   * Communities. The text becomes a query of the site's search, so all that
   * means something there is taken out, and the last word need not be complete.
   */
  async communities(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly ICommunityEntry[]> {
    const words = shortened(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) {
      return [];
    }
    const q = words.map(word => `${word}*`.toLowerCase()).join(' AND ');
    return this._ask(
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
    return this._ask(
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
  async entry(
    vocabulary: Vocabulary,
    id: string,
    signal?: AbortSignal
  ): Promise<IVocabularyItem | null> {
    const question = JSON.stringify([vocabulary, 'entry', id]);
    const known = this._known.get(question);
    if (known) {
      return known[0] as IVocabularyItem | null;
    }
    const found = await orNull(
      this._api.call(
        {
          method: 'GET',
          // Ids of subjects are addresses: their slashes are encoded.
          path: [...place(vocabulary), id],
          withToken: false,
          policy: quick,
          spare: SPARE,
          signal
        },
        parseVocabularyItem
      ),
      error =>
        error instanceof NotFoundError || error instanceof BadAddressError
    );
    return this._remember(question, [found])[0];
  }

  private _tagged(
    tags: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return this._ask(
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
      : this._ask(
          place(vocabulary),
          { suggest, size: '10', ...more },
          parse,
          signal
        );
  }

  private async _ask<T>(
    path: readonly string[],
    query: Readonly<Record<string, string>>,
    parse: (hit: unknown) => T | null,
    signal?: AbortSignal,
    withToken = false
  ): Promise<readonly T[]> {
    // A vocabulary is always read by the same function.
    const question = JSON.stringify([path, query]);
    const known = this._known.get(question) as readonly T[] | undefined;
    return (
      known ??
      this._remember(
        question,
        await this._api.call(
          {
            method: 'GET',
            path,
            query,
            withToken,
            policy: quick,
            spare: SPARE,
            signal
          },
          json => parseHits(json, parse)
        )
      )
    );
  }

  private _remember<T>(question: string, answer: readonly T[]): readonly T[] {
    if (this._known.size >= MOST_KNOWN) {
      this._known.clear();
    }
    this._known.set(question, answer);
    return answer;
  }

  private readonly _known = new Map<string, readonly unknown[]>();
}

function place(vocabulary: Vocabulary): string[] {
  return OWN_PLACE.includes(vocabulary)
    ? [vocabulary]
    : ['vocabularies', vocabulary];
}

function shortened(text: string): string {
  return text.trim().slice(0, 200);
}
