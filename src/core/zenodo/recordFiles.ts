import { throwIfCancelled } from '../error';
import { answerError, describeAnswer } from './answerError';
import { apiAddress } from './apiAddress';
import { IDownloadAnswer, IDownloads } from './downloads';
import {
  IErrorContext,
  NotSignedInError,
  PermissionDeniedError,
  SiteUnreachableError
} from './errors';
import { gather, IDownloaded } from './gather';
import { HttpConnectionError, parseJson } from './http';
import { parseFiles, parseRecord } from './parse';
import { patient, waitUntil, withRetries } from './retry';
import { ISiteApiOptions, SiteApi } from './siteApi';
import { IRecord, IRecordFile } from './types';

/** Milliseconds without a byte, after which a download counts as dead. */
const stall = 60_000;

/** Of an answer that is no file, so many bytes are read. */
const longestRefusal = 64 * 1024;

/** How a file is asked for. */
export interface IDownloadOptions {
  /** Only for files that nobody else may read. */
  readonly withToken: boolean;
  /** The size that the record names; more bytes than these are not read. */
  readonly size: number | null;
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** What `RecordFiles` needs. */
export interface IRecordFilesOptions extends ISiteApiOptions {
  readonly downloads: IDownloads;
}

/**
 * Published records of anybody, and their files. The token goes out only where
 * nothing is readable without it, which also spares a preflight. All addresses
 * are made here; links in answers are never followed.
 */
export class RecordFiles {
  constructor(private readonly _options: IRecordFilesOptions) {
    this._api = new SiteApi(_options);
  }

  get site() {
    return this._options.site;
  }

  get isSignedIn(): boolean {
    return this._options.getToken() !== null;
  }

  /**
   * The record of an id. That of all versions leads to the newest one, by a
   * redirect (FINDINGS 32), which is followed without a token only.
   *
   * @throws NotFoundError, GoneError, PermissionDeniedError and what every call may throw
   */
  record(id: string, signal?: AbortSignal): Promise<IRecord> {
    return this._openly(withToken =>
      this._api.call(
        {
          method: 'GET',
          path: ['records', id],
          followsRedirects: !withToken,
          ...{ withToken, signal }
        },
        parseRecord
      )
    );
  }

  /**
   * All files of a record, sorted by key.
   *
   * @throws PermissionDeniedError where they are closed to the user
   */
  list(
    id: string,
    withToken: boolean,
    signal?: AbortSignal
  ): Promise<IRecordFile[]> {
    return this._api.call(
      {
        method: 'GET',
        path: ['records', id, 'files'],
        // Unlike those of a draft, they come in no other form: it is a 406.
        headers: { Accept: 'application/json' },
        ...{ withToken, signal }
      },
      parseFiles
    );
  }

  /**
   * Download a file, and sum it up while it arrives. Begins anew when the
   * connection breaks.
   *
   * @throws SiteError, BadAddressError (a key that no address can carry), CancelledError
   */
  download(
    id: string,
    key: string,
    options: IDownloadOptions
  ): Promise<IDownloaded> {
    const { clock, onWait } = this._options;
    return withRetries(() => this._download(id, key, options), {
      ...{ clock, onWait },
      policy: patient,
      repeatable: true,
      signal: options.signal
    });
  }

  private async _openly<T>(
    ask: (withToken: boolean) => Promise<T>
  ): Promise<T> {
    try {
      return await ask(false);
    } catch (error) {
      if (error instanceof PermissionDeniedError && this.isSignedIn) {
        return ask(true);
      }
      throw error;
    }
  }

  private async _download(
    id: string,
    key: string,
    { withToken, size, onProgress, signal }: IDownloadOptions
  ): Promise<IDownloaded> {
    const { site, trans, downloads, clock, onWait } = this._options;
    const url = apiAddress(
      site,
      ['records', id, 'files', ...key.split('/'), 'content'],
      trans
    );
    const bucket = withToken ? 'token' : 'guest';
    const until = this._api.traffic.limits.take(bucket);
    if (until !== null) {
      await waitUntil(
        { reason: 'rate-limit', until, attempt: 1 },
        ...([clock, onWait, signal] as const)
      );
    }
    const silent = { method: 'GET', url, status: null, message: '' };
    const token = withToken ? this._options.getToken() : null;
    if (withToken && !token) {
      throw new NotSignedInError(this._context(silent));
    }
    const stop = new AbortController();
    const cancel = () => stop.abort();
    signal?.addEventListener('abort', cancel, { once: true });
    let timer = setTimeout(cancel, stall);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(cancel, stall);
    };
    try {
      throwIfCancelled(signal, trans.__('Cancelled'));
      const answer = await downloads.open({
        url,
        headers: token ? { Authorization: `Bearer ${token}` } : {},
        signal: stop.signal
      });
      this._api.traffic.limits.note(bucket, { ...answer, text: () => '' });
      if (answer.status !== 200) {
        throw await this._refusal(url, answer, token);
      }
      return await gather(answer.body, size, bytes => {
        alive();
        onProgress?.(bytes);
      });
    } catch (error) {
      throwIfCancelled(signal, trans.__('Cancelled'));
      if (error instanceof HttpConnectionError || stop.signal.aborted) {
        throw new SiteUnreachableError({
          ...this._context(silent),
          cause: error
        });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  private async _refusal(
    url: string,
    { status, headers, body }: IDownloadAnswer,
    token: string | null
  ) {
    const { blob } = await gather(body, longestRefusal);
    const text = await blob.text();
    const response = { status, headers, text: () => text };
    const json = parseJson(text);
    const details = describeAnswer('GET', url, response, json, token);
    const context = this._context(details);
    return answerError(response, json, context, this._options.clock.now());
  }

  private _context(details: IErrorContext['details']): IErrorContext {
    const { trans, site } = this._options;
    return { trans, site, details };
  }

  private readonly _api: SiteApi;
}
