import type { ITranslator } from '../text';
import {
  AnswerLostError,
  GoneError,
  NotFoundError,
  SiteError,
  SiteTroubleError
} from '../zenodo/errors';
import type { ISite } from '../zenodo/sites';
import type { IDeposit, IRecord } from '../zenodo/types';
import { IContext, journal } from './context';
import { PublicationUnknownError, RecordDeletedError } from './errors';
import type { IJournalEntry } from './journalEntry';
import { isReplaced } from './replaceFiles';

/** How long to wait before asking once more what became of a publish request, in milliseconds. */
const askAgainAfter: readonly number[] = [0, 2000, 5000];

/**
 * The record that a draft became, or null while it is a draft. Where the files
 * of a record are replaced: the record, once it has the new ones.
 *
 * @throws RecordDeletedError, SiteError, CancelledError
 */
export async function publishedRecord(
  context: IContext,
  entry: IJournalEntry
): Promise<IRecord | null> {
  const { client, request, trans, signal } = context;
  try {
    const record = await client.getRecord(entry.draft?.id ?? '', signal);
    return record &&
      entry.replaces &&
      !(await isReplaced(context, entry, record))
      ? null
      : record;
  } catch (error) {
    if (error instanceof GoneError) {
      throw recordDeleted(request.site, trans, error);
    }
    throw error;
  }
}

/** What is said of a record of which the site has only a tombstone. */
export function recordDeleted(
  site: ISite,
  trans: ITranslator,
  cause?: unknown
): RecordDeletedError {
  return new RecordDeletedError(
    trans.__(
      'It was published, and then deleted on %1. Its DOI is used up.',
      site.name
    ),
    { cause }
  );
}

/**
 * Publish the draft: the one step that cannot be taken back. The intention is
 * journalled first. Whatever the answer is, but for a clear yes, the site is
 * asked for the record before anything is said or repeated.
 *
 * @throws PublicationUnknownError, SiteError (`NotFoundError`: the draft is gone,
 *   or published), CancelledError
 */
export async function publishStep(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { client, observer, trans, request, signal } = context;
  const draft = entry.draft;
  if (!draft) {
    throw new Error('Only a draft that exists can be published');
  }
  observer.step('publish', 'now', '');
  const mayHaveHappened = entry.step === 'publish' && entry.status === 'begun';
  let record = mayHaveHappened ? await publishedRecord(context, entry) : null;
  let current = entry;
  if (!record) {
    current = await journal(context, entry, {
      step: 'publish',
      status: 'begun'
    });
    try {
      record = await client.publish(draft.id, signal);
    } catch (error) {
      if (
        !(error instanceof AnswerLostError) &&
        !(error instanceof SiteTroubleError)
      ) {
        if (error instanceof SiteError && !(error instanceof NotFoundError)) {
          // A clear no: nothing was published.
          await journal(context, current, { step: 'upload', status: 'done' });
        }
        throw error;
      }
      record = await recordAtLast(context, current).catch(reason => {
        // A site that does not answer leaves it open what happened.
        if (reason instanceof SiteError) {
          return null;
        }
        throw reason;
      });
      if (!record) {
        throw new PublicationUnknownError(
          trans.__(
            'We did not hear whether %1 published it.',
            request.site.name
          ),
          { cause: error }
        );
      }
    }
  }
  current = await journal(context, current, {
    ...publishedChange(context, current, record),
    step: 'publish',
    status: 'done'
  });
  observer.step('publish', 'done', record.doi ?? '');
  return current;
}

/** What the journal says of a published record. */
export function publishedChange(
  context: IContext,
  { draft, replaces }: IJournalEntry,
  record: IDeposit
): Pick<IJournalEntry, 'record' | 'draft'> {
  return {
    // How the draft was seen is of no use any more.
    draft: draft && {
      id: draft.id,
      conceptId: draft.conceptId,
      doi: draft.doi
    },
    record: {
      id: record.id,
      doi: record.doi ?? '',
      conceptDoi: record.conceptDoi ?? '',
      // Other files do not make it a younger record.
      publishedAt: replaces
        ? record.created
        : new Date(context.clock.now()).toISOString()
    }
  };
}

/**
 * The record that a draft became while publishing was asked for: it may take
 * the site some seconds.
 *
 * @throws as `publishedRecord`
 */
export async function recordAtLast(
  context: IContext,
  entry: IJournalEntry
): Promise<IRecord | null> {
  for (const pause of askAgainAfter) {
    await context.clock.sleep(pause, context.signal);
    const record = await publishedRecord(context, entry);
    if (record) {
      return record;
    }
  }
  return null;
}
