import {
  Uint8ArrayReader,
  ZipWriter,
  ZipWriterAddDataOptions
} from '@zip.js/zip.js';
import type { IArchiveEntry } from './archive';
import { canDeflate, deflated } from './deflated';
import type { IOpenEntry } from './entryStream';
import { zipTimes } from './zipTimes';

/** Deflate's number in an archive (APPNOTE 4.4.5). */
const DEFLATE = 8;

/**
 * Bytes of a bundle from which on time counts for more than size: Jupyter's
 * server stops deflating there. This level takes less than a third of the time
 * of the usual one, for some 10 % more; the browser itself has no levels, so
 * WebAssembly does it.
 */
const MUCH = 1e9;
const FAST = 2;

/** What all files of a bundle have in common. */
export interface IAdding {
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
  { writer, signal, total }: IAdding,
  { path, size, lastModified }: IArchiveEntry,
  { readable, deflates, isShort }: IOpenEntry
): Promise<() => Promise<unknown>> {
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
    return () => writer.add(path, new Uint8ArrayReader(bytes), options);
  }
  const source = { readable, ...(typeof size === 'number' ? { size } : {}) };
  Object.assign(options, {
    ...(deflates ? (total >= MUCH ? { level: FAST } : {}) : { level: 0 }),
    useWebWorkers: deflates && !isShort
  });
  return () => writer.add(path, source, options);
}
