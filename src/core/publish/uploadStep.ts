import type { IRecordFile } from '../zenodo/types';
import { uploadFile } from '../zenodo/uploadFile';
import { IContext, journal } from './context';
import { fresh, seenDraft } from './details';
import { FilesLostError } from './errors';
import { areThere, holdsFormer, isThere, refuseOthers } from './filesLook';
import { sendFinalDetails } from './finalDetails';
import type {
  IJournalEntry,
  IJournalPack,
  IJournalUpload
} from './journalEntry';
import type { IPacked } from './packStep';
import { objectionsTo, refuseErrors } from './refuseErrors';

/** What came of an upload. */
export interface IUploaded {
  readonly entry: IJournalEntry;
  /** Nothing had to be sent twice, so that nothing can arrive late either. */
  readonly isSmooth: boolean;
}

/** So often is sent again what vanished from the draft. */
const rounds = 3;

/**
 * Whether all that the journal names is in the draft already, complete and with
 * its checksum.
 *
 * @throws StrangeFilesError, SiteError, CancelledError
 */
export async function isUploaded(
  context: IContext,
  draftId: string,
  pack: IJournalPack
): Promise<boolean> {
  return areThere(await findOnly(context, draftId, pack), pack.uploads);
}

/**
 * Remove from the draft what was sent before and goes by another name now. It
 * stays in the journal until the draft is seen without it.
 *
 * @throws SiteError, CancelledError
 */
export async function removeFormer(
  { client, signal }: IContext,
  { draft, pack }: IJournalEntry
): Promise<void> {
  for (const key of (draft && pack?.former) ?? []) {
    await client.deleteFile(draft?.id ?? '', key, signal);
  }
}

/**
 * Bring what was packed into the draft, compare the checksums, and send what
 * depends on the DOI. Then the draft is complete and nothing of it is public.
 *
 * @param packed - null = all is there, as was just looked
 * @throws StrangeFilesError, ChecksumMismatchError, RefusedMetadataError,
 *   DraftChangedError, FilesLostError, SiteError, CancelledError
 */
export async function uploadStep(
  context: IContext,
  entry: IJournalEntry,
  packed: IPacked | null
): Promise<IUploaded> {
  const { observer, trans, clock } = context;
  const { draft, pack } = entry;
  if (!draft || !pack) {
    throw new Error('Packed files are uploaded to a draft that exists');
  }
  observer.step('upload', 'now', '');
  let current = entry;
  let isSmooth = packed === null;
  if (packed) {
    const isFirst = entry.step === 'pack' && !entry.uploadBegun;
    current = await journal(context, entry, {
      step: 'upload',
      status: 'begun',
      uploadBegun: true
    });
    isSmooth = await uploadAll(context, draft.id, pack, packed, isFirst);
  }
  for (let round = 1; ; round++) {
    const isSeen = clock.now() - (draft.seen?.at ?? 0) <= fresh;
    const sent = await sendFinalDetails(context, current, draft, !isSeen);
    current = sent.entry;
    const files = sent.draft.files ?? pack.uploads.map(complete);
    refuseOthers(context, files, pack);
    const isClean = !holdsFormer(files, pack);
    if (isClean && areThere(files, pack.uploads)) {
      const isSite = current.draft?.detailsOfSite === true;
      const errors = isSite ? [] : objectionsTo(sent.draft.errors);
      current = await journal(context, current, {
        draft: await seenDraft(context, sent.draft, isSite),
        pack: { ...pack, former: [] },
        ...(errors.length > 0 ? {} : { step: 'upload', status: 'done' })
      });
      refuseErrors(context, errors);
      observer.step('upload', 'done', trans.__('the checksum is the same'));
      return { entry: current, isSmooth };
    }
    if ((!packed && isClean) || round >= rounds) {
      throw filesLost(context);
    }
    await removeFormer(context, current);
    if (packed) {
      await uploadAll(context, draft.id, pack, packed, false);
    }
    isSmooth = false;
  }
}

/** What was uploaded has vanished: a content that came late deletes a file (FINDINGS 1). */
export function filesLost({ request, trans }: IContext): FilesLostError {
  return new FilesLostError(
    trans.__(
      'What was uploaded is not complete on %1 any more.',
      request.site.name
    )
  );
}

/** @returns whether each file was there after the first attempt */
async function uploadAll(
  context: IContext,
  draftId: string,
  pack: IJournalPack,
  { uploads }: IPacked,
  isFirst: boolean
): Promise<boolean> {
  const { client, clock, observer, onWait, trans, signal } = context;
  const there = isFirst ? [] : await findOnly(context, draftId, pack);
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  let attempts = 1;
  for (const upload of uploads) {
    const { key, blob, md5, size } = upload;
    if (!isThere(there, upload)) {
      const done = before;
      const send = () =>
        uploadFile({
          ...{ client, clock, trans, draftId, key, md5, onWait, signal },
          content: blob,
          isFresh: isFirst,
          onAttempt: attempt => {
            attempts = Math.max(attempts, attempt);
          },
          onProgress: sent =>
            observer.progress('upload', key, done + sent, total)
        });
      await client.inTurn(send, onWait, signal);
    }
    before += size;
  }
  return isFirst && attempts === 1;
}

/** The files in the draft, all of them ours. */
async function findOnly(
  context: IContext,
  draftId: string,
  pack: IJournalPack
): Promise<IRecordFile[]> {
  const { client, signal } = context;
  const files = await client.listFiles(draftId, signal);
  refuseOthers(context, files, pack);
  return files;
}

/** Where a site does not list the files with its draft, the answers to the uploads count. */
function complete({ key, size, md5 }: IJournalUpload): IRecordFile {
  return { key, size, md5, status: 'completed' };
}
