import {
  AnswerLostError,
  PermissionDeniedError,
  SiteTroubleError
} from '../zenodo/errors';
import type { IDraft } from '../zenodo/types';
import { IContext, journal } from './context';
import {
  IJournalEntry,
  IJournalReview,
  isInReview,
  ReviewState
} from './journalEntry';
import { publishedChange, publishedRecord } from './publishStep';

/** The server's words for how a review ended without a record. */
const ended: Readonly<Record<string, ReviewState>> = {
  declined: 'declined',
  cancelled: 'cancelled',
  expired: 'expired'
};

/**
 * Whether a community did not accept a draft, as the draft itself says: it may
 * have been asked on the site's own page, of which the journal knows nothing.
 * Source: the statuses of drafts in invenio-rdm-records.
 */
export function hasEndedReview({ status }: Pick<IDraft, 'status'>): boolean {
  return status === 'declined' || status === 'expired';
}

/**
 * What became of a draft that a community was asked to look at: the entry has a
 * record once its curators accepted it, and is that of a draft again once they
 * declined it, or it was taken back. Nothing is sent.
 *
 * @throws RecordDeletedError, SiteError, CancelledError
 */
export async function lookAtReview(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { client, signal } = context;
  const { draft, review } = entry;
  if (!draft || !review || !isInReview(entry)) {
    return entry;
  }
  const record = await publishedRecord(context, entry);
  if (record) {
    return journal(context, entry, {
      ...publishedChange(context, entry, record),
      step: 'publish',
      status: 'done',
      review: { ...review, state: 'accepted' }
    });
  }
  if (review.request) {
    const request = await client.requests.get(review.request, signal);
    return reviewed(context, entry, review, request?.status ?? 'cancelled');
  }
  const present = await client.reviews.getReview(draft.id, signal);
  return present
    ? reviewed(
        context,
        entry,
        { ...review, request: present.request },
        present.isOpen ? 'submitted' : present.status
      )
    : reviewed(context, entry, review, 'cancelled');
}

/**
 * Note down how a review stands.
 *
 * @param status - the server's word. `created` and `accepted` change nothing: a
 *   submission may still arrive, and the record is about to be there.
 */
async function reviewed(
  context: IContext,
  entry: IJournalEntry,
  review: IJournalReview,
  status: string
): Promise<IJournalEntry> {
  if (status === 'submitted') {
    return entry.review?.state === 'open'
      ? entry
      : journal(context, entry, { review: { ...review, state: 'open' } });
  }
  const state = ended[status];
  return state
    ? journal(context, entry, {
        review: { ...review, state },
        // What was under way meanwhile, as other details, stays so.
        ...(entry.step === 'publish'
          ? { step: 'upload' as const, status: 'done' as const }
          : {})
      })
    : entry;
}

/**
 * Take the draft back from the community. Where the answer is lost, or the
 * curators were faster, the site is asked what it is now.
 *
 * @throws RecordDeletedError, SiteError, CancelledError
 */
export async function withdrawReview(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const known = await lookAtReview(context, entry);
  const { review } = known;
  if (!review?.request || !isInReview(known)) {
    return known;
  }
  try {
    await context.client.requests.cancel(review.request, context.signal);
  } catch (error) {
    const mayBeDone =
      error instanceof AnswerLostError ||
      error instanceof SiteTroubleError ||
      error instanceof PermissionDeniedError;
    const present = mayBeDone ? await lookAtReview(context, known) : known;
    if (isInReview(present)) {
      throw error;
    }
    return present;
  }
  return lookAtReview(context, known);
}
