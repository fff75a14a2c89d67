import type { IHasher } from 'hash-wasm';
import type { IArchiveEntry, IPackedFile } from './archive';
import { SAMPLE_BYTES, isCompressed, isDense } from './compressed';

/** A file on its way into the archive. */
export interface IOpenEntry {
  readonly readable: ReadableStream<Uint8Array>;
  /** Whether deflating it is worth its time. */
  readonly deflates: boolean;
  /** What went by; only when all of it did. */
  readonly packed: () => IPackedFile;
}

export interface IEntryWatch {
  /** For SHA-256, at its beginning. */
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
  const dense = isCompressed(path);
  const begun = dense ? [] : await beginning(reader);
  let size = 0;
  const readable = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const value = begun.shift() ?? (await reader.read()).value;
          if (!value) {
            controller.close();
            onEnd();
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
    deflates: !dense && !(await isDense(begun)),
    packed: () => ({ path, size, sha256: hash.digest('hex') })
  };
}

/** The chunks with the first bytes. */
async function beginning(
  reader: ReadableStreamDefaultReader<Uint8Array>
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < SAMPLE_BYTES;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    chunks.push(value);
    size += value.length;
  }
  return chunks;
}
