import { launchUrl } from '../binder/launchUrl';
import { IRelatedIdentifier, toDraftBody } from '../metadata/toRecord';
import type { IRecordFile } from '../zenodo/types';
import { uploadFile } from '../zenodo/uploadFile';
import { IContext, journal } from './context';
import { linksOf } from './dataRecord';
import { StrangeFilesError } from './errors';
import type {
  IJournalDraft,
  IJournalEntry,
  IJournalPack,
  IJournalUpload
} from './journalEntry';
import type { IPacked } from './packStep';
import { refuseErrors } from './refuseErrors';

/**
 * Whether all that the journal names is in the draft already, complete and with
 * its checksum.
 *
 * @throws StrangeFilesError, SiteError, CancelledError
 */
export async function isUploaded(
  context: IContext,
  draftId: string,
  { uploads }: IJournalPack
): Promise<boolean> {
  const files = await findOnly(context, draftId, uploads);
  return uploads.every(upload => isThere(files, upload));
}

/**
 * Remove from the draft what was sent before and goes by another name now.
 *
 * @throws SiteError, CancelledError
 */
export async function removeFormer(
  { client, signal }: IContext,
  draftId: string,
  former: IJournalPack,
  present: IJournalPack
): Promise<void> {
  const keys = new Set(present.uploads.map(({ key }) => key));
  for (const { key } of former.uploads) {
    if (!keys.has(key)) {
      await client.deleteFile(draftId, key, signal);
    }
  }
}

/**
 * Bring what was packed into the draft, compare the checksums, and send what
 * depends on the DOI. Then the draft is complete and nothing of it is public.
 *
 * @throws StrangeFilesError, ChecksumMismatchError, RefusedMetadataError,
 *   SiteError, CancelledError
 */
export async function uploadStep(
  context: IContext,
  entry: IJournalEntry,
  packed: IPacked | null
): Promise<IJournalEntry> {
  const { observer, trans } = context;
  const draft = entry.draft;
  if (!draft) {
    throw new Error('Files are uploaded to a draft that exists');
  }
  observer.step('upload', 'now', '');
  let current = entry;
  if (packed) {
    const isFirst = entry.step === 'pack' && !entry.uploadBegun;
    current = await journal(context, entry, {
      step: 'upload',
      status: 'begun',
      uploadBegun: true
    });
    await uploadAll(context, draft.id, packed, isFirst);
  }
  await sendFinalMetadata(context, draft);
  current = await journal(context, current, {
    step: 'upload',
    status: 'done'
  });
  observer.step('upload', 'done', trans.__('the checksum is the same'));
  return current;
}

async function uploadAll(
  context: IContext,
  draftId: string,
  { uploads }: IPacked,
  isFirst: boolean
): Promise<void> {
  const { client, clock, observer, onWait, trans, signal } = context;
  const there = isFirst ? [] : await findOnly(context, draftId, uploads);
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const upload of uploads) {
    const { key, blob, md5, size } = upload;
    if (!isThere(there, upload)) {
      await uploadFile({
        ...{ client, clock, trans, draftId, key, md5, onWait, signal },
        content: blob,
        isFresh: isFirst,
        onProgress: sent =>
          observer.progress('upload', key, before + sent, total)
      });
    }
    before += size;
  }
}

function isThere(
  files: readonly IRecordFile[],
  { key, md5 }: IJournalUpload
): boolean {
  return files.some(
    file => file.key === key && file.status === 'completed' && file.md5 === md5
  );
}

/**
 * The files in the draft, all of them ours. What the user put in on the site
 * was not in the list that was confirmed, and Binder unpacks an archive only
 * when it is alone.
 *
 * @throws StrangeFilesError, SiteError, CancelledError
 */
async function findOnly(
  { client, request, trans, signal }: IContext,
  draftId: string,
  uploads: readonly IJournalUpload[]
): Promise<IRecordFile[]> {
  const keys = new Set(uploads.map(({ key }) => key));
  const files = await client.listFiles(draftId, signal);
  const others = files.filter(file => !keys.has(file.key));
  if (others.length > 0) {
    throw new StrangeFilesError(
      trans._n(
        'The draft on %2 also holds %3, which was not put there from here.',
        'The draft on %2 also holds %1 files that were not put there from here: %3.',
        others.length,
        request.site.name,
        others.map(file => file.key).join(', ')
      )
    );
  }
  return files;
}

/** The metadata without the nonce, and with the launch link that the DOI makes possible. */
async function sendFinalMetadata(
  context: IContext,
  { id, doi }: IJournalDraft
): Promise<void> {
  const { client, request, signal } = context;
  const { site, metadata, binderReady, layout, notebooks } = request;
  const launch: IRelatedIdentifier[] =
    binderReady && site.binder && notebooks.length
      ? [
          {
            identifier: launchUrl({
              hub: site.binder,
              doi,
              path: notebooks[0]
            }),
            scheme: 'url',
            relation_type: { id: 'issupplementedby' },
            resource_type: { id: 'software' }
          }
        ]
      : [];
  const body = toDraftBody({
    metadata,
    site,
    relatedIdentifiers: [...launch, ...linksOf(request)],
    // A zip shows its list of files, of itself.
    ...(layout === 'files' && notebooks[0]
      ? { defaultPreview: notebooks[0] }
      : {})
  });
  const draft = await client.updateDraft(id, body, {}, signal);
  refuseErrors(context, draft.errors);
}
