import { ITranslator } from '../text';
import { checkArchiveNames } from './archiveNames';
import { ArchiveLostError } from './archiveTarget';
import { byPath } from './entry';
import { Packer } from './packer';
import type { StartSums } from './sums/sums';

export { ArchiveError } from './archiveNames';

/** A file to be packed. */
export interface IArchiveEntry {
  /** Path in the archive; `/` between parts. */
  readonly path: string;
  /** Open the bytes, when they are to be read; once more where all must be packed again. */
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
  /** Starts what computes sums beside the page; without it, it is done here. */
  readonly startSums?: StartSums;
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

/**
 * Pack files into one zip: entries at its root, sorted by path, each streamed
 * from its source into the archive; small ones are read ahead, so that more
 * than one processor deflates.
 *
 * - In a page, zip.js deflates with the browser's `CompressionStream` inside a
 *   web worker, so that the page stays usable. Where a page's content security
 *   policy forbids the worker, and in Node, zip.js does the same on the spot;
 *   the bytes are equal. A native stream also needs no `eval` and no WebAssembly.
 * - A file that is compressed already, by its name or by its first bytes, is
 *   stored as it is.
 * - The archive grows into a `Blob`, which Chromium and Firefox move to disk; a
 *   large one into a file that the browser keeps, where there is such a thing.
 *   Where that breaks (the disk is full), all is packed once more, into a `Blob`.
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
  try {
    return await pack(options, true);
  } catch (error) {
    if (!(error instanceof ArchiveLostError)) {
      throw error;
    }
    return pack(options, false);
  }
}

async function pack(
  options: IArchiveOptions,
  mayKeep: boolean
): Promise<IArchive> {
  const { last, trans } = options;
  const entries = [...options.entries].sort(byPath);
  checkArchiveNames(entries, trans);
  const total = entries.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const packer = await Packer.begin(options, total, mayKeep);
  try {
    for (const entry of entries) {
      await packer.add(entry);
    }
    for (const entry of last?.(await packer.end()) ?? []) {
      await packer.add(entry);
    }
    const files = await packer.end();
    const { blob, md5 } = await packer.close();
    return { blob, md5, size: blob.size, files };
  } finally {
    packer.dispose();
  }
}
