import { throwIfCancelled } from '../error';
import type { KeptTarget } from './archiveTarget';
import type { IBegunEntry } from './entryStream';
import { isLarge } from './lanes';
import { PieceSource } from './pieces';
import type { IWritingWatch, IWrittenFile } from './writtenFile';
import { storedDescriptor, storedHeader } from './zip/zipRecords';

/** Bytes that go from hand to hand at once: they stay in a processor's cache. */
const PIECE = 1024 * 1024;

/** How many pieces are on their way. */
const MOST = 6;

export interface IStoring extends IWritingWatch {
  readonly target: KeptTarget;
  /** Its bytes, as they were announced. */
  readonly size: number;
  readonly signal?: AbortSignal;
  /** What is said when it is cancelled. */
  readonly cancelled: string;
}

/**
 * Whether a file goes into the archive as it is, and begins when no other is
 * under way: nothing but it is then written.
 */
export function isStored({ entry, deflates }: IBegunEntry): boolean {
  const { size } = entry;
  return !deflates && typeof size === 'number' && isLarge(size);
}

/**
 * Put a file into a kept archive as it is, while nothing else is written there.
 *
 * Its bytes are read into a few buffers, which go round: the worker that sums
 * the file, the one that sums the archive and writes it, and back. Nothing is
 * copied, and no memory is new. On the way through zip.js each byte is copied
 * three times, once by it and once for each worker.
 *
 * @returns also where the file is longer or shorter than it was announced
 * @throws ArchiveLostError, SumsLostError, CancelledError, what reading throws
 */
export async function storeFile(
  begun: IBegunEntry,
  { target, size, signal, cancelled, onBytes, onError }: IStoring
): Promise<IWrittenFile> {
  const { path, lastModified } = begun.entry;
  const source = new PieceSource(begun.chunks, begun.rest);
  try {
    const sums = await target.beginFile();
    const offset = target.position;
    await target.write(storedHeader({ path, size, lastModified }));
    const pass = async (buffer: ArrayBuffer, length: number) =>
      target.take(await sums.take(buffer, length), length);
    const round = Array.from(
      { length: MOST },
      async () => new ArrayBuffer(PIECE)
    );
    let count = 0;
    for (let next = round.shift(); next; next = round.shift()) {
      const piece = await source.fill(await next).catch(error => {
        onError(error);
        throw error;
      });
      throwIfCancelled(signal, cancelled);
      if (piece.length === 0) {
        break;
      }
      count += piece.length;
      const passed = pass(piece.buffer, piece.length);
      // It is awaited when it is its turn, which may never come.
      passed.catch(() => undefined);
      round.push(passed);
      onBytes(piece.length);
    }
    await Promise.all(round);
    const both = await sums.digest();
    const sha256 = both.slice(0, 64);
    const crc32 = parseInt(both.slice(64), 16);
    await target.write(storedDescriptor({ size, crc32 }));
    return {
      packed: { path, size: count, sha256 },
      zip: {
        ...{ path, lastModified, size, crc32, offset },
        packedSize: size,
        method: 0,
        hasDescriptor: true
      }
    };
  } catch (error) {
    await source.cancel(error);
    throw error;
  }
}
