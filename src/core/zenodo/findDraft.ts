import { Drafts } from './drafts';
import { RefusedRequestError, RefusedMetadataError } from './errors';
import { nonceReference } from './nonce';
import { SiteApi } from './siteApi';
import { IDraft } from './types';

/** Entries of a listing that are looked through: a draft just made is among the newest. */
const pageSize = 25;

/** Milliseconds before each further look: the index lags about a second, under load more. */
const pauses = [1_000, 1_000, 2_000, 3_000, 3_000];

/**
 * Find the draft that carries a nonce, after the answer to its making was lost.
 *
 * Asks by query, and looks through the newest drafts as well, since no recorded
 * exchange shows how the index cuts such a text into words. Only an exactly
 * equal reference counts. Null after ten seconds without one.
 */
export async function findDraftByReference(
  api: SiteApi,
  drafts: Drafts,
  nonce: string,
  signal?: AbortSignal
): Promise<IDraft | null> {
  const reference = nonceReference(nonce);
  const phrase = reference.replace(/["\\]/g, '\\$&');
  const queries = [`metadata.references.reference:"${phrase}"`, ''];
  for (let look = 0; ; look++) {
    for (const query of queries) {
      const found = (await list(drafts, query, signal)).find(draft =>
        draft.references.includes(reference)
      );
      if (found) {
        return found;
      }
    }
    if (look >= pauses.length) {
      return null;
    }
    await api.clock.sleep(pauses[look], signal);
  }
}

/** A listing; a query that the server does not take finds nothing. */
async function list(
  drafts: Drafts,
  query: string,
  signal?: AbortSignal
): Promise<IDraft[]> {
  try {
    return await drafts.listOwn(query, pageSize, signal);
  } catch (error) {
    if (
      query !== '' &&
      (error instanceof RefusedRequestError ||
        error instanceof RefusedMetadataError)
    ) {
      return [];
    }
    throw error;
  }
}
