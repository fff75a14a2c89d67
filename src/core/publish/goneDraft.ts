import { NotFoundError } from '../zenodo/errors';
import { IContext, journal } from './context';
import { DraftGoneError } from './errors';
import type { IJournalEntry } from './journalEntry';
import { publishedChange, publishedRecord } from './publishStep';

/**
 * What became of a draft when the site did not find something of it. It may
 * have been published: by another page, or by the user on the site. Then the
 * entry has the record, and nothing is published again.
 *
 * @throws DraftGoneError, and `error` itself where the draft is there
 */
export async function whatBecameOf(
  context: IContext,
  id: string,
  error: NotFoundError
): Promise<IJournalEntry> {
  const { client, journal: stored, observer, request, trans, signal } = context;
  const entry = await stored.read(id);
  if (!entry?.draft) {
    throw error;
  }
  const isThere = await client.getDraft(entry.draft.id, signal).then(
    () => true,
    reason => {
      if (reason instanceof NotFoundError) {
        return false;
      }
      throw reason;
    }
  );
  if (isThere) {
    throw error;
  }
  const record = await publishedRecord(context, entry.draft.id);
  if (!record) {
    throw new DraftGoneError(
      trans.__('The draft was deleted on %1, with its DOI.', request.site.name),
      { cause: error }
    );
  }
  observer.step('publish', 'done', record.doi ?? '');
  return journal(context, entry, {
    ...publishedChange(context, record),
    step: 'publish',
    status: 'done'
  });
}
