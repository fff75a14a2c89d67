import { CancelledError } from '../core/error';
import {
  FileAccessError,
  FileMissingError,
  IFileContent,
  IFileEntry,
  IFiles
} from '../core/files';
import { joinPath, parentOf } from '../core/paths';
import type { ITranslator } from '../core/text';
import { asList, asObject, asText } from '../core/zenodo/parse';
import { JupyterServerError } from './errors';
import { ServerRefusalError, type ServerRequests } from './serverRequests';

/** Hidden files and folders that our server extension gives. The same as in its `hidden.py`. */
const hiddenFiles = ['.zenodo.json', '.gitignore', '.zenodoignore'];
const hiddenFolders = ['.binder'];

/**
 * The port to read files where our server extension may be there: hidden files
 * that belong to a publication come from it, as the contents service of most
 * servers hides them. All others, and all without it, come as before.
 */
export class ServerFiles implements IFiles {
  constructor(options: ServerFiles.IOptions) {
    this._files = options.files;
    this._requests = options.requests;
    this._isThere = options.isThere;
    this._trans = options.trans;
  }

  async list(folder: string, signal?: AbortSignal): Promise<IFileEntry[]> {
    return (await this._isOurs(folder))
      ? this._folder(folder, signal)
      : this._files.list(folder, signal);
  }

  async stat(path: string, signal?: AbortSignal): Promise<IFileEntry> {
    if (!(await this._isOurs(path))) {
      return this._files.stat(path, signal);
    }
    const entries = await this._folder(parentOf(path), signal);
    const entry = entries.find(one => one.path === path);
    if (!entry) {
      throw this._missing(path);
    }
    return entry;
  }

  async read(path: string, signal?: AbortSignal): Promise<IFileContent> {
    if (!(await this._isOurs(path))) {
      return this._files.read(path, signal);
    }
    const response = await this._asked(path, () =>
      this._requests.send('file', { signal, cache: 'no-store' }, { path })
    );
    return { stream: response.body ?? (await response.blob()).stream() };
  }

  private async _isOurs(path: string): Promise<boolean> {
    return isKnownHidden(path) && (await this._isThere());
  }

  /** A folder with its hidden entries. */
  private async _folder(
    folder: string,
    signal?: AbortSignal
  ): Promise<IFileEntry[]> {
    const query = { path: folder, depth: '0' };
    const answer = await this._asked(folder, () =>
      this._requests.json('listing', { signal, cache: 'no-store' }, query)
    );
    const { [folder]: entries } = asObject(asObject(answer).folders);
    return asList(entries)
      .map(asObject)
      .filter(({ link }) => link === null || asObject(link).inside === true)
      .map(({ name, kind, size, lastModified }) => ({
        path: joinPath(folder, asText(name)),
        kind: kind === 'folder' ? 'folder' : 'file',
        size: typeof size === 'number' ? size : null,
        lastModified: asText(lastModified)
      }));
  }

  private async _asked<T>(path: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (
        error instanceof CancelledError ||
        !(error instanceof JupyterServerError)
      ) {
        throw error;
      }
      const { failure } =
        error instanceof ServerRefusalError ? error : { failure: null };
      if (failure?.code === 'file-missing') {
        throw this._missing(path, error);
      }
      throw failure
        ? new FileAccessError(
            path,
            this._trans.__(
              'Jupyter could not read %1 (%2).',
              path,
              failure.code
            ),
            { cause: error }
          )
        : error;
    }
  }

  private _missing(path: string, cause?: unknown): FileMissingError {
    return new FileMissingError(
      path,
      this._trans.__('%1 is not there any more.', path),
      { cause }
    );
  }

  private readonly _files: IFiles;
  private readonly _requests: ServerRequests;
  private readonly _isThere: () => Promise<boolean>;
  private readonly _trans: ITranslator;
}

export namespace ServerFiles {
  export interface IOptions {
    /** What gives all other files. */
    readonly files: IFiles;
    readonly requests: ServerRequests;
    /** Our server extension is there, and the files are on its machine. */
    isThere(): Promise<boolean>;
    readonly trans: ITranslator;
  }
}

/** Whether all that is hidden in a path belongs to a publication, and there is something. */
export function isKnownHidden(path: string): boolean {
  const [name, ...folders] = path.split('/').reverse();
  const hidden = folders.filter(part => part.startsWith('.'));
  return (
    // Paths of other drives have their names in front.
    !/^[^/]+:/.test(path) &&
    hidden.every(part => hiddenFolders.includes(part)) &&
    (name.startsWith('.')
      ? hiddenFiles.includes(name) || hiddenFolders.includes(name)
      : hidden.length > 0)
  );
}
