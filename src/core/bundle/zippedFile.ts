import { IBundling, adding } from './adding';
import { IBegunEntry, openEntry } from './entryStream';
import type { ISum } from './sums/sums';
import type { IWritingWatch, IWrittenFile } from './writtenFile';

export interface IZipping extends IBundling, IWritingWatch {
  /** Those before it were handed to zip.js. */
  readonly turn: Promise<void>;
  /** So was this. */
  readonly pass: () => void;
  /** Its last bytes were read. */
  readonly read: () => void;
  /** How many bytes of the archive up to here are not zip.js's; asked at its turn. */
  readonly before: () => number;
  /** Begin a SHA-256; of a short file on the spot. */
  readonly begin: (isShort: boolean) => Promise<ISum>;
}

/**
 * Have zip.js put a file into an archive, beside others and in its turn.
 *
 * @throws what reading or writing throws
 */
export async function zipFile(
  begun: IBegunEntry,
  zipping: IZipping
): Promise<IWrittenFile> {
  const { entry } = begun;
  const { turn, pass, read, before, begin, onBytes, onError } = zipping;
  const open = await openEntry(begun, {
    ...{ begin, onBytes, onError },
    onEnd: read
  });
  try {
    const { method, hasDescriptor, add } = await adding(zipping, entry, open);
    await turn;
    const shift = before();
    const added = add();
    if (!open.isShort) {
      pass();
    }
    // A short one passes when it is written: zip.js would hold the next.
    const meta = await added;
    return {
      packed: open.packed(),
      zip: {
        ...{ method, hasDescriptor, path: entry.path },
        lastModified: entry.lastModified,
        crc32: meta.crc32 ?? 0,
        packedSize: meta.compressedSize,
        size: meta.uncompressedSize,
        offset: shift + meta.offset
      }
    };
  } catch (error) {
    if (!open.readable.locked) {
      // It never came to be read: whoever gave it must not wait.
      await open.readable.cancel(error).catch(() => undefined);
    }
    throw error;
  }
}
