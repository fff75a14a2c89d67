import type { IDraft } from '../zenodo/types';
import type { IContext } from './context';
import { DraftChangedError } from './errors';
import { fieldNames } from './fieldNames';
import type { IJournalDraft } from './journalEntry';
import { changedFields, detailsOf, fieldDigests } from './seenDraft';

/** A draft as it is now, and whose details count. */
export interface ILook {
  readonly draft: IDraft;
  readonly details: 'mine' | 'site';
}

/**
 * Look whether the draft is still as this publication left it. Uploads raise
 * its revision too (FINDINGS 14), so another one alone says nothing: the fields
 * are compared. What was sent without an answer counts as ours.
 *
 * @throws DraftChangedError unless the user decided about this revision;
 *   SiteError (`NotFoundError`: it is gone, or published), CancelledError
 */
export async function lookAtDraft(
  { client, request, trans, signal }: IContext,
  known: IJournalDraft
): Promise<ILook> {
  const draft = await client.getDraft(known.id, signal);
  const { draftChoice, isEdited, site } = request;
  if (draftChoice?.id === draft.id && draftChoice.revision === draft.revision) {
    return { draft, details: isEdited ? 'mine' : draftChoice.details };
  }
  const details = known.detailsOfSite && !isEdited ? 'site' : 'mine';
  const { seen, sending } = known;
  if (!seen || (seen.revision !== null && seen.revision === draft.revision)) {
    return { draft, details };
  }
  const changed = changedFields(await fieldDigests(detailsOf(draft)), [
    seen.fields,
    ...(sending ? [sending] : [])
  ]);
  if (draft.doi && known.doi && draft.doi !== known.doi) {
    changed.push('pids.doi');
  }
  if (changed.length > 0) {
    throw new DraftChangedError(
      trans.__(
        'The draft was changed on %1 meanwhile: %2.',
        site.name,
        fieldNames(changed, trans)
      ),
      changed,
      draft
    );
  }
  return { draft, details };
}
