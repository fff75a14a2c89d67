import {
  EntryMetaData,
  Uint8ArrayReader,
  ZipWriter,
  ZipWriterAddDataOptions
} from '@zip.js/zip.js';
import type { IArchiveEntry } from './archive';
import { canDeflate, deflated } from './deflated';
import type { IOpenEntry } from './entryStream';
import { zipTimes } from './zipTimes';

/** Numbers of methods in an archive (APPNOTE 4.4.5). */
const STORED = 0;
const DEFLATE = 8;

/** How zip.js packs a file. */
export interface IAdding {
  readonly method: typeof STORED | typeof DEFLATE;
  /** CRC-32 and sizes stand behind the bytes (APPNOTE 4.3.9). */
  readonly hasDescriptor: boolean;
  /** Hand the file to zip.js; resolves when it is written. */
  readonly add: () => Promise<EntryMetaData>;
}

/**
 * Bytes of a bundle from which on time counts for more than size: Jupyter's
 * server stops deflating there. This level takes less than a third of the time
 * of the usual one, for some 10 % more; the browser itself has no levels, so
 * WebAssembly does it.
 */
const MUCH = 1e9;
const FAST = 2;

/** What all files of a bundle have in common. */
export interface IBundling {
  readonly writer: ZipWriter<unknown>;
  readonly signal: AbortSignal;
  /** Bytes of all files, as far as they are known. */
  readonly total: number;
}

/**
 * What hands a file to zip.js. A short one is deflated before: that takes
 * less time than to send it to a worker and back, and zip.js sets up less.
 *
 * @throws what reading throws
 */
export async function adding(
  { writer, signal, total }: IBundling,
  { path, size, lastModified }: IArchiveEntry,
  { readable, deflates, isShort }: IOpenEntry
): Promise<IAdding> {
  const options: ZipWriterAddDataOptions = {
    ...zipTimes(lastModified),
    signal
  };
  if (isShort && deflates && canDeflate()) {
    const { bytes, ...before } = await deflated(readable);
    Object.assign(options, {
      passThrough: true,
      compressionMethod: DEFLATE,
      uncompressedSize: before.size,
      crc32: before.crc32
    });
    return {
      method: DEFLATE,
      hasDescriptor: false,
      add: () => writer.add(path, new Uint8ArrayReader(bytes), options)
    };
  }
  const source = { readable, ...(typeof size === 'number' ? { size } : {}) };
  Object.assign(options, {
    ...(deflates ? (total >= MUCH ? { level: FAST } : {}) : { level: 0 }),
    useWebWorkers: deflates && !isShort
  });
  return {
    method: deflates ? DEFLATE : STORED,
    // zip.js leaves it out where it knows that there is nothing to describe.
    hasDescriptor: deflates || size !== 0,
    add: () => writer.add(path, source, options)
  };
}
