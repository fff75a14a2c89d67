import { PublisherError } from '../error';
import { launchBase } from '../binder/launchUrl';
import { fromRecord } from '../metadata/fromRecord';
import { NotFoundError, PermissionDeniedError } from '../zenodo/errors';
import { undoDays } from '../zenodo/limits';
import type { IDeposit, IDraft, IRecord } from '../zenodo/types';
import type { IContext } from './context';
import { EditBegunError, WindowOverError } from './errors';
import { areThere } from './filesLook';
import type { IJournalEntry } from './journalEntry';
import { changedFields, detailsOf, fieldDigests } from './seenDraft';
import type { IVersionOf } from './versions';

/** A record whose files are replaced: its DOI stays, and so do its details. */
export interface IReplacement extends IVersionOf {
  /** The keys of the files that it has: they go. */
  readonly files: readonly string[];
}

/**
 * Until when a record's files can be replaced, or it can be deleted, by its
 * owner alone; null = no longer, or not known when it was published.
 *
 * @param published - ISO 8601
 * @param now - milliseconds since 1970
 */
export function undoUntil(published: string, now: number): number | null {
  const until = Date.parse(published) + undoDays * 24 * 3600 * 1000;
  return until > now ? until : null;
}

/**
 * Open a published record for other files. The site has one such draft of a
 * record at a time, so that it needs no nonce to be found again; a change of
 * details that somebody began there is left alone.
 *
 * @throws EditBegunError, WindowOverError, SiteError, CancelledError
 */
export async function openForFiles(
  context: IContext,
  { recordId }: IReplacement
): Promise<IDraft> {
  const { client, request, trans, signal } = context;
  const record = await client.getRecord(recordId, signal);
  const wasOpen = await isOpen(context, recordId);
  const draft = await client.editRecord(recordId, signal);
  const changed = record && changedFields(await fieldDigests(detailsOf(draft)), [await fieldDigests(detailsOf(record))]); // prettier-ignore
  if (changed && changed.length > 0) {
    throw new EditBegunError(
      trans.__(
        'A change of the details of this record was begun on %1 and not published there.',
        request.site.name
      )
    );
  }
  try {
    await unlock(context, recordId);
  } catch (error) {
    if (error instanceof WindowOverError && !wasOpen) {
      await client.deleteDraft(recordId, signal);
    }
    throw error;
  }
  return draft;
}

async function unlock(
  { client, request, trans, signal }: IContext,
  id: string
): Promise<void> {
  try {
    await client.unlockFiles(id, signal);
  } catch (error) {
    throw error instanceof PermissionDeniedError
      ? new WindowOverError(
          trans.__(
            '%1 does not let the files of this record be replaced any more: that is possible within %2 days of publishing.',
            request.site.name,
            undoDays
          ),
          { cause: error }
        )
      : error;
  }
}

/**
 * Make sure that the files of a draft that was opened before are still
 * unlocked: it may have been discarded and opened again on the site. Where they
 * differ from the record's they are.
 *
 * @throws WindowOverError, SiteError, CancelledError
 */
export async function keepUnlocked(
  context: IContext,
  draft: IDraft
): Promise<void> {
  const { client, signal } = context;
  const record = await client.getRecord(draft.id, signal);
  const isSame =
    record?.files?.length === draft.files?.length &&
    areThere(
      draft.files ?? [],
      (record?.files ?? []).map(file => ({
        key: file.key,
        size: file.size ?? 0,
        md5: file.md5 ?? ''
      }))
    );
  if (isSame) {
    await unlock(context, draft.id);
  }
}

/**
 * Whether the record has the new files by now. It is there before and after, so
 * that only its draft and its files can tell.
 *
 * @throws SiteError, CancelledError
 */
export async function isReplaced(
  context: IContext,
  { draft, pack }: IJournalEntry,
  record: IRecord
): Promise<boolean> {
  if (!draft || !pack || (await isOpen(context, draft.id))) {
    return false;
  }
  const files = record.files ?? [];
  return (
    pack.uploads.length > 0 &&
    files.length === pack.uploads.length &&
    areThere(files, pack.uploads)
  );
}

/** Whether the record has a draft. Rejects as the client does. */
function isOpen(
  { client, signal }: Pick<IContext, 'client' | 'signal'>,
  id: string
): Promise<boolean> {
  return client.getDraft(id, signal).then(
    () => true,
    error => {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  );
}

/** The entry before the new files are packed: what is in the draft is to be removed. */
export function withFormer(
  entry: IJournalEntry,
  { files, recordId, doi }: IReplacement
): IJournalEntry {
  return {
    ...entry,
    replaces: { recordId, doi },
    pack: { uploads: [], stamp: '', fingerprint: '', former: files },
    uploadBegun: true
  };
}

/**
 * What describes the new files, inside of them: the record keeps its details
 * when its files are replaced, whatever stands in the form.
 *
 * @param id - of the draft, which has the record's details
 * @throws SiteError, CancelledError
 */
export async function withRecordDetails(
  context: IContext,
  id: string
): Promise<IContext> {
  const { client, request, signal } = context;
  if (!request.replaces || !request.crate) {
    return context;
  }
  const metadata = fromRecord(await client.getDraft(id, signal));
  return { ...context, request: { ...request, metadata } };
}

/** A draft or record without links that open it in Binder: they may name notebooks that it has no more. */
export function withoutLaunchLinks<T extends Pick<IDeposit, 'metadata'>>(
  draft: T,
  hub: string | null,
  doi: string
): T {
  const { related_identifiers: works } = draft.metadata;
  if (!hub || !Array.isArray(works)) {
    return draft;
  }
  const base = launchBase(hub, doi);
  return {
    ...draft,
    metadata: {
      ...draft.metadata,
      related_identifiers: works.filter((work: unknown) => {
        const { identifier } = (work ?? {}) as { identifier?: unknown };
        return typeof identifier !== 'string' || !identifier.startsWith(base);
      })
    }
  };
}

/**
 * Refuse to go on with a draft that was made for something else than what the
 * user confirms now.
 *
 * @throws PublisherError
 */
export function refuseOtherPurpose(
  { request, trans }: IContext,
  { draft, replaces }: IJournalEntry
): void {
  if (draft && replaces?.recordId !== request.replaces?.recordId) {
    throw new PublisherError(
      replaces
        ? trans.__('This draft was opened to replace the files of a record.')
        : trans.__('This draft was not made to replace the files of a record.')
    );
  }
}
