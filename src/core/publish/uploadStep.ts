import { launchUrl } from '../binder/launchUrl';
import { IRelatedIdentifier, toDraftBody } from '../metadata/toRecord';
import type { IRecordFile } from '../zenodo/types';
import { uploadFile } from '../zenodo/uploadFile';
import { IContext, journal } from './context';
import { StrangeFilesError } from './errors';
import type { IJournalArchive, IJournalEntry } from './journal';
import type { IPackedArchive } from './packStep';
import { refuseErrors } from './refuseErrors';

/**
 * Whether the archive that the journal names is in the draft already, complete
 * and with its checksum.
 *
 * @throws StrangeFilesError, SiteError, CancelledError
 */
export async function isUploaded(
  context: IContext,
  draftId: string,
  archive: IJournalArchive
): Promise<boolean> {
  const file = await findOnly(context, draftId, archive.key);
  return file?.status === 'completed' && file.md5 === archive.md5;
}

/**
 * Bring the archive into the draft, compare its checksum, and send what
 * depends on the DOI. Then the draft is complete and nothing of it is public.
 *
 * @throws StrangeFilesError, ChecksumMismatchError, RefusedMetadataError, SiteError, CancelledError
 */
export async function uploadStep(
  context: IContext,
  entry: IJournalEntry,
  packed: IPackedArchive | null
): Promise<IJournalEntry> {
  const { client, clock, observer, trans, signal } = context;
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
    if (!isFirst) {
      await findOnly(context, draft.id, packed.key);
    }
    await uploadFile({
      client,
      clock,
      trans,
      draftId: draft.id,
      key: packed.key,
      content: packed.blob,
      md5: packed.md5,
      isFresh: isFirst,
      onProgress: (sent, total) =>
        observer.progress('upload', packed.key, sent, total),
      onWait: context.onWait,
      signal
    });
  }
  await sendFinalMetadata(context, draft.id, draft.doi);
  current = await journal(context, current, {
    step: 'upload',
    status: 'done'
  });
  observer.step('upload', 'done', trans.__('the checksum is the same'));
  return current;
}

/**
 * The archive's file in the draft, or null. Nothing but the archive may be
 * there: what the user put in on the site was not in the list that was
 * confirmed, and Binder unpacks an archive only when it is alone.
 *
 * @throws StrangeFilesError, SiteError, CancelledError
 */
async function findOnly(
  { client, request, trans, signal }: IContext,
  draftId: string,
  key: string
): Promise<IRecordFile | null> {
  const files = await client.listFiles(draftId, signal);
  const others = files.filter(file => file.key !== key);
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
  return files[0] ?? null;
}

/** The metadata without the nonce, and with the launch link that the DOI makes possible. */
async function sendFinalMetadata(
  context: IContext,
  draftId: string,
  doi: string
): Promise<void> {
  const { client, request, signal } = context;
  const { site, metadata, binderReady, notebooks } = request;
  const related: IRelatedIdentifier[] =
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
  const body = toDraftBody({ metadata, site, relatedIdentifiers: related });
  const draft = await client.updateDraft(draftId, body, {}, signal);
  refuseErrors(context, draft.errors);
}
