import { BlobWriter } from '@zip.js/zip.js';
import { ArchiveMd5 } from './archiveMd5';
import { Breather } from './breather';
import { IKeptArchive, IRemoteSum, ISums, SumsLostError } from './sums/sums';

/** Where the bytes of an archive go. */
export interface IArchiveTarget {
  /** Takes them, one after the other. */
  readonly writable: WritableStream<Uint8Array>;
  /**
   * What was written, and its MD5 in hexadecimal, when all of it was.
   *
   * @throws ArchiveLostError
   */
  end(): Promise<{ blob: Blob; md5: string }>;
}

/** What was written of an archive is lost; it can be made once more. */
export class ArchiveLostError extends Error {}

/** Bytes from which on an archive is written to the disk as it grows. */
const MUCH = 64 * 1024 * 1024;

/**
 * Begin with an archive of at most about so many bytes. A large one goes
 * straight to a file that the browser keeps, where it has such files and room:
 * to grow a `Blob`, each byte is sent to another process, which writes it.
 *
 * Between what is written, others have their turn: of thousands of small files,
 * all that is at hand would be written in one go, and so is the directory at
 * the archive's end.
 *
 * @throws ArchiveLostError, SumsLostError
 */
export async function beginTarget(
  sums: ISums,
  bytes: number,
  mayKeep: boolean
): Promise<IArchiveTarget> {
  const kept =
    mayKeep && bytes >= MUCH ? await orLost(() => sums.keep(bytes)) : null;
  return kept
    ? new KeptTarget(kept)
    : new BlobTarget(await ArchiveMd5.begin(sums));
}

/** In a `Blob` that grows. */
class BlobTarget implements IArchiveTarget {
  constructor(private readonly _md5: ArchiveMd5) {
    const breather = new Breather();
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
      async transform(chunk, controller) {
        await _md5.update(chunk);
        controller.enqueue(chunk);
        await breather.rest();
      }
    });
    this.writable = writable;
    // What breaks here breaks the writing, too, and is told of there.
    readable.pipeTo(this._blob.writable).catch(() => undefined);
  }

  readonly writable: WritableStream<Uint8Array>;

  async end(): Promise<{ blob: Blob; md5: string }> {
    const blob = await this._blob.getData();
    return { blob, md5: await this._md5.digest(blob) };
  }

  private readonly _blob = new BlobWriter('application/zip');
}

/**
 * In a file that the browser keeps, written where its sum is computed. Bytes
 * come from one side only at a time: through the stream, or by `write` and `take`.
 */
export class KeptTarget implements IArchiveTarget {
  constructor(private readonly _archive: IKeptArchive) {
    const breather = new Breather();
    this.writable = new WritableStream({
      write: async chunk => {
        await this.write(chunk);
        await breather.rest();
      }
    });
  }

  readonly writable: WritableStream<Uint8Array>;

  /** How many bytes were written. */
  get position(): number {
    return this._position;
  }

  /** @throws ArchiveLostError */
  async write(bytes: Uint8Array): Promise<void> {
    this._position += bytes.length;
    await orLost(async () => this._archive.md5.update(bytes));
  }

  /**
   * Write the first bytes of a buffer, which goes along and comes back.
   *
   * @throws ArchiveLostError
   */
  take(buffer: ArrayBuffer, length: number): Promise<ArrayBuffer> {
    this._position += length;
    return orLost(() => this._archive.md5.take(buffer, length));
  }

  /**
   * Begin the sums of a file that goes in as it is.
   *
   * @throws SumsLostError
   */
  beginFile(): Promise<IRemoteSum> {
    return this._archive.beginFile();
  }

  end(): Promise<{ blob: Blob; md5: string }> {
    return orLost(async () => {
      const md5 = await this._archive.md5.digest();
      return { blob: await this._archive.blob(), md5 };
    });
  }

  private _position = 0;
}

/** The disk may be full, or the worker may have died. */
async function orLost<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof SumsLostError
      ? new ArchiveLostError('The archive is lost', { cause: error })
      : error;
  }
}
