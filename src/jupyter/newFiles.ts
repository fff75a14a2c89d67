import type { Contents } from '@jupyterlab/services';
import { throwIfCancelled } from '../core/error';
import {
  FileRefusedError,
  FileWriteError,
  IFileWriter,
  IWriteOptions,
  PathTakenError
} from '../core/fileWriter';
import { nameOf, parentOf } from '../core/paths';
import type { ITranslator } from '../core/text';
import { toBase64 } from './base64';
import { statusOf } from './errors';
import { Pieces } from './pieces';

/** Bytes of one request: what JupyterLab's own upload sends, so that proxies in between let it pass. */
const chunkBytes = 1024 * 1024;

/** What is not ours to write as a document: bytes, which come without trust. */
const asBytes = { type: 'file', format: 'base64' } as const;

/**
 * Writes new files through the contents service. Also notebooks go as bytes:
 * Jupyter signs what it saves as a notebook, and what was downloaded must not
 * become trusted. Large files go in pieces (`chunk`: 1, 2 … and -1 for the
 * last), as JupyterLab's own upload sends them.
 */
export class NewFiles implements IFileWriter {
  constructor(options: NewFiles.IOptions) {
    this._contents = options.contents;
    this._trans = options.trans;
  }

  /** Whether there is a file or folder. Rejects with `FileWriteError`. */
  async exists(path: string): Promise<boolean> {
    try {
      // JupyterLite answers with nothing for what is not there.
      return Boolean(await this._contents.get(path, { content: false }));
    } catch (error) {
      if (statusOf(error) === 404) {
        return false;
      }
      throw this._error(path, error);
    }
  }

  /**
   * Make a folder. Jupyter says nothing when a folder of that name is there, and
   * would have us write into it: a new one is renamed, which never takes one
   * that is there.
   *
   * @throws PathTakenError, FileWriteError, FileRefusedError
   */
  async makeFolder(path: string): Promise<void> {
    if (isHidden(path)) {
      // It could be renamed, and would be out of reach then.
      await this._probeHidden(path);
      return;
    }
    let untitled: Contents.IModel | null = null;
    try {
      untitled = await this._contents.newUntitled({
        path: parentOf(path),
        type: 'directory'
      });
      await this._contents.rename(untitled.path, path);
    } catch (error) {
      if (untitled) {
        await this._tidy(untitled.path);
      }
      if (statusOf(error) === 409 || (await this._isThere(path))) {
        throw new PathTakenError(
          path,
          this._trans.__('“%1” is there already.', nameOf(path))
        );
      }
      throw this._error(path, error);
    }
  }

  /**
   * Write a new file, as it is.
   *
   * @throws FileWriteError, FileRefusedError, CancelledError, and what the content throws
   */
  async write(
    path: string,
    content: ReadableStream<Uint8Array>,
    { onProgress, signal }: IWriteOptions = {}
  ): Promise<number> {
    const reader = content.getReader();
    const pieces = new Pieces(reader, chunkBytes);
    let written = 0;
    let hasBegun = false;
    try {
      for (let chunk = 1; ; chunk++) {
        throwIfCancelled(signal, this._trans.__('Cancelled'));
        const { bytes, isLast } = await pieces.next();
        throwIfCancelled(signal, this._trans.__('Cancelled'));
        const isWhole = isLast && chunk === 1;
        hasBegun = true;
        await this._save(
          path,
          bytes,
          isWhole ? {} : { chunk: isLast ? -1 : chunk }
        );
        written += bytes.length;
        onProgress?.(written);
        if (isLast) {
          break;
        }
      }
      await this._expectSize(path, written);
      return written;
    } catch (error) {
      await reader.cancel(error).catch(() => undefined);
      if (hasBegun && (written > 0 || !(error instanceof FileRefusedError))) {
        await this._tidy(path);
      }
      throw error;
    }
  }

  /** Remove a file or an empty folder. Rejects with `FileWriteError`. */
  async remove(path: string): Promise<void> {
    try {
      await this._contents.delete(path);
    } catch (error) {
      if (statusOf(error) !== 404) {
        throw this._error(path, error);
      }
    }
  }

  private async _save(
    path: string,
    bytes: Uint8Array,
    piece: { chunk?: number }
  ): Promise<void> {
    try {
      await this._contents.save(path, {
        ...asBytes,
        ...piece,
        name: nameOf(path),
        path,
        content: toBase64(bytes)
      } as Partial<Contents.IModel>);
    } catch (error) {
      throw this._error(path, error);
    }
  }

  /** A drive that knows no pieces would keep the last one only. */
  private async _expectSize(path: string, bytes: number): Promise<void> {
    if (bytes <= chunkBytes) {
      return;
    }
    let size: number | undefined;
    try {
      ({ size } = await this._contents.get(path, { content: false }));
    } catch (error) {
      throw this._error(path, error);
    }
    if (typeof size === 'number' && size !== bytes) {
      throw new FileWriteError(
        path,
        this._trans.__(
          'Jupyter did not keep “%1” whole: this place does not take large files.',
          nameOf(path)
        )
      );
    }
  }

  private async _probeHidden(path: string): Promise<void> {
    try {
      await this._contents.save(path, { type: 'directory' });
    } catch (error) {
      throw this._error(path, error);
    }
  }

  private async _isThere(path: string): Promise<boolean> {
    try {
      return await this.exists(path);
    } catch {
      // What made the folder fail is told, not this.
      return false;
    }
  }

  /** Remove what is of no use. When that fails too, the first failure is what counts. */
  private async _tidy(path: string): Promise<void> {
    try {
      await this._contents.delete(path);
    } catch {
      return;
    }
  }

  private _error(path: string, error: unknown): Error {
    const trans = this._trans;
    const status = statusOf(error);
    const name = nameOf(path);
    const options = { cause: error };
    const words = error instanceof Error ? error.message : '';
    if (
      status === 400 ||
      (isHidden(path) && (status === 403 || status === 404))
    ) {
      return new FileRefusedError(
        path,
        trans.__('Jupyter does not write “%1”.', name),
        options
      );
    }
    const text =
      status === 403
        ? trans.__('Jupyter may not write into this folder.')
        : status === 404
          ? trans.__('The folder is not there any more.')
          : status === 413
            ? trans.__(
                'A proxy in front of Jupyter refuses files of this size.'
              )
            : /no space|quota|errno 28/i.test(words)
              ? trans.__('The disk of Jupyter’s server is full.')
              : status === null
                ? trans.__(
                    'Jupyter did not answer when “%1” was written.',
                    name
                  )
                : trans.__('Jupyter could not write “%1” (%2).', name, status);
    return new FileWriteError(path, text, options);
  }

  private readonly _contents: Contents.IManager;
  private readonly _trans: ITranslator;
}

export namespace NewFiles {
  export interface IOptions {
    readonly contents: Contents.IManager;
    readonly trans: ITranslator;
  }
}

function isHidden(path: string): boolean {
  return path.split('/').some(part => part.startsWith('.'));
}
