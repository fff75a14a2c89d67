import type { IJournalEntry } from '../core/publish/journalEntry';
import type { ZenodoClient } from '../core/zenodo/client';
import type { ISessionPorts } from './ports';

/**
 * Delete the draft of a publication, after asking.
 *
 * @returns `published` where it turned out to be a record by now: that stays;
 *   `kept` = the user said no, or there is none
 * @throws PublisherError
 */
export async function discard(
  entry: IJournalEntry,
  client: ZenodoClient,
  { dialogs }: Pick<ISessionPorts, 'dialogs'>
): Promise<'deleted' | 'published' | 'kept'> {
  const { draft } = entry;
  if (!draft || !(await dialogs.confirmDiscard(draft.doi))) {
    return 'kept';
  }
  // A publish request of any page may have been carried out later than we waited.
  if (await client.getRecord(draft.id)) {
    return 'published';
  }
  await client.deleteDraft(draft.id);
  return 'deleted';
}
