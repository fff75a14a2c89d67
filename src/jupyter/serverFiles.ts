import { isWithin } from '../core/bundle/entry';
import { CancelledError } from '../core/error';
import {
  FileAccessError,
  FileMissingError,
  IFileContent,
  IFileEntry,
  IFiles
} from '../core/files';
import { joinPath } from '../core/paths';
import type { ITranslator } from '../core/text';
import { asList, asObject, asText } from '../core/zenodo/parse';
import { JupyterServerError } from './errors';
import { ServerRefusalError, type ServerRequests } from './serverRequests';

/** Hidden files and folders that our server extension gives. The same as in its `hidden.py`. */
const hiddenFiles = ['.zenodo.json', '.gitignore', '.zenodoignore'];
const hiddenFolders = ['.binder'];

/** Levels below a folder that are asked for at once: as many as the server gives. */
const levels = '20';

/**
 * The port to read files where our server extension may be there. It lists many
 * folders at once and says what links are, with the sizes of what they lead to
 * (Jupyter's own service tells those of the links). Hidden files that belong to a
 * publication come from it, too, as most servers hide them; and so do the bytes
 * behind links that lead outside, where that is allowed. All other bytes, and all
 * without it, come as before.
 */
export class ServerFiles implements IFiles {
  constructor(options: ServerFiles.IOptions) {
    this._files = options.files;
    this._requests = options.requests;
    this._isThere = options.isThere;
    this._trans = options.trans;
  }

  async list(folder: string, signal?: AbortSignal): Promise<IFileEntry[]> {
    if (!(await this._tells(folder))) {
      return this._files.list(folder, signal);
    }
    const folders = await this._folders(folder, '0', signal);
    return folders.get(folder) ?? [];
  }

  async listBelow(
    folder: string,
    signal?: AbortSignal
  ): Promise<ReadonlyMap<string, IFileEntry[]> | null> {
    if (!(await this._tells(folder))) {
      return null;
    }
    try {
      return await this._folders(folder, levels, signal);
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // By itself, the folder says what is the matter.
      return null;
    }
  }

  async stat(path: string, signal?: AbortSignal): Promise<IFileEntry> {
    if (path === '' || !(await this._tells(path))) {
      return this._files.stat(path, signal);
    }
    const answer = await this._listing(path, 'entry', signal);
    const entry = this._entry(path, asObject(answer.entry));
    if (isKnownHidden(path) && entry.link && !entry.link.inside) {
      // Nobody sees it, so nobody could choose it.
      throw this._missing(path);
    }
    return entry;
  }

  async read(path: string, signal?: AbortSignal): Promise<IFileContent> {
    const isOutside = this._outside.some(link => isWithin(path, link));
    if (!(isOutside || isKnownHidden(path)) || !(await this._isThere())) {
      return this._files.read(path, signal);
    }
    const query = { path, ...(isOutside ? { outside: 'true' } : {}) };
    const response = await this._asked(path, () =>
      this._requests.send('file', { signal, cache: 'no-store' }, query)
    );
    return { stream: response.body ?? (await response.blob()).stream() };
  }

  /** Whether our server extension tells of a path: not of other drives, nor of what may be hidden. */
  private async _tells(path: string): Promise<boolean> {
    const isPlain = !path.split('/').some(part => part.startsWith('.'));
    return (
      (isPlain ? !isOnOtherDrive(path) : isKnownHidden(path)) &&
      (await this._isThere())
    );
  }

  /** Folders by their paths, with what Jupyter itself shows in them. */
  private async _folders(
    folder: string,
    depth: string,
    signal?: AbortSignal
  ): Promise<Map<string, IFileEntry[]>> {
    const { folders } = await this._listing(folder, depth, signal);
    return new Map(
      Object.entries(asObject(folders)).map(([path, entries]) => [
        path,
        asList(entries)
          .map(asObject)
          .filter(({ hidden }) => hidden !== true)
          .map(entry => this._entry(joinPath(path, asText(entry.name)), entry))
      ])
    );
  }

  private _entry(path: string, told: Record<string, unknown>): IFileEntry {
    const entry = toEntry(path, told);
    if (
      entry.link?.inside === false &&
      entry.link.allowed &&
      !this._outside.includes(path)
    ) {
      this._outside.push(path);
    }
    return entry;
  }

  private async _listing(
    path: string,
    depth: string,
    signal?: AbortSignal
  ): Promise<Record<string, unknown>> {
    const query = { path, depth };
    const init = { signal, cache: 'no-store' } as const;
    return asObject(
      await this._asked(path, () => this._requests.json('listing', init, query))
    );
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

  /** Links that lead out of the server's root, which gives what is there to nobody but us. */
  private readonly _outside: string[] = [];
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

function toEntry(path: string, entry: Record<string, unknown>): IFileEntry {
  const { kind, size, lastModified, link } = entry;
  const { inside, target, allowed } = asObject(link);
  return {
    path,
    kind: kind === 'folder' ? 'folder' : 'file',
    size: typeof size === 'number' ? size : null,
    lastModified: asText(lastModified),
    ...(link
      ? {
          link: {
            inside: inside === true,
            target: asText(target),
            allowed: allowed === true
          }
        }
      : {})
  };
}

/** Paths of other drives have their names in front. */
function isOnOtherDrive(path: string): boolean {
  return /^[^/]+:/.test(path);
}

/** Whether all that is hidden in a path belongs to a publication, and there is something. */
export function isKnownHidden(path: string): boolean {
  const [name, ...folders] = path.split('/').reverse();
  const hidden = folders.filter(part => part.startsWith('.'));
  return (
    !isOnOtherDrive(path) &&
    hidden.every(part => hiddenFolders.includes(part)) &&
    (name.startsWith('.')
      ? hiddenFiles.includes(name) || hiddenFolders.includes(name)
      : hidden.length > 0)
  );
}
