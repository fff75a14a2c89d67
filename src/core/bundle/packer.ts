import { BlobWriter, ZipWriter, configure } from '@zip.js/zip.js';
import { PublisherError, throwIfCancelled } from '../error';
import { adding } from './adding';
import type { IArchiveEntry, IArchiveOptions, IPackedFile } from './archive';
import { ArchiveError } from './archiveNames';
import { ArchiveMd5 } from './archiveMd5';
import { Breather } from './breather';
import { IOpenEntry, openEntry } from './entryStream';
import { Lanes } from './lanes';
import { InThreadSums } from './sums/inThreadSums';
import type { ISums } from './sums/sums';

/*
 * How many files are under way is said by `Lanes`. zip.js counts those that
 * only wait for their turn, too, and would let processors rest.
 */
configure({ maxWorkers: 512, chunkSize: 1024 * 1024 });

/** Bytes up to which sums are computed sooner than workers start. */
const FEW = 8 * 1024 * 1024;

/** Puts files into a zip, in the order in which they are given. */
export class Packer {
  /** @param total - bytes of all files, as far as they are known. */
  static async begin(options: IArchiveOptions, total: number): Promise<Packer> {
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
        await ArchiveMd5.begin(sums)
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
    private readonly _md5: ArchiveMd5
  ) {
    const { signal } = _options;
    const stop = () => this._stop.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    this._forget = () => signal?.removeEventListener('abort', stop);
    const { readable, writable } = patient(chunk => _md5.update(chunk));
    this._writer = new ZipWriter(writable);
    // What breaks here breaks the writing, too, and is told of there.
    readable.pipeTo(this._blob.writable).catch(() => undefined);
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
        this._files[index] = await this._pack(entry, turn, pass, read);
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
    return [...this._files];
  }

  /** Write what stands at an archive's end. The MD5 is hexadecimal. */
  async close(): Promise<{ blob: Blob; md5: string }> {
    await this._writer.close();
    const blob = await this._blob.getData();
    return { blob, md5: await this._md5.digest(blob) };
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
  ): Promise<IPackedFile> {
    const { trans, signal } = this._options;
    const { path, size } = entry;
    const cancelled = trans.__('Packing was cancelled. Nothing was sent.');
    throwIfCancelled(signal, cancelled);
    let broken: unknown;
    let open: IOpenEntry | undefined;
    let file: IPackedFile;
    try {
      open = await openEntry(entry, {
        begin: isShort =>
          (isShort ? this._ownSums : this._sums).begin('sha256'),
        onBytes: bytes => this._report(entry, bytes),
        onEnd: read,
        onError: error => {
          broken = error;
        }
      });
      const add = await adding(
        {
          writer: this._writer,
          signal: this._stop.signal,
          total: this._total
        },
        entry,
        open
      );
      await turn;
      const added = add();
      if (!open.isShort) {
        pass();
      }
      // A short one passes when it is written: zip.js would hold the next.
      await added;
      file = open.packed();
    } catch (error) {
      if (open?.readable.locked === false) {
        // It never came to be read: whoever gave it must not wait.
        await open.readable.cancel(error).catch(() => undefined);
      }
      throwIfCancelled(signal, cancelled);
      const cause = broken ?? error;
      throw cause instanceof PublisherError
        ? cause
        : new ArchiveError(path, trans.__('“%1” could not be packed.', path), {
            cause
          });
    }
    if (typeof size === 'number' && size !== file.size) {
      throw new ArchiveError(
        path,
        trans.__('“%1” has another size than it had before.', path)
      );
    }
    return file;
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
  private readonly _blob = new BlobWriter('application/zip');
  private readonly _writer: ZipWriter<unknown>;
  private readonly _files: IPackedFile[] = [];
  private readonly _forget: () => void;
  private _next = 0;
  private _done = 0;
  private _bytes = 0;
}

/**
 * Lets others have their turn between what is written: of thousands of small
 * files, all that is at hand would be written in one go, and so is the
 * directory at the archive's end.
 */
function patient(
  onChunk: (chunk: Uint8Array) => Promise<void>
): TransformStream<Uint8Array, Uint8Array> {
  const breather = new Breather();
  return new TransformStream({
    async transform(chunk, controller) {
      await onChunk(chunk);
      controller.enqueue(chunk);
      await breather.rest();
    }
  });
}
