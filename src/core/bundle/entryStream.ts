import type { IArchiveEntry, IPackedFile } from './archive';
import { SAMPLE_BYTES, isCompressed, isDense } from './compressed';
import type { ISum } from './sums/sums';
import { wholeSha256 } from './sums/wholeSum';

/** Bytes up to which a file is held as a whole, so that the browser sums it. */
const WHOLE = 4 * 1024 * 1024;

/** Bytes that are fetched before they are asked for. */
const AHEAD = 2 * 1024 * 1024;

/** A file of which the beginning was read. */
export interface IBegunEntry {
  readonly entry: IArchiveEntry;
  /** The first chunks. */
  readonly chunks: Uint8Array[];
  /** They are all. */
  readonly isAll: boolean;
  /** Whether deflating it is worth its time. */
  readonly deflates: boolean;
  /** What follows; nobody reads it. */
  readonly rest: ReadableStream<Uint8Array>;
}

/** A file on its way into the archive. */
export interface IOpenEntry {
  readonly readable: ReadableStream<Uint8Array>;
  /** Whether deflating it is worth its time. */
  readonly deflates: boolean;
  /** It is short, not empty, and all of it was read: nothing more will come. */
  readonly isShort: boolean;
  /** What went by; when all of it did. */
  readonly packed: () => IPackedFile;
}

export interface IEntryWatch {
  /** Begin a SHA-256; of a short file on the spot. */
  readonly begin: (isShort: boolean) => Promise<ISum>;
  /** So many bytes went by. */
  readonly onBytes: (bytes: number) => void;
  /** All bytes went by. */
  readonly onEnd: () => void;
  /** The source broke. */
  readonly onError: (error: unknown) => void;
}

/**
 * Open a file, and look at its beginning to find out whether it is compressed
 * already.
 *
 * @throws what opening or reading the source throws
 */
export async function beginEntry(entry: IArchiveEntry): Promise<IBegunEntry> {
  const rest = await entry.open();
  const reader = rest.getReader();
  try {
    const { chunks, isAll } = await beginning(reader, SAMPLE_BYTES);
    const deflates = !isCompressed(entry.path) && !(await isDense(chunks));
    reader.releaseLock();
    return { entry, chunks, isAll, deflates, rest };
  } catch (error) {
    // Whoever gives the bytes must not wait. What is broken stays broken.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
}

/**
 * Count and hash the bytes of a file as they flow by. Never more is held than
 * `AHEAD` and one chunk of the source, or than a file of up to `WHOLE`.
 *
 * @throws what reading the source throws
 */
export async function openEntry(
  begun: IBegunEntry,
  watch: IEntryWatch
): Promise<IOpenEntry> {
  const reader = begun.rest.getReader();
  try {
    return await opened(begun, reader, watch);
  } catch (error) {
    // Whoever gives the bytes must not wait. What is broken stays broken.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
}

async function opened(
  { entry, chunks, isAll, deflates }: IBegunEntry,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { begin, onBytes, onEnd, onError }: IEntryWatch
): Promise<IOpenEntry> {
  const { path } = entry;
  const rest = isAll || !isSmall(entry) ? null : await beginning(reader, WHOLE);
  chunks.push(...(rest?.chunks ?? []));
  const whole = rest?.isAll ? wholeSum(chunks) : null;
  const sum = whole ?? (await begin(isAll));
  let size = 0;
  let sha256 = '';
  const readable = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const value = chunks.shift() ?? (await reader.read()).value;
          if (!value) {
            sha256 = await sum.digest();
            onEnd();
            controller.close();
            return;
          }
          size += value.length;
          await sum.update(value);
          // Read before the chunk is handed on: zip.js moves it to its worker.
          onBytes(value.length);
          controller.enqueue(value);
        } catch (error) {
          onError(error);
          controller.error(error);
          // It may be the sum that broke: whoever gives the bytes must not wait.
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: reason => reader.cancel(reason)
    },
    // What is short is there already, and a file that waits has shown enough.
    isAll
      ? { highWaterMark: 0 }
      : new ByteLengthQueuingStrategy({ highWaterMark: AHEAD })
  );
  return {
    readable,
    deflates,
    isShort: isAll,
    packed: () => ({ path, size, sha256 })
  };
}

function isSmall({ size }: IArchiveEntry): boolean {
  return typeof size === 'number' && size <= WHOLE;
}

/** The sum of a file that is all there, by the browser; null where it does not. */
function wholeSum(chunks: Uint8Array[]): ISum | null {
  const bytes = new Uint8Array(
    chunks.reduce((size, { length }) => size + length, 0)
  );
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const sum = wholeSha256(bytes);
  if (!sum) {
    return null;
  }
  // Asked for at the end, which may never come.
  sum.catch(() => undefined);
  chunks.splice(0, chunks.length, bytes);
  return { update: () => undefined, digest: () => sum };
}

/** The chunks with the next bytes, and whether they are all. */
async function beginning(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytes: number
): Promise<{ chunks: Uint8Array[]; isAll: boolean }> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size < bytes;) {
    const { done, value } = await reader.read();
    if (done) {
      return { chunks, isAll: true };
    }
    chunks.push(value);
    size += value.length;
  }
  return { chunks, isAll: false };
}
