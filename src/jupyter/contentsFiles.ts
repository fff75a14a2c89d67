import { Contents, ServerConnection } from '@jupyterlab/services';
import { CancelledError, throwIfCancelled } from '../core/error';
import {
  FileAccessError,
  FileMissingError,
  IFileContent,
  IFileEntry,
  IFiles
} from '../core/files';
import type { ITranslator } from '../core/text';
import { withDriveFolder } from './drivePaths';
import { JupyterServerError, statusOf, untilAborted } from './errors';

/**
 * The port to read files over Jupyter's contents service: the server's files,
 * other drives, and the browser's own storage in JupyterLite. Paths with the
 * name of a drive are passed as they are.
 */
export class ContentsFiles implements IFiles {
  constructor(options: ContentsFiles.IOptions) {
    this._contents = options.contents;
    this._serverSettings = options.serverSettings;
    this._trans = options.trans;
    this._fetch = options.fetch ?? ((url, init) => fetch(url, init));
  }

  /**
   * The entries of a folder. Hidden ones are there only where the server shows them.
   *
   * @throws FileMissingError, FileAccessError, JupyterServerError, CancelledError
   */
  async list(folder: string, signal?: AbortSignal): Promise<IFileEntry[]> {
    const model = await this._get(
      folder,
      { type: 'directory', content: true },
      signal
    );
    const children: unknown = model.content;
    return Array.isArray(children)
      ? (children as Contents.IModel[]).map(child => this._entry(child))
      : [];
  }

  /**
   * One file's or folder's entry.
   *
   * @throws FileMissingError, FileAccessError, JupyterServerError, CancelledError
   */
  async stat(path: string, signal?: AbortSignal): Promise<IFileEntry> {
    return this._entry(await this._get(path, { content: false }, signal));
  }

  /**
   * Open a file's bytes. Not through the contents API, which would send them
   * as text in JSON, but from the URL that its owner gives for a download.
   *
   * @throws FileMissingError, FileAccessError, JupyterServerError, CancelledError
   */
  async read(path: string, signal?: AbortSignal): Promise<IFileContent> {
    throwIfCancelled(signal, this._trans.__('Cancelled'));
    let url: string;
    try {
      // Asked for anew each time: the URL holds the XSRF token of this moment.
      url = await this._contents.getDownloadUrl(path);
    } catch (error) {
      throw this._error(path, error);
    }
    const response = await this._download(path, url, signal);
    if (!response.ok) {
      throw this._error(path, { response });
    }
    if (isWebPage(response)) {
      // A host of static pages, where JupyterLite may be, need not know 404.
      await this.stat(path, signal);
    }
    return { stream: response.body ?? (await response.blob()).stream() };
  }

  private async _download(
    path: string,
    url: string,
    signal?: AbortSignal
  ): Promise<Response> {
    const { baseUrl } = this._serverSettings;
    try {
      if (!url.startsWith(baseUrl)) {
        return await this._fetch(url, { credentials: 'omit', signal });
      }
      const response = await ServerConnection.makeRequest(
        url,
        { signal },
        this._serverSettings
      );
      if (response.redirected && !response.url.startsWith(`${baseUrl}files/`)) {
        // To the log-in page, whose bytes must not pass for the file's.
        throw new JupyterServerError(
          this._trans.__(
            'Your Jupyter session has ended. Log in to Jupyter again in another tab.'
          ),
          403
        );
      }
      return response;
    } catch (error) {
      if (signal?.aborted) {
        throw new CancelledError(this._trans.__('Cancelled'), { cause: error });
      }
      throw this._error(path, error);
    } finally {
      if (url.startsWith('blob:')) {
        // The answer keeps the data; the URL itself is of no more use.
        URL.revokeObjectURL(url);
      }
    }
  }

  private _entry(model: Contents.IModel): IFileEntry {
    const path = withDriveFolder(model.path, this._contents);
    return toEntry({ ...model, path });
  }

  private async _get(
    path: string,
    options: Contents.IFetchOptions,
    signal?: AbortSignal
  ): Promise<Contents.IModel> {
    let model: Contents.IModel | null;
    try {
      model = await untilAborted(
        this._contents.get(path, options),
        signal,
        this._trans
      );
    } catch (error) {
      throw this._error(path, error);
    }
    if (!model) {
      // What JupyterLite answers for a file that is not there.
      throw this._missing(path);
    }
    return model;
  }

  /** What went wrong, as an error that core knows. */
  private _error(path: string, error: unknown): Error {
    if (
      error instanceof CancelledError ||
      error instanceof JupyterServerError
    ) {
      return error;
    }
    const status = statusOf(error);
    if (status === 404 || status === 410) {
      return this._missing(path, error);
    }
    if (status === 403) {
      return new FileAccessError(
        path,
        this._trans.__(
          'Jupyter may not read %1: it is a link that leaves the folder that Jupyter shows, or your account has no right to it.',
          path
        ),
        { cause: error }
      );
    }
    if (status !== null && status < 500) {
      return new FileAccessError(
        path,
        this._trans.__('Jupyter could not read %1 (%2).', path, status),
        { cause: error }
      );
    }
    return new JupyterServerError(
      status === null
        ? this._trans.__('Jupyter did not answer when asked for %1.', path)
        : this._trans.__(
            'Jupyter reported a problem of its own (%1) when asked for %2.',
            status,
            path
          ),
      status,
      { cause: error }
    );
  }

  private _missing(path: string, cause?: unknown): FileMissingError {
    return new FileMissingError(
      path,
      this._trans.__('%1 is not there any more.', path),
      { cause }
    );
  }

  private readonly _contents: Contents.IManager;
  private readonly _serverSettings: ServerConnection.ISettings;
  private readonly _trans: ITranslator;
  private readonly _fetch: typeof fetch;
}

export namespace ContentsFiles {
  export interface IOptions {
    readonly contents: Contents.IManager;
    readonly serverSettings: ServerConnection.ISettings;
    readonly trans: ITranslator;
    /** What fetches from outside Jupyter's server; the page's own by default. */
    readonly fetch?: typeof fetch;
  }
}

/** Whether it is a web page, which a server may give in place of any file. */
function isWebPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

function toEntry(model: Contents.IModel): IFileEntry {
  return model.type === 'directory'
    ? {
        path: model.path,
        kind: 'folder',
        size: null,
        lastModified: model.last_modified ?? ''
      }
    : {
        path: model.path,
        kind: 'file',
        size: model.size ?? null,
        lastModified: model.last_modified ?? ''
      };
}
