import { IContext, journal } from './context';
import { fresh, seenDraft } from './details';
import { lookAtDraft } from './draftLook';
import { areThere, refuseOthers } from './filesLook';
import type { IJournalEntry } from './journalEntry';
import { hasEndedReview } from './reviewLook';
import { filesLost } from './uploadStep';

/** A draft that is still what was confirmed. */
export interface IVerified {
  readonly entry: IJournalEntry;
  /** A community did not accept it, whoever had asked it. */
  readonly hasEndedReview: boolean;
}

/**
 * The last look before the one step that cannot be taken back: is the draft
 * still what was confirmed? Spared where it was seen a moment ago and nothing
 * that was sent before can still arrive.
 *
 * @throws DraftChangedError, FilesLostError, StrangeFilesError, SiteError,
 *   CancelledError
 */
export async function verifyStep(
  context: IContext,
  entry: IJournalEntry,
  isSmooth: boolean
): Promise<IVerified> {
  const { draft: known, pack } = entry;
  if (!known || !pack) {
    throw new Error('Only a complete draft can be published');
  }
  const age = context.clock.now() - (known.seen?.at ?? 0);
  if (isSmooth && age <= fresh) {
    return { entry, hasEndedReview: false };
  }
  const { draft, details } = await lookAtDraft(context, known);
  if (draft.files) {
    refuseOthers(context, draft.files, pack);
    if (!areThere(draft.files, pack.uploads)) {
      throw filesLost(context);
    }
  }
  const verified = await journal(context, entry, {
    draft: await seenDraft(context, draft, details === 'site')
  });
  return { entry: verified, hasEndedReview: hasEndedReview(draft) };
}
