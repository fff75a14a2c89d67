import type { Contents } from '@jupyterlab/services';
import { PublisherError, throwIfCancelled } from '../core/error';
import { FileRefusedError, PathTakenError } from '../core/fileWriter';
import { joinPath, parentOf } from '../core/paths';
import type { IFreshFile } from '../core/testRun/freshKernels';
import type { ITranslator } from '../core/text';
import { NewFiles } from './newFiles';

/** How often another name is tried, or the removal. */
const tries = 3;

/** The folder of a run: a copy of the files, which is gone afterwards. */
export class RunFolder {
  constructor(
    private readonly _contents: Contents.IManager,
    private readonly _trans: ITranslator
  ) {
    this._files = new NewFiles({ contents: _contents, trans: _trans });
  }

  /** Its path on the server; '' = it was not made yet. */
  path = '';

  /** Files that Jupyter does not write. */
  readonly leftOut: string[] = [];

  /**
   * Make it. Its name says what it is to whoever finds it meanwhile; it is not
   * hidden, as Jupyter would refuse it then, and has no blanks.
   *
   * @throws PathTakenError, FileWriteError, FileRefusedError
   */
  async make(parent: string): Promise<void> {
    for (let i = 1; ; i++) {
      const name = Math.random().toString(36).slice(2, 8);
      const path = joinPath(parent, `test-run-safe-to-delete-${name}`);
      try {
        await this._files.makeFolder(path);
        this.path = path;
        return;
      } catch (error) {
        if (!(error instanceof PathTakenError) || i === tries) {
          throw error;
        }
      }
    }
  }

  /** @throws FileWriteError, CancelledError, and what reading a file throws */
  async fill(
    files: readonly IFreshFile[],
    signal: AbortSignal | undefined
  ): Promise<void> {
    const made = new Set(['']);
    for (const file of files) {
      throwIfCancelled(signal, this._trans.__('Cancelled'));
      try {
        await this._makeFolders(parentOf(file.path), made);
        const bytes = await file.read(signal);
        await this._files.write(
          joinPath(this.path, file.path),
          streamOf(bytes),
          { signal }
        );
      } catch (error) {
        if (!(error instanceof FileRefusedError)) {
          throw error;
        }
        this.leftOut.push(file.path);
      }
    }
  }

  /** Remove it with all that is in it; whether it is gone. Never rejects. */
  async remove(): Promise<boolean> {
    for (let i = 1; i <= tries; i++) {
      try {
        // Some servers refuse a folder that is not empty.
        await this._files
          .remove(this.path)
          .catch(async () => this._empty(this.path));
        if (!(await this._files.exists(this.path))) {
          return true;
        }
      } catch (error) {
        if (!(error instanceof PublisherError) && i === tries) {
          return false;
        }
      }
    }
    return false;
  }

  /** Remove what is in a folder, also what the notebooks wrote, and the folder. */
  private async _empty(folder: string): Promise<void> {
    const { content } = await this._contents.get(folder, {
      type: 'directory',
      content: true
    });
    const children = Array.isArray(content) ? content : [];
    for (const { path, type } of children as Contents.IModel[]) {
      if (type === 'directory') {
        await this._empty(path);
      } else {
        await this._files.remove(path);
      }
    }
    await this._files.remove(folder);
  }

  private async _makeFolders(folder: string, made: Set<string>): Promise<void> {
    if (!made.has(folder)) {
      await this._makeFolders(parentOf(folder), made);
      await this._files.makeFolder(joinPath(this.path, folder));
      made.add(folder);
    }
  }

  private readonly _files: NewFiles;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => {
      if (bytes.length) {
        controller.enqueue(bytes);
      }
      controller.close();
    }
  });
}
