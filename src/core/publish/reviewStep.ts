import {
  AnswerLostError,
  NotFoundError,
  PermissionDeniedError,
  SiteError,
  SiteTroubleError,
  TokenRefusedError
} from '../zenodo/errors';
import type { IReview } from '../zenodo/reviews';
import { IContext, journal } from './context';
import { PublicationUnknownError, ReviewRefusedError } from './errors';
import { IJournalEntry, IJournalReview, isInReview } from './journalEntry';
import { publishedChange, publishedRecord } from './publishStep';

/** How long to wait before asking once more what became of a submission, in milliseconds. */
const askAgainAfter: readonly number[] = [0, 2000, 5000];

/**
 * In place of `publishStep`: ask a community to look at the draft; its curators
 * publish it. The intention is journalled first. Whatever the answer is, but for
 * a clear yes, the site is asked what became of it before anything is said or
 * repeated. Where the community lets the user, the server publishes at once.
 *
 * @throws ReviewRefusedError, PublicationUnknownError, SiteError
 *   (`NotFoundError`: the draft is gone, or published), CancelledError
 */
export async function reviewStep(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { client, observer, request, signal } = context;
  const { draft } = entry;
  const wanted = request.review;
  if (!draft || !wanted) {
    throw new Error('Only a draft that exists is reviewed, by a community');
  }
  observer.step('publish', 'now', '');
  const present = isInReview(entry)
    ? await outcomeOf(context, entry)
    : await client.reviews.getReview(draft.id, signal);
  const review: IJournalReview = {
    community: wanted.id,
    title: wanted.title || wanted.slug,
    request: '',
    state: 'unsent'
  };
  if (present && isDecided(present)) {
    return heard(context, entry, review, present);
  }
  let current = await journal(context, entry, { review });
  let chosen = present as IReview | null;
  if (chosen?.status !== 'created' || chosen.community !== wanted.id) {
    chosen = await client.reviews.setReview(draft.id, wanted.id, signal);
  }
  current = await journal(context, current, {
    step: 'publish',
    status: 'begun',
    review: { ...review, request: chosen.request, state: 'submitting' }
  });
  let answer: Outcome | null;
  try {
    answer = await client.reviews.submitReview(draft.id, '', signal);
  } catch (error) {
    if (error instanceof AnswerLostError || error instanceof SiteTroubleError) {
      answer = await outcomeAtLast(context, current);
      if (!answer) {
        throw new PublicationUnknownError(
          context.trans.__(
            'We did not hear whether %1 sent it to the community.',
            request.site.name
          ),
          { cause: error }
        );
      }
    } else {
      throw await refusal(context, current, error);
    }
  }
  if ('request' in answer && answer.status === 'accepted') {
    // The user is one of those whom the community lets in without a look.
    answer = (await outcomeAtLast(context, current)) ?? answer;
  }
  return heard(
    context,
    current,
    { ...review, request: chosen.request },
    answer
  );
}

/** A review, or the record that the draft became. */
type Outcome = IReview | { readonly record: Awaited<Published> };
type Published = ReturnType<typeof publishedRecord>;

/** Curators look at it, or have accepted it. */
function isDecided(outcome: Outcome): boolean {
  return 'record' in outcome || outcome.isOpen;
}

async function outcomeOf(
  context: IContext,
  entry: IJournalEntry
): Promise<Outcome | null> {
  const record = await publishedRecord(context, entry);
  return record
    ? { record }
    : context.client.reviews.getReview(entry.draft?.id ?? '', context.signal);
}

/** What became of a submission; null where it did not arrive, or the site does not answer. */
async function outcomeAtLast(
  context: IContext,
  entry: IJournalEntry
): Promise<Outcome | null> {
  for (const pause of askAgainAfter) {
    await context.clock.sleep(pause, context.signal);
    try {
      const outcome = await outcomeOf(context, entry);
      if (outcome && isDecided(outcome)) {
        return outcome;
      }
    } catch (error) {
      // A site that does not answer leaves it open what happened.
      if (!(error instanceof SiteError)) {
        throw error;
      }
    }
  }
  return null;
}

async function heard(
  context: IContext,
  entry: IJournalEntry,
  review: IJournalReview,
  outcome: Outcome
): Promise<IJournalEntry> {
  const { observer, trans } = context;
  if ('record' in outcome) {
    const { record } = outcome;
    if (!record) {
      throw new Error('A record is there, or not told');
    }
    observer.step('publish', 'done', record.doi ?? '');
    return journal(context, entry, {
      ...publishedChange(context, entry, record),
      step: 'publish',
      status: 'done',
      review: { ...review, state: 'accepted' }
    });
  }
  observer.step('publish', 'now', trans.__('“%1” looks at it', review.title));
  return journal(context, entry, {
    step: 'publish',
    status: 'begun',
    review: {
      ...review,
      ...(outcome.community && outcome.community !== review.community
        ? { community: outcome.community, title: '' }
        : {}),
      request: outcome.request || review.request,
      state: 'open'
    }
  });
}

/**
 * A clear no: nothing was submitted. The community is taken off the draft again,
 * as far as possible, so that it can be published without.
 */
async function refusal(
  context: IContext,
  entry: IJournalEntry,
  error: unknown
): Promise<unknown> {
  if (!(error instanceof SiteError) || error instanceof NotFoundError) {
    return error;
  }
  const { review } = entry;
  await journal(context, entry, {
    step: 'upload',
    status: 'done',
    review: review && { ...review, state: 'unsent' }
  });
  if (!(error instanceof PermissionDeniedError)) {
    return error;
  }
  const { client, request, trans, signal } = context;
  const isTokenKnown = await client.verifyToken(signal).then(
    () => true,
    reason => !(reason instanceof TokenRefusedError)
  );
  return isTokenKnown
    ? new ReviewRefusedError(
        trans.__(
          '“%1” does not take it. %2 says: %3',
          review?.title ?? '',
          request.site.name,
          error.details.message
        ),
        { cause: error }
      )
    : error;
}

/**
 * Before a draft is published without a review: take a community off it that
 * was chosen and not asked, for with it the site refuses (FINDINGS 35), or that
 * did not accept it. With the latter InvenioRDM publishes, answers 500, and has
 * a record that no search finds and nobody can edit: measured, as its index
 * knows no reviews of records.
 *
 * @param isEndedThere - the draft says that a community did not accept it
 * @throws SiteError, CancelledError
 */
export async function dropReview(
  context: IContext,
  entry: IJournalEntry,
  isEndedThere: boolean
): Promise<IJournalEntry> {
  const { draft, review } = entry;
  const state = review?.state;
  const hasEnded = state === 'declined' || state === 'expired';
  const isInTheWay = state === 'unsent' || hasEnded || isInReview(entry);
  if (!draft || !(isInTheWay || isEndedThere)) {
    return entry;
  }
  await context.client.reviews.deleteReview(draft.id, context.signal);
  // What became of a review is told on; it is not in the way any more.
  return hasEnded || !review
    ? entry
    : journal(context, entry, { review: undefined });
}
