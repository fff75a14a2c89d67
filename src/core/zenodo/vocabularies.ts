import { parseHits, parseVocabularyItem } from './parse';
import { quick } from './retry';
import { SiteApi } from './siteApi';
import { IVocabularyItem } from './types';

/** The vocabularies in which one searches while typing. */
export type VocabularyName =
  | 'licenses'
  | 'languages'
  | 'subjects'
  | 'affiliations'
  | 'funders'
  | 'awards'
  | 'names'
  | 'communities';

/** Where each is, and how it is asked. Source: zenodo-api.md, section 6. */
const places: Readonly<
  Record<VocabularyName, { path: readonly string[]; parameter: string }>
> = {
  licenses: { path: ['vocabularies', 'licenses'], parameter: 'suggest' },
  languages: { path: ['vocabularies', 'languages'], parameter: 'suggest' },
  subjects: { path: ['subjects'], parameter: 'suggest' },
  affiliations: { path: ['affiliations'], parameter: 'suggest' },
  funders: { path: ['funders'], parameter: 'suggest' },
  awards: { path: ['awards'], parameter: 'suggest' },
  names: { path: ['names'], parameter: 'suggest' },
  communities: { path: ['communities'], parameter: 'q' }
};

/**
 * A site's vocabularies. Answers are remembered. Asked without the token, which
 * spares a browser the preflight, but for the names, which guests may not read.
 * Nothing here waits long: where it fails, the user types freely.
 *
 * All throw `SiteError` and `CancelledError`.
 */
export class Vocabularies {
  constructor(private readonly _api: SiteApi) {}

  /** Licences that match; for '' those that the site recommends. */
  searchLicenses(
    text: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return text.trim() === ''
      ? this._ask(
          places.licenses.path,
          { tags: 'recommended', size: '20' },
          true,
          signal
        )
      : this.search('licenses', text, {}, signal);
  }

  /** The resource types that a record may have, sorted by title. */
  resourceTypes(signal?: AbortSignal): Promise<readonly IVocabularyItem[]> {
    return this._ask(
      ['vocabularies', 'resourcetypes'],
      { tags: 'depositable', size: '100', sort: 'title' },
      true,
      signal
    );
  }

  /**
   * A whole small vocabulary: `contributorsroles`, `relationtypes`, `datetypes`,
   * `descriptiontypes`, `titletypes`, `removalreasons`, `code:developmentStatus` …
   */
  all(
    vocabulary: string,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    return this._ask(
      ['vocabularies', vocabulary],
      { size: '1000' },
      true,
      signal
    );
  }

  /**
   * The first entries that match a text; none for ''.
   *
   * @param options - `funder`: only awards of this funder (its id)
   */
  async search(
    vocabulary: VocabularyName,
    text: string,
    options: { readonly funder?: string } = {},
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    const wanted = text.trim().slice(0, 200);
    if (wanted === '') {
      return [];
    }
    const { path, parameter } = places[vocabulary];
    return this._ask(
      path,
      {
        [parameter]: wanted,
        size: '10',
        ...(options.funder ? { funders: options.funder } : {})
      },
      vocabulary !== 'names',
      signal
    );
  }

  private async _ask(
    path: readonly string[],
    query: Readonly<Record<string, string>>,
    asGuest: boolean,
    signal?: AbortSignal
  ): Promise<readonly IVocabularyItem[]> {
    const question = JSON.stringify([path, query]);
    const known = this._known.get(question);
    if (known) {
      return known;
    }
    const items = await this._api.call(
      {
        method: 'GET',
        path,
        query,
        withToken: !asGuest,
        policy: quick,
        signal
      },
      json => parseHits(json, parseVocabularyItem)
    );
    if (this._known.size >= maxKnown) {
      this._known.clear();
    }
    this._known.set(question, items);
    return items;
  }

  private readonly _known = new Map<string, readonly IVocabularyItem[]>();
}

/** Answers that are remembered at most. */
const maxKnown = 500;
