import { IContext, journal } from './context';
import { fresh, seenDraft } from './details';
import { lookAtDraft } from './draftLook';
import { areThere, refuseOthers } from './filesLook';
import type { IJournalEntry } from './journalEntry';
import { filesLost } from './uploadStep';

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
): Promise<IJournalEntry> {
  const { draft: known, pack } = entry;
  if (!known || !pack) {
    throw new Error('Only a complete draft can be published');
  }
  const age = context.clock.now() - (known.seen?.at ?? 0);
  if (isSmooth && age <= fresh) {
    return entry;
  }
  const { draft, details } = await lookAtDraft(context, known);
  if (draft.files) {
    refuseOthers(context, draft.files, pack);
    if (!areThere(draft.files, pack.uploads)) {
      throw filesLost(context);
    }
  }
  return journal(context, entry, {
    draft: await seenDraft(context, draft, details === 'site')
  });
}
