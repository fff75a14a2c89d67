import { launchUrl } from '../binder/launchUrl';
import { IRelatedIdentifier, toDraftBody } from '../metadata/toRecord';
import { uploadFile } from '../zenodo/uploadFile';
import { IContext, journal } from './context';
import type { IJournalArchive, IJournalEntry } from './journal';
import type { IPackedArchive } from './packStep';
import { refuseErrors } from './refuseErrors';

/**
 * Whether the archive that the journal names is in the draft already, complete
 * and with its checksum.
 *
 * @throws SiteError, CancelledError
 */
export async function isUploaded(
  context: IContext,
  draftId: string,
  archive: IJournalArchive
): Promise<boolean> {
  const file = await context.client.getFile(
    draftId,
    archive.key,
    context.signal
  );
  return file?.status === 'completed' && file.md5 === archive.md5;
}

/**
 * Bring the archive into the draft, compare its checksum, and send what
 * depends on the DOI. Then the draft is complete and nothing of it is public.
 * Other files, left by an earlier try under another name, are removed.
 *
 * @throws ChecksumMismatchError, RefusedMetadataError, SiteError, CancelledError
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
      await removeOthers(context, draft.id, packed.key);
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

async function removeOthers(
  context: IContext,
  draftId: string,
  key: string
): Promise<void> {
  const { client, signal } = context;
  for (const file of await client.listFiles(draftId, signal)) {
    if (file.key !== key) {
      await client.deleteFile(draftId, file.key, signal);
    }
  }
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
  const draft = await client.updateDraft(draftId, { ...body }, {}, signal);
  refuseErrors(context, draft.errors);
}
