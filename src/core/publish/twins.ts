import { PublisherError } from '../error';
import { nonceReference } from '../zenodo/nonce';
import type { IContext } from './context';
import type { IJournalEntry } from './journalEntry';

/** A twin was made together with the draft: it is among the newest. */
const newest = 25;

/**
 * Delete drafts that a browser made twice. A browser sends a request again by
 * itself when a connection that it had kept open breaks before the answer
 * (Chromium: `HttpNetworkTransaction::HandleIOError`). Then the site has a
 * second draft that no page ever heard of. It carries this publication's nonce,
 * which ours has lost with the last details, and it has no file. Only such a
 * draft is deleted, and only after it was looked at itself.
 *
 * An empty draft that stays does no harm, so a site in trouble is let be.
 *
 * @returns how many were deleted
 */
export async function deleteTwins(
  { client, signal }: Pick<IContext, 'client'> & { signal?: AbortSignal },
  entry: Pick<IJournalEntry, 'nonce' | 'draft'>
): Promise<number> {
  const reference = nonceReference(entry.nonce);
  const ours = entry.draft?.id;
  let deleted = 0;
  try {
    const own = await client.listOwn('', newest, signal);
    for (const { id, references, isPublished } of own) {
      if (id === ours || isPublished || !references.includes(reference)) {
        continue;
      }
      // A listing shows a draft as it was indexed: it may have files by now.
      const draft = await client.getDraft(id, signal);
      if (draft.references.includes(reference) && draft.fileCount === 0) {
        await client.deleteDraft(id, signal);
        deleted++;
      }
    }
  } catch (error) {
    if (!(error instanceof PublisherError)) {
      throw error;
    }
  }
  return deleted;
}
