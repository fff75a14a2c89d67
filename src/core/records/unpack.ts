import { BlobReader, Entry, FileEntry, ZipReader } from '@zip.js/zip.js';
import { PublisherError, throwIfCancelled } from '../error';
import type { ITranslator } from '../text';
import { plainText } from '../zenodo/errors';
import { UnpackError } from './errors';
import { ILeftOut, leftOut, LeftOutReason } from './leftOut';
import { IUnpackLimits, unpackLimits } from './limits';
import { PathTaker } from './paths';

/** A file in an archive, to be unpacked once. */
export interface IPackedEntry {
  /** Where it goes, below the new folder. */
  readonly path: string;
  /** Bytes, as the archive says. */
  readonly size: number;
  /**
   * Its bytes. The stream ends with an `UnpackError` when they are not what the
   * archive says, or too many.
   */
  open(): ReadableStream<Uint8Array>;
}

/** What an archive holds. */
export interface IUnpackPlan {
  readonly files: readonly IPackedEntry[];
  /** Folders that it names itself, so that empty ones are made as well. */
  readonly folders: readonly string[];
  readonly leftOut: readonly ILeftOut[];
  /** Bytes unpacked, as the archive says. */
  readonly bytes: number;
}

export interface IUnpackOptions {
  readonly trans: ITranslator;
  readonly limits?: IUnpackLimits;
  readonly signal?: AbortSignal;
}

/** Methods that zip.js unpacks with the browser's own streams: stored, deflated. */
const METHODS = [0, 8];

/** The Unix kinds of files in external attributes (`S_IFMT`): none given, ordinary, folder, link. */
const KIND = 0o170000;
const ORDINARY = [0, 0o100000, 0o040000];
const LINK = 0o120000;

/** Whether bytes begin as an archive does, also as an empty one. */
export async function isArchive(blob: Blob): Promise<boolean> {
  const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  return ['80,75,3,4', '80,75,5,6'].includes(head.join());
}

/**
 * Look through an archive of somebody else's: what may be unpacked, and where.
 * A single folder around all is taken off, as Binder does (binder.md).
 *
 * @throws UnpackError, CancelledError
 */
export async function planUnpacking(
  blob: Blob,
  { trans, limits = unpackLimits, signal }: IUnpackOptions
): Promise<IUnpackPlan> {
  const meter = new Meter(blob.size, limits, trans);
  const taker = new PathTaker();
  const files: { entry: FileEntry; path: string }[] = [];
  const folders: string[] = [];
  const out: ILeftOut[] = [];
  let entries = 0;
  const reader = new ZipReader(new BlobReader(blob), {
    // Names are judged here, one by one: a bad one is left out, not the archive.
    filenameValidation: 'tolerant',
    useWebWorkers: false
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      throwIfCancelled(signal, trans.__('Cancelled'));
      if (++entries > limits.entries) {
        throw new UnpackError(
          'entries',
          trans.__(
            'This archive holds more than %1 files. It is not unpacked here.',
            limits.entries
          )
        );
      }
      const reason = reasonAgainst(entry);
      const taken = reason
        ? { reason }
        : entry.directory
          ? taker.folder(entry.filename)
          : taker.file(entry.filename);
      if (taken.reason) {
        out.push(leftOut(entry.filename, taken.reason));
      } else if (entry.directory) {
        folders.push(taken.path);
      } else {
        files.push({ entry, path: taken.path });
      }
    }
  } catch (error) {
    throw ours(error, trans);
  }
  const bytes = files.reduce(
    (sum, { entry }) => sum + entry.uncompressedSize,
    0
  );
  meter.check(bytes);
  const wrapper = wrapperOf([
    ...files.map(({ path }) => path),
    ...folders.map(path => `${path}/`)
  ]);
  return {
    files: files.map(({ entry, path }) => ({
      path: path.slice(wrapper.length),
      size: entry.uncompressedSize,
      open: () => unpacked(entry, meter, trans)
    })),
    folders: folders.flatMap(path => path.slice(wrapper.length) || []),
    leftOut: out,
    bytes
  };
}

function reasonAgainst(entry: Entry): LeftOutReason | null {
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  return kind === LINK
    ? 'link'
    : !ORDINARY.includes(kind)
      ? 'special'
      : entry.encrypted
        ? 'encrypted'
        : !entry.directory && !METHODS.includes(entry.compressionMethod)
          ? 'compression'
          : null;
}

/** `name/` of the one folder that all files are in; '' where they are not. */
function wrapperOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  const wrapper = first.slice(0, first.indexOf('/') + 1);
  return paths.every(path => path.startsWith(wrapper)) ? wrapper : '';
}

/** The bytes of an entry, counted while they come. */
function unpacked(
  entry: FileEntry,
  meter: Meter,
  trans: ITranslator
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  const unpacking = entry.getData(writable, {
    checkCrc32: true,
    checkOverlappingEntry: true
  });
  // It may fail without a word to the stream.
  const failing = unpacking.then(() => new Promise<never>(() => undefined));
  failing.catch(() => undefined);
  let bytes = 0;
  const next = async () => {
    const { done, value } = await Promise.race([reader.read(), failing]);
    if (done) {
      // The last bytes may be there before their checksum is compared.
      await unpacking;
    }
    bytes += value?.length ?? 0;
    meter.add(value?.length ?? 0);
    if (bytes > entry.uncompressedSize) {
      throw new UnpackError(
        'lies',
        trans.__(
          '“%1” is larger than this archive says. The rest is not unpacked: such archives are made to fill disks.',
          plainText(entry.filename, 100)
        )
      );
    }
    return done ? null : value;
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const chunk = await next();
        if (chunk) {
          controller.enqueue(chunk);
        } else {
          controller.close();
        }
      } catch (error) {
        await reader.cancel(error).catch(() => undefined);
        controller.error(ours(error, trans));
      }
    },
    cancel: reason => reader.cancel(reason)
  });
}

/** Counts what comes out of an archive, and stops it when it is too much. */
class Meter {
  constructor(
    private readonly _packed: number,
    private readonly _limits: IUnpackLimits,
    private readonly _trans: ITranslator
  ) {}

  add(bytes: number): void {
    this._bytes += bytes;
    this.check(this._bytes);
  }

  check(bytes: number): void {
    const { _limits: limits, _trans: trans } = this;
    if (bytes > limits.bytes) {
      throw new UnpackError(
        'size',
        trans.__(
          'Unpacked, this archive is larger than %1 GB. It is not unpacked here.',
          limits.bytes / 1e9
        )
      );
    }
    if (bytes > limits.ratioFrom && bytes > this._packed * limits.ratio) {
      throw new UnpackError(
        'ratio',
        trans.__(
          'Unpacked, this archive is more than %1 times as large as packed. It is not unpacked further: such archives are made to fill disks.',
          limits.ratio
        )
      );
    }
  }

  private _bytes = 0;
}

function ours(error: unknown, trans: ITranslator): unknown {
  return error instanceof PublisherError
    ? error
    : new UnpackError(
        'broken',
        trans.__(
          'The archive of this record is broken: it cannot be unpacked.'
        ),
        { cause: error }
      );
}
