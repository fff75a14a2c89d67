import { asObject, parseDraft, parseHits } from './parse';
import { quick } from './retry';
import type { SiteApi } from './siteApi';
import type { IDraft } from './types';

/** What of the user's own drafts and records is asked for. */
export interface IOwnSearch {
  /** In the server's query language; '' for all. */
  readonly query: string;
  /** Entries of a page, at most 100 (recorded: `user_records.size_101`). */
  readonly size: number;
  /** Counted from 1. */
  readonly page: number;
  /** Also versions that are not the last of their work (FINDINGS 33). */
  readonly allVersions?: boolean;
}

/** One page of the user's own drafts and records. */
export interface IOwnPage {
  readonly deposits: readonly IDraft[];
  /** There are more behind this page. */
  readonly hasMore: boolean;
}

/** Requests that are left for a publication that goes on meanwhile, of 133 a minute. */
const SPARE = 25;

/**
 * A page of the user's own drafts and records, the newest first; of each work
 * the last version, or the draft of the next one. The index lags about a
 * second. It is a look, so it does not wait long.
 *
 * @throws SiteError, CancelledError
 */
export function searchOwn(
  api: SiteApi,
  { query, size, page, allVersions }: IOwnSearch,
  signal?: AbortSignal
): Promise<IOwnPage> {
  return api.call(
    {
      method: 'GET',
      path: ['user', 'records'],
      query: {
        ...(query ? { q: query } : {}),
        ...(allVersions ? { allversions: 'true' } : {}),
        size: String(size),
        page: String(page),
        sort: 'newest'
      },
      policy: quick,
      spare: SPARE,
      signal
    },
    json => {
      const deposits = parseHits(json, parseDraft);
      const { total } = asObject(asObject(json).hits);
      return (
        deposits && {
          deposits,
          hasMore: typeof total === 'number' && total > page * size
        }
      );
    }
  );
}
