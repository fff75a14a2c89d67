import { createSHA256 } from 'hash-wasm';
import type { IArchiveEntry, IPackedFile } from '../bundle/archive';
import { hashOf, md5Of } from '../bundle/blobSums';
import { throwIfCancelled } from '../error';
import type { IContext } from './context';
import { crateFile } from './crateFile';
import type { IJournalDraft } from './journalEntry';
import type { IUpload } from './packStep';
import type { IPreparedFile } from './prepare';

/**
 * The files as they are deposited one by one. Only a bundle that could also be
 * looked at this way gets here: few files, in no folder (`layoutsFor`).
 *
 * @throws FileChangedError, FileAccessError, FileMissingError, CancelledError
 */
export async function readSeparately(
  context: IContext,
  draft: IJournalDraft,
  prepared: readonly IPreparedFile[]
): Promise<{ uploads: IUpload[]; read: IPackedFile[] }> {
  const { observer, request, trans, signal } = context;
  const keyOf = (path: string) =>
    request.base ? path.slice(request.base.length + 1) : path;
  const total = prepared.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const uploads: IUpload[] = [];
  const read: IPackedFile[] = [];
  let done = 0;
  const take = async (file: IArchiveEntry) => {
    throwIfCancelled(signal, trans.__('Packing was cancelled. Nothing was sent.')); // prettier-ignore
    observer.progress('pack', file.path, done, total);
    const blob = await new Response(await file.open()).blob();
    const { size } = blob;
    done += size;
    uploads.push({ key: keyOf(file.path), blob, size, md5: await md5Of(blob) });
    read.push({
      path: file.path,
      size,
      sha256: await hashOf(blob, await createSHA256())
    });
  };
  for (const file of prepared) {
    await take(file);
  }
  for (const file of crateFile(context, draft, prepared, read)) {
    await take(file);
  }
  return { uploads, read };
}
