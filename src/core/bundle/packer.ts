import { ZipWriter, configure } from '@zip.js/zip.js';
import { PublisherError, throwIfCancelled } from '../error';
import type { IArchiveEntry, IArchiveOptions, IPackedFile } from './archive';
import { ArchiveError } from './archiveNames';
import {
  ArchiveLostError,
  IArchiveTarget,
  KeptTarget,
  beginTarget
} from './archiveTarget';
import { beginEntry } from './entryStream';
import { Lanes } from './lanes';
import { isStored, storeFile } from './storedFile';
import { InThreadSums } from './sums/inThreadSums';
import type { ISums } from './sums/sums';
import type { IWrittenFile } from './writtenFile';
import { zipDirectory } from './zip/zipDirectory';
import { zipFile } from './zippedFile';

/*
 * How many files are under way is said by `Lanes`. zip.js counts those that
 * only wait for their turn, too, and would let processors rest.
 */
configure({ maxWorkers: 512, chunkSize: 1024 * 1024 });

/** Bytes up to which sums are computed sooner than workers start. */
const FEW = 8 * 1024 * 1024;

/** Puts files into a zip, in the order in which they are given. */
export class Packer {
  /**
   * @param total - bytes of all files, as far as they are known.
   * @param mayKeep - whether the archive may grow in a file that the browser keeps.
   */
  static async begin(
    options: IArchiveOptions,
    total: number,
    mayKeep: boolean
  ): Promise<Packer> {
    const { entries, startSums } = options;
    const isMuch =
      total > FEW ||
      entries.some(({ size }) => size === null || size === undefined);
    const own = new InThreadSums();
    const sums = (isMuch ? await startSums?.() : null) ?? own;
    try {
      return new Packer(
        options,
        total,
        own,
        sums,
        await beginTarget(sums, total, mayKeep)
      );
    } catch (error) {
      sums.end();
      throw error;
    }
  }

  private constructor(
    private readonly _options: IArchiveOptions,
    private readonly _total: number,
    private readonly _ownSums: ISums,
    private readonly _sums: ISums,
    private readonly _target: IArchiveTarget
  ) {
    const { signal } = _options;
    const stop = () => this._stop.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    this._forget = () => signal?.removeEventListener('abort', stop);
    this._writer = new ZipWriter(_target.writable);
  }

  /**
   * Begin with a file, as soon as there is room for it.
   *
   * @throws what packing it, or one before it, has thrown
   */
  async add(entry: IArchiveEntry): Promise<void> {
    const index = this._next++;
    const { turn, pass } = this._line();
    await this._lanes.begin(entry.size ?? null, async read => {
      try {
        this._written[index] = await this._pack(entry, turn, pass, read);
      } finally {
        pass();
      }
      this._done++;
      this._report(entry, 0);
    });
  }

  /**
   * Wait until all is packed that was begun.
   *
   * @returns the files, in their order in the archive
   */
  async end(): Promise<readonly IPackedFile[]> {
    await this._lanes.end();
    return this._written.map(({ packed }) => packed);
  }

  /**
   * Write what stands at an archive's end. The MD5 is hexadecimal. zip.js does
   * that where it packed all; otherwise it does not know of all.
   *
   * @throws ArchiveLostError
   */
  async close(): Promise<{ blob: Blob; md5: string }> {
    const { _target: target } = this;
    if (target instanceof KeptTarget && this._storedBytes > 0) {
      const entries = this._written.map(({ zip }) => zip);
      await target.write(zipDirectory(entries, target.position));
    } else {
      await this._writer.close();
    }
    return this._target.end();
  }

  /** Listen to the signal no longer, and end what computes sums. */
  dispose(): void {
    this._forget();
    this._sums.end();
  }

  /** A place in the line of those that are handed to zip.js, in their order. */
  private _line(): { turn: Promise<void>; pass: () => void } {
    const turn = this._last;
    let pass = () => {};
    this._last = new Promise(resolve => {
      pass = resolve;
    });
    return { turn, pass };
  }

  private async _pack(
    entry: IArchiveEntry,
    turn: Promise<void>,
    pass: () => void,
    read: () => void
  ): Promise<IWrittenFile> {
    const { trans, signal } = this._options;
    const { path, size } = entry;
    const cancelled = trans.__('Packing was cancelled. Nothing was sent.');
    throwIfCancelled(signal, cancelled);
    let broken: unknown;
    const onError = (error: unknown) => {
      broken = error;
    };
    const onBytes = (bytes: number) => this._report(entry, bytes);
    let written: IWrittenFile;
    try {
      const begun = await beginEntry(entry);
      const { _target: target } = this;
      if (target instanceof KeptTarget && size && isStored(begun)) {
        await turn;
        written = await storeFile(begun, {
          ...{ target, size, cancelled, onBytes, onError },
          signal: this._stop.signal
        });
        this._storedBytes += target.position - written.zip.offset;
      } else {
        written = await zipFile(begun, {
          ...{ turn, pass, read, onBytes, onError, signal: this._stop.signal },
          ...{ writer: this._writer, total: this._total },
          // zip.js does not know of files that it did not pack.
          before: () => this._storedBytes,
          begin: isShort =>
            (isShort ? this._ownSums : this._sums).begin('sha256')
        });
      }
    } catch (error) {
      throwIfCancelled(signal, cancelled);
      const cause = broken ?? error;
      throw cause instanceof PublisherError || cause instanceof ArchiveLostError
        ? cause
        : new ArchiveError(path, trans.__('“%1” could not be packed.', path), {
            cause
          });
    }
    if (typeof size === 'number' && size !== written.packed.size) {
      throw new ArchiveError(
        path,
        trans.__('“%1” has another size than it had before.', path)
      );
    }
    return written;
  }

  private _report({ path }: IArchiveEntry, bytes: number): void {
    this._bytes += bytes;
    this._options.onProgress?.({
      path,
      files: this._done,
      bytes: this._bytes,
      total: this._total
    });
  }

  /** Passes when the last file in the line was handed to zip.js. */
  private _last: Promise<void> = Promise.resolve();
  private readonly _stop = new AbortController();
  private readonly _lanes = new Lanes(() => this._stop.abort());
  private readonly _writer: ZipWriter<unknown>;
  /** In their order in the archive. */
  private readonly _written: IWrittenFile[] = [];
  private readonly _forget: () => void;
  /** Bytes in the archive, headers and all, of files that zip.js did not pack. */
  private _storedBytes = 0;
  private _next = 0;
  private _done = 0;
  private _bytes = 0;
}
