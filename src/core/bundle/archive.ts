import { BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { IHasher, createMD5, createSHA256 } from 'hash-wasm';
import { PublisherError, throwIfCancelled } from '../error';
import { ITranslator } from '../text';
import { isCompressed } from './compressed';
import { byPath } from './entry';
import { nameProblem } from './names';
import { zipTimes } from './zipTimes';

/** A file to be packed. */
export interface IArchiveEntry {
  /** Path in the archive; `/` between parts. */
  readonly path: string;
  /** Open the bytes; called once, when it is this file's turn. */
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
  /** Bytes, when known. Unknown sizes cost a Zip64 header. */
  readonly size?: number | null;
  /** ISO 8601; '' where nobody knows. */
  readonly lastModified: string;
}

/** How far packing has come. */
export interface IArchiveProgress {
  /** The file that is being packed. */
  readonly path: string;
  /** Files packed. */
  readonly files: number;
  /** Bytes read, of all files. */
  readonly bytes: number;
  /** Bytes of all files, as far as their sizes are known. */
  readonly total: number;
}

export interface IArchiveOptions {
  readonly entries: readonly IArchiveEntry[];
  /** Files that can be made only when all others were read; they come last. */
  readonly last?: (read: readonly IPackedFile[]) => readonly IArchiveEntry[];
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IArchiveProgress) => void;
}

/** A file as it was packed. */
export interface IPackedFile {
  readonly path: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A finished archive. */
export interface IArchive {
  readonly blob: Blob;
  /** Hexadecimal; what the site's checksum is compared with. */
  readonly md5: string;
  readonly size: number;
  /** In their order in the archive: sorted by path, but for those that come last. */
  readonly files: readonly IPackedFile[];
}

/** A file could not be packed. */
export class ArchiveError extends PublisherError {
  constructor(
    /** Path in the archive. */
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/**
 * Pack files into one zip: entries at its root, sorted by path, one after the
 * other, each streamed from its source into the archive.
 *
 * - In a page, zip.js deflates with the browser's `CompressionStream` inside a
 *   web worker, so that the page stays usable. Where a page's content security
 *   policy forbids the worker, and in Node, zip.js does the same on the spot;
 *   the bytes are equal. A native stream also needs no `eval` and no WebAssembly.
 * - The archive grows into a `Blob`, which Chromium and Firefox move to disk.
 * - Times are UTC: the extended timestamp by its nature, and the old MS-DOS
 *   field because it is computed here (zip.js would take the local time zone).
 * - zip.js sets the UTF-8 flag by itself for names that are not plain ASCII.
 *
 * @throws ArchiveError for a name that an archive must not have, or a source
 *   that breaks; errors that a source throws as `PublisherError`
 *   (`FileChangedError`, `FileAccessError` …) come through as they are
 * @throws CancelledError
 */
export async function buildArchive(
  options: IArchiveOptions
): Promise<IArchive> {
  const { last, trans, signal, onProgress } = options;
  const entries = [...options.entries].sort(byPath);
  checkNames(entries, trans);
  const total = entries.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  const files: IPackedFile[] = [];
  const hash = await createSHA256();
  let bytes = 0;
  const add = async (entry: IArchiveEntry) => {
    const cancelled = trans.__('Packing was cancelled. Nothing was sent.');
    throwIfCancelled(signal, cancelled);
    const report = (chunk: number) => {
      bytes += chunk;
      onProgress?.({ path: entry.path, files: files.length, bytes, total });
    };
    let broken: unknown;
    try {
      const { readable, packed } = await measured(
        entry,
        hash.init(),
        report,
        error => {
          broken = error;
        }
      );
      await writer.add(
        entry.path,
        { readable, ...(entry.size === null || entry.size === undefined ? {} : { size: entry.size }) }, // prettier-ignore
        {
          ...zipTimes(entry.lastModified),
          signal,
          ...(isCompressed(entry.path) ? { level: 0 } : {})
        }
      );
      files.push(packed());
    } catch (error) {
      throwIfCancelled(signal, cancelled);
      const cause = broken ?? error;
      throw cause instanceof PublisherError
        ? cause
        : new ArchiveError(
            entry.path,
            trans.__('“%1” could not be packed.', entry.path),
            { cause }
          );
    }
    if (
      entry.size !== null &&
      entry.size !== undefined &&
      entry.size !== files[files.length - 1].size
    ) {
      // prettier-ignore
      throw new ArchiveError(
        entry.path,
        trans.__('“%1” has another size than it had before.', entry.path)
      );
    }
    report(0);
  };
  for (const entry of entries) {
    await add(entry);
  }
  for (const entry of last?.(files) ?? []) {
    await add(entry);
  }
  const blob = await writer.close();
  return { blob, md5: await md5Of(blob), size: blob.size, files };
}

/** MD5 in hexadecimal of a blob, read piece by piece. */
export async function md5Of(blob: Blob): Promise<string> {
  const hash = (await createMD5()).init();
  const reader = (blob.stream() as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return hash.digest('hex');
    }
    hash.update(value);
  }
}

function checkNames(
  entries: readonly IArchiveEntry[],
  trans: ITranslator
): void {
  const paths = new Set<string>();
  for (const { path } of entries) {
    const problem = nameProblem(path, trans);
    if (problem) {
      throw new ArchiveError(path, problem);
    }
    if (paths.has(path)) {
      throw new ArchiveError(
        path,
        trans.__('Two files would be “%1” in the archive.', path)
      );
    }
    paths.add(path);
  }
  for (const path of paths) {
    for (
      let end = path.indexOf('/');
      end !== -1;
      end = path.indexOf('/', end + 1)
    ) {
      // prettier-ignore
      const folder = path.slice(0, end);
      if (paths.has(folder)) {
        throw new ArchiveError(
          folder,
          trans.__(
            '“%1” would be both a file and a folder in the archive.',
            folder
          )
        );
      }
    }
  }
}

/** The entry's stream, counted and hashed as it flows by. */
async function measured(
  entry: IArchiveEntry,
  hash: IHasher,
  report: (bytes: number) => void,
  onError: (error: unknown) => void
): Promise<{
  readable: ReadableStream<Uint8Array>;
  packed: () => IPackedFile;
}> {
  let size = 0;
  const reader = (await entry.open()).getReader();
  const readable = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          size += value.length;
          hash.update(value);
          // Read before the chunk is handed on: zip.js moves it to its worker.
          report(value.length);
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
  const packed = () => ({ path: entry.path, size, sha256: hash.digest('hex') });
  return { readable, packed };
}
