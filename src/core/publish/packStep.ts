import { buildArchive, IPackedFile } from '../bundle/archive';
import type { IContext } from './context';
import { crateFile } from './crateFile';
import { readSeparately } from './individualFiles';
import type {
  IJournalDraft,
  IJournalEntry,
  IJournalUpload
} from './journalEntry';
import { IPackedFiles, journalPacked } from './packed';
import { IPreparedFile, prepareFiles } from './prepare';
import { refuseSecrets } from './refuseSecrets';
import { withRecordDetails } from './replaceFiles';

/** A file to be deposited, with its bytes. */
export interface IUpload extends IJournalUpload {
  readonly blob: Blob;
}

/** What will be deposited, in memory, with what it was made of. */
export type IPacked = IPackedFiles<IUpload>;

/**
 * Write DOI and badges into copies of the files, look through exactly these
 * bytes for secrets, and pack them. The identity of the result is journalled;
 * itself it stays in memory and is never rebuilt to be compared.
 *
 * @throws SecretsFoundError, FileChangedError, FileAccessError,
 *   FileMissingError, ArchiveError, NotebookSyntaxError,
 *   UnsupportedNotebookError, CopyEditError, CancelledError
 */
export async function packStep(
  context: IContext,
  entry: IJournalEntry
): Promise<{ entry: IJournalEntry; packed: IPacked }> {
  const { observer, request } = context;
  const draft = entry.draft;
  if (!draft?.doi) {
    throw new Error('Files are packed after the DOI is reserved');
  }
  observer.step('pack', 'now', '');
  const prepared = await prepareFiles(context, draft);
  await refuseSecrets(context, prepared);
  const described = await withRecordDetails(context, draft.id);
  const { uploads, read } =
    request.layout === 'files'
      ? await readSeparately(described, draft, prepared)
      : await packTogether(described, draft, prepared);
  return journalPacked(context, entry, { draft, prepared, uploads, read });
}

/** One archive of all files. */
async function packTogether(
  context: IContext,
  draft: IJournalDraft,
  prepared: readonly IPreparedFile[]
): Promise<{ uploads: IUpload[]; read: readonly IPackedFile[] }> {
  const { observer, request, startSums, trans, signal } = context;
  const { blob, size, md5, files } = await buildArchive({
    entries: prepared,
    last: read => crateFile(context, draft, prepared, read),
    trans,
    startSums,
    signal,
    onProgress: ({ path, bytes, total }) =>
      observer.progress('pack', path, bytes, total)
  });
  return {
    uploads: [{ key: request.archiveName, blob, size, md5 }],
    read: files
  };
}
