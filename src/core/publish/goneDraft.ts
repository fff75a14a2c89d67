import { NotFoundError } from '../zenodo/errors';
import type { IDeposit } from '../zenodo/types';
import { IContext, journal } from './context';
import { DraftGoneError } from './errors';
import { IJournalEntry, mayBePublic } from './journalEntry';
import { publishedChange, publishedRecord, recordAtLast } from './publishStep';

/** So many of the newest drafts and records are looked through. */
const listed = 25;

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
  if (entry.record) {
    // Another page was faster, and has noted it down.
    return entry;
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
  const record =
    (mayBePublic(entry)
      ? await recordAtLast(context, entry)
      : await publishedRecord(context, entry)) ??
    // A record whose files are replaced is listed, whatever became of that.
    (entry.replaces
      ? null
      : await listedRecord(context, entry.draft.id, error));
  if (!record) {
    throw new DraftGoneError(
      entry.replaces
        ? trans.__(
            'What was begun here was discarded on %1. The record has the files that it had.',
            request.site.name
          )
        : trans.__(
            'The draft was deleted on %1, with its DOI.',
            request.site.name
          ),
      { cause: error }
    );
  }
  observer.step('publish', 'done', record.doi ?? '');
  return journal(context, entry, {
    ...publishedChange(context, entry, record),
    step: 'publish',
    status: 'done'
  });
}

/**
 * A second opinion before a draft is taken for deleted, because then another
 * one is made: the newest in the account's list. Null = it is not in it.
 *
 * @throws `error` where it is listed as a draft
 */
async function listedRecord(
  { client, signal }: IContext,
  id: string,
  error: NotFoundError
): Promise<IDeposit | null> {
  const own = await client.listOwn('', listed, signal);
  const found = own.find(deposit => deposit.id === id);
  if (found && !found.isPublished) {
    throw error;
  }
  return found ?? null;
}
