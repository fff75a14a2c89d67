import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { CancelledError } from '../core/error';
import type { ITranslator } from '../core/text';
import { readFailure } from '../core/transfer/readState';
import type { ITransferFailure } from '../core/transfer/transfers';
import { JupyterServerError } from './errors';

/** Our server extension said no, and why. */
export class ServerRefusalError extends JupyterServerError {
  constructor(
    message: string,
    status: number,
    readonly failure: ITransferFailure
  ) {
    super(message, status);
  }
}

/** Requests to our server extension, with the token and the XSRF header of this page. */
export class ServerRequests {
  constructor(
    private readonly _settings: ServerConnection.ISettings,
    private readonly _trans: ITranslator
  ) {}

  /**
   * The JSON of an answer; null where it has no body.
   *
   * @param path - after the extension's prefix, its parts escaped
   * @throws ServerRefusalError, JupyterServerError, CancelledError
   */
  async json(
    path: string,
    init: RequestInit = {},
    query: Readonly<Record<string, string>> = {}
  ): Promise<unknown> {
    const response = await this.send(path, init, query);
    const text = await this._read(response.text(), init.signal);
    if (text === '') {
      return null;
    }
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw this._error(response.status, error);
    }
  }

  /**
   * An answer whose body was not read yet.
   *
   * @throws as `json`
   */
  async send(
    path: string,
    init: RequestInit = {},
    query: Readonly<Record<string, string>> = {}
  ): Promise<Response> {
    const url =
      URLExt.join(this._settings.baseUrl, 'jupyterlab-zenodo-publisher', path) +
      URLExt.objectToQueryString(query);
    const response = await this._read(
      ServerConnection.makeRequest(url, init, this._settings),
      init.signal
    );
    if (!response.ok) {
      throw await this._refusal(response);
    }
    return response;
  }

  private async _refusal(response: Response): Promise<Error> {
    let body: unknown = null;
    try {
      body = await response.json();
    } catch {
      // A proxy's page, or that of a server without our extension.
    }
    const failure = readFailure(body);
    const error = this._error(response.status);
    return failure.code === 'failed'
      ? error
      : new ServerRefusalError(error.message, response.status, failure);
  }

  private async _read<T>(
    work: Promise<T>,
    signal: AbortSignal | null | undefined
  ): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (signal?.aborted) {
        throw new CancelledError(this._trans.__('Cancelled'), { cause: error });
      }
      throw this._error(null, error);
    }
  }

  private _error(status: number | null, cause?: unknown): JupyterServerError {
    const message =
      status === null
        ? this._trans.__('Jupyter’s server did not answer.')
        : this._trans.__('Jupyter’s server reported a problem (%1).', status);
    return new JupyterServerError(message, status, { cause });
  }
}
