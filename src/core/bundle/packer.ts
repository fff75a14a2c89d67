import { BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { IHasher, createMD5, createSHA256 } from 'hash-wasm';
import { PublisherError, throwIfCancelled } from '../error';
import type { IArchiveEntry, IArchiveOptions, IPackedFile } from './archive';
import { ArchiveError } from './archiveNames';
import { Breather } from './breather';
import { openEntry } from './entryStream';
import { Lanes } from './lanes';
import { zipTimes } from './zipTimes';

/**
 * Bytes up to which a file is deflated on the spot: that takes a few
 * milliseconds, and less than to send it to a worker and back.
 */
const SMALL = 64 * 1024;

/** Puts files into a zip, in the order in which they are given. */
export class Packer {
  /** @param total - bytes of all files, as far as they are known. */
  static async begin(options: IArchiveOptions, total: number): Promise<Packer> {
    return new Packer(options, total, (await createMD5()).init());
  }

  private constructor(
    private readonly _options: IArchiveOptions,
    private readonly _total: number,
    private readonly _md5: IHasher
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
    await this._lanes.begin(entry.size ?? null, async (begun, read) => {
      const hash = this._hashes.pop() ?? (await createSHA256());
      this._files[index] = await this._pack(entry, hash, begun, read);
      this._hashes.push(hash);
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
    return { blob, md5: this._md5.digest('hex') };
  }

  /** Listen to the signal no longer. */
  dispose(): void {
    this._forget();
  }

  private async _pack(
    entry: IArchiveEntry,
    hash: IHasher,
    begun: () => void,
    read: () => void
  ): Promise<IPackedFile> {
    const { trans, signal } = this._options;
    const { path, size } = entry;
    const cancelled = trans.__('Packing was cancelled. Nothing was sent.');
    throwIfCancelled(signal, cancelled);
    let broken: unknown;
    let file: IPackedFile;
    try {
      const { readable, deflates, packed } = await openEntry(entry, {
        hash: hash.init(),
        onBytes: bytes => {
          begun();
          this._report(entry, bytes);
        },
        onEnd: read,
        onError: error => {
          broken = error;
        }
      });
      await this._writer.add(
        path,
        { readable, ...(typeof size === 'number' ? { size } : {}) },
        {
          ...zipTimes(entry.lastModified),
          signal: this._stop.signal,
          ...(deflates ? {} : { level: 0 }),
          // Where there is little to compute, the way there and back is all.
          useWebWorkers: deflates && (size ?? Infinity) > SMALL
        }
      );
      file = packed();
    } catch (error) {
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

  private readonly _stop = new AbortController();
  private readonly _lanes = new Lanes(() => this._stop.abort());
  private readonly _blob = new BlobWriter('application/zip');
  private readonly _writer: ZipWriter<unknown>;
  private readonly _files: IPackedFile[] = [];
  /** Hashers that nobody uses now: making one takes longer than a small file. */
  private readonly _hashes: IHasher[] = [];
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
  onChunk: (chunk: Uint8Array) => void
): TransformStream<Uint8Array, Uint8Array> {
  const breather = new Breather();
  return new TransformStream({
    async transform(chunk, controller) {
      onChunk(chunk);
      controller.enqueue(chunk);
      await breather.rest();
    }
  });
}
