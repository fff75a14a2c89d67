import { UUID } from '@lumino/coreutils';
import { PublisherError } from '../core/error';
import { hereOf } from '../core/publications/join';
import { dataPublicationId } from '../core/publish/dataRecord';
import type { Journal } from '../core/publish/journal';
import {
  IJournalEntry,
  mayBePublic,
  withoutDraft
} from '../core/publish/journalEntry';
import { recordDeleted } from '../core/publish/publishStep';
import { deleteTwins } from '../core/publish/twins';
import type { ITranslator } from '../core/text';
import type { ZenodoClient } from '../core/zenodo/client';
import { GoneError } from '../core/zenodo/errors';
import type { ISite } from '../core/zenodo/sites';
import type { IDialogs, ISessionPorts } from './ports';
import { removeGoneBadges } from './shownBadges';

/**
 * Delete the draft of a publication, after asking.
 *
 * @returns `published` where it turned out to be a record by now: that stays;
 *   `kept` = the user said no, or there is none
 * @throws RecordDeletedError where that record was deleted since; PublisherError
 */
export async function discard(
  entry: IJournalEntry,
  client: ZenodoClient,
  { dialogs, trans }: { readonly dialogs: Asking; readonly trans: ITranslator }
): Promise<'deleted' | 'published' | 'kept'> {
  const { draft } = entry;
  if (draft && entry.replaces) {
    return giveUpReplacing(entry, draft.id, client, dialogs);
  }
  if (!draft || !(await dialogs.confirmDiscard(draft.doi))) {
    return 'kept';
  }
  // A publish request of any page may have been carried out later than we waited.
  const record = await client.getRecord(draft.id).catch(error => {
    throw error instanceof GoneError
      ? recordDeleted(client.site, trans, error)
      : error;
  });
  if (record) {
    return 'published';
  }
  await client.deleteDraft(draft.id);
  // After this nobody knows the nonce any more.
  await deleteTwins({ client }, entry);
  return 'deleted';
}

type Asking = Pick<IDialogs, 'confirmDiscard' | 'confirmKeepFiles'>;

/** The record is there all the time: only the journal can tell whether it was published. */
async function giveUpReplacing(
  entry: IJournalEntry,
  id: string,
  client: ZenodoClient,
  dialogs: Asking
): Promise<'deleted' | 'published' | 'kept'> {
  if (mayBePublic(entry)) {
    return 'published';
  }
  if (!(await dialogs.confirmKeepFiles(entry.draft?.doi ?? ''))) {
    return 'kept';
  }
  await client.deleteDraft(id);
  return 'deleted';
}

/**
 * Delete the draft of a publication's data, if there is one. Rejects as the
 * client and the journal do.
 *
 * @returns its id, or null where there was none
 */
export async function discardData(
  id: string,
  client: ZenodoClient,
  journal: Journal
): Promise<string | null> {
  const entry = await journal.read(dataPublicationId(id));
  if (!entry?.draft || entry.record) {
    return null;
  }
  await client.deleteDraft(entry.draft.id);
  await journal.write(withoutDraft(entry, UUID.uuid4()), false);
  return entry.draft.id;
}

/**
 * The DOI of a discarded draft leads to nothing: ask whether the badges that
 * carry it go out of the files. The files of a record that kept its DOI are
 * not asked about.
 *
 * @throws PublisherError naming the files that could not be changed
 */
export async function askAboutBadges(
  entry: IJournalEntry,
  site: ISite,
  ports: ISessionPorts
): Promise<void> {
  if (entry.draft && !entry.replaces) {
    const { id, doi } = entry.draft;
    const here = hereOf(entry);
    const notice = await removeGoneBadges(ports, {
      ...{ site, depositId: id, doi, here }
    });
    if (notice?.tone === 'error') {
      throw new PublisherError(notice.text);
    }
  }
}
