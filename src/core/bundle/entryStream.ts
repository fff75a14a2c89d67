import type { IHasher } from 'hash-wasm';
import type { IArchiveEntry, IPackedFile } from './archive';
import { SAMPLE_BYTES, isCompressed, isDense } from './compressed';

/** A file on its way into the archive. */
export interface IOpenEntry {
  readonly readable: ReadableStream<Uint8Array>;
  /** Whether deflating it is worth its time. */
  readonly deflates: boolean;
  /** It is short, not empty, and all of it was read: nothing more will come. */
  readonly isWhole: boolean;
  /** What went by; when all of it did. */
  readonly packed: () => IPackedFile;
}

export interface IEntryWatch {
  /** For SHA-256, at its beginning; free for others at the end. */
  readonly hash: IHasher;
  /** So many bytes went by. */
  readonly onBytes: (bytes: number) => void;
  /** All bytes went by. */
  readonly onEnd: () => void;
  /** The source broke. */
  readonly onError: (error: unknown) => void;
}

/**
 * Open a file, look at its beginning to find out whether it is compressed
 * already, and count and hash its bytes as they flow by. Never more than the
 * beginning and one chunk of the source are held.
 *
 * @throws what opening or reading the source throws
 */
export async function openEntry(
  entry: IArchiveEntry,
  { hash, onBytes, onEnd, onError }: IEntryWatch
): Promise<IOpenEntry> {
  const { path } = entry;
  const reader = (await entry.open()).getReader();
  const { chunks: begun, isWhole } = await beginning(reader);
  const deflates = !isCompressed(path) && !(await isDense(begun));
  let size = 0;
  let sha256 = '';
  const readable = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const value = begun.shift() ?? (await reader.read()).value;
          if (!value) {
            sha256 = hash.digest('hex');
            onEnd();
            controller.close();
            return;
          }
          size += value.length;
          hash.update(value);
          // Read before the chunk is handed on: zip.js moves it to its worker.
          onBytes(value.length);
          controller.enqueue(value);
        } catch (error) {
          onError(error);
          controller.error(error);
        }
      },
      cancel: reason => reader.cancel(reason)
    },
    { highWaterMark: 0 }
  );
  return {
    readable,
    deflates,
    isWhole,
    packed: () => ({ path, size, sha256 })
  };
}

/** The chunks with the first bytes, and whether they are all. */
async function beginning(
  reader: ReadableStreamDefaultReader<Uint8Array>
): Promise<{ chunks: Uint8Array[]; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < SAMPLE_BYTES;) {
    const { done, value } = await reader.read();
    if (done) {
      return { chunks, isWhole: true };
    }
    chunks.push(value);
    size += value.length;
  }
  return { chunks, isWhole: false };
}
