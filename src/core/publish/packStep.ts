import { buildArchive } from '../bundle/archive';
import { planFingerprint } from '../bundle/fingerprint';
import { IContext, journal } from './context';
import type { IJournalArchive, IJournalEntry, IJournalFile } from './journal';
import { prepareFiles } from './prepare';
import { requestStamp } from './request';

/** An archive in memory, with what it was made of. */
export interface IPackedArchive extends IJournalArchive {
  readonly blob: Blob;
  readonly files: readonly IJournalFile[];
}

/**
 * Write DOI and badges into copies of the files and pack them. The archive's
 * identity is journalled; the archive itself stays in memory and is never
 * rebuilt to be compared.
 *
 * @throws FileChangedError, FileAccessError, FileMissingError, ArchiveError,
 *   NotebookSyntaxError, UnsupportedNotebookError, CancelledError
 */
export async function packStep(
  context: IContext,
  entry: IJournalEntry
): Promise<{ entry: IJournalEntry; packed: IPackedArchive }> {
  const { observer, request, trans, signal } = context;
  const draft = entry.draft;
  if (!draft?.doi) {
    throw new Error('Files are packed after the DOI is reserved');
  }
  observer.step('pack', 'now', '');
  const prepared = await prepareFiles(context, draft);
  const archive = await buildArchive({
    entries: prepared,
    trans,
    signal,
    onProgress: ({ path, bytes, total }) =>
      observer.progress('pack', path, bytes, total)
  });
  const hashes = new Map(
    prepared.map(file => [file.path, file.sourceHash] as const)
  );
  const files = archive.files.map(({ path, size, sha256 }) => ({
    path,
    size,
    sourceHash: hashes.get(path) ?? sha256
  }));
  const packed: IPackedArchive = {
    blob: archive.blob,
    key: request.archiveName,
    size: archive.size,
    md5: archive.md5,
    stamp: requestStamp(request, draft.id, draft.doi),
    fingerprint: await planFingerprint(files, {
      site: request.site.url,
      doi: draft.doi,
      badges: [...request.badges].sort().join('\n'),
      binder: request.binderReady ? (request.site.binder ?? '') : ''
    }),
    files
  };
  const stored = await journal(context, entry, {
    archive: {
      key: packed.key,
      size: packed.size,
      md5: packed.md5,
      stamp: packed.stamp,
      fingerprint: packed.fingerprint
    },
    files,
    step: 'pack',
    status: 'done'
  });
  observer.step('pack', 'done', trans._n('%1 file', '%1 files', files.length));
  return { entry: stored, packed };
}
