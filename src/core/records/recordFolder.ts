import {
  FileRefusedError,
  IFileWriter,
  IWriteOptions,
  PathTakenError
} from '../fileWriter';
import { joinPath, parentOf } from '../paths';
import { freeName } from './folderName';
import { ILeftOut, leftOut } from './leftOut';

/**
 * The new folder of a record. It knows what it wrote, so that it can take back
 * exactly that and never what somebody else put there meanwhile.
 */
export class RecordFolder {
  private constructor(
    private readonly _writer: IFileWriter,
    /** From the server's root. */
    readonly path: string
  ) {}

  /**
   * Make a folder of this name; where it is there already, of the next one.
   *
   * @throws FileWriteError, FileRefusedError
   */
  static async make(
    writer: IFileWriter,
    parent: string,
    name: string
  ): Promise<RecordFolder> {
    for (;;) {
      const path = joinPath(parent, await freeName(writer, parent, name));
      try {
        await writer.makeFolder(path);
        return new RecordFolder(writer, path);
      } catch (error) {
        // Somebody was faster: the next name, then.
        if (!(error instanceof PathTakenError)) {
          throw error;
        }
      }
    }
  }

  /** The files written, by their paths in the folder. */
  readonly files: string[] = [];

  /** Bytes written, of files that are whole. */
  bytes = 0;

  /** What Jupyter did not take. */
  readonly leftOut: ILeftOut[] = [];

  /**
   * Make a folder in it, and those that it is in.
   *
   * @returns false where Jupyter does not take it; then it is in `leftOut`
   * @throws FileWriteError
   */
  async addFolder(path: string): Promise<boolean> {
    if (path === '' || this._folders.has(path)) {
      return true;
    }
    if (this._refused.has(path) || !(await this.addFolder(parentOf(path)))) {
      return false;
    }
    try {
      await this._writer.makeFolder(joinPath(this.path, path));
    } catch (error) {
      if (error instanceof FileRefusedError) {
        this._refused.add(path);
        return false;
      }
      // A disk that ignores case has it under the other name.
      if (!(error instanceof PathTakenError)) {
        throw error;
      }
    }
    this._folders.add(path);
    return true;
  }

  /**
   * Write a file, making the folders that it is in. One that Jupyter does not
   * take is noted in `leftOut`.
   *
   * @throws FileWriteError, CancelledError, and what the content throws
   */
  async addFile(
    path: string,
    open: () => ReadableStream<Uint8Array>,
    options: IWriteOptions
  ): Promise<void> {
    if (!(await this.addFolder(parentOf(path)))) {
      this._leaveOut(path);
      return;
    }
    try {
      const whole = joinPath(this.path, path);
      this.bytes += await this._writer.write(whole, open(), options);
      this.files.push(path);
    } catch (error) {
      if (!(error instanceof FileRefusedError)) {
        throw error;
      }
      this._leaveOut(path);
    }
  }

  /**
   * Take back all that was written, and the folder, unless something else is in it.
   *
   * @throws FileWriteError
   */
  async remove(): Promise<void> {
    for (const path of this.files.splice(0)) {
      await this._writer.remove(joinPath(this.path, path));
    }
    const deepestFirst = [...this._folders].sort(
      (a, b) => b.split('/').length - a.split('/').length
    );
    for (const path of [...deepestFirst, '']) {
      await this._writer.remove(path ? joinPath(this.path, path) : this.path);
      this._folders.delete(path);
    }
  }

  private _leaveOut(path: string): void {
    const isHidden = path.split('/').some(part => part.startsWith('.'));
    this.leftOut.push(leftOut(path, isHidden ? 'hidden' : 'refused'));
  }

  private readonly _folders = new Set<string>();
  private readonly _refused = new Set<string>();
}
