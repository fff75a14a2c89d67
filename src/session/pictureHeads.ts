import type { IPlanEntry } from '../core/bundle/entry';
import type { IListedFile } from '../core/checks/check';
import { HEAD_BYTES, wantsHead } from '../core/checks/exif';
import { PublisherError } from '../core/error';
import type { IFiles } from '../core/files';

/** Pictures that are looked into. */
const most = 200;

/**
 * The files of a bundle as the checks see them: pictures with their first bytes.
 *
 * @throws CancelledError
 */
export async function withHeads(
  included: readonly IPlanEntry[],
  files: IFiles,
  signal: AbortSignal
): Promise<IListedFile[]> {
  const pictures = included
    .filter(({ path }) => wantsHead(path))
    .slice(0, most);
  const heads = new Map<string, Uint8Array>();
  for (const { path, source, content } of pictures) {
    const head =
      source === null
        ? content?.subarray(0, HEAD_BYTES)
        : await headOf(source, files, signal);
    if (head) {
      heads.set(path, head);
    }
  }
  return included.map(({ path, size }) => {
    const head = heads.get(path);
    return { path, size, ...(head ? { head } : {}) };
  });
}

/** The first bytes; null where they cannot be read, which is said when they are packed. */
async function headOf(
  source: string,
  files: IFiles,
  signal: AbortSignal
): Promise<Uint8Array | null> {
  try {
    const { stream } = await files.read(source, signal);
    const reader = stream.getReader();
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < HEAD_BYTES) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      parts.push(value);
      size += value.length;
    }
    await reader.cancel();
    const blob = new Blob(parts as BlobPart[]);
    return new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  } catch (error) {
    if (error instanceof PublisherError && !signal.aborted) {
      return null;
    }
    throw error;
  }
}
