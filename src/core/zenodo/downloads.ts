import { CancelledError } from '../error';
import { hasToken, HttpConnectionError } from './http';

/** A file that is asked for. */
export interface IDownloadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An answer whose body is still to be read. */
export interface IDownloadAnswer {
  readonly status: number;
  readonly headers: {
    /** A header's value by its name in any case; null where there is none or it may not be read. */
    get(name: string): string | null;
  };
  /** Ends with an error when the connection breaks or the signal is aborted. */
  readonly body: ReadableStream<Uint8Array>;
}

/** The port to the bytes of files. Adapters: `FetchDownloads`; the simulator (tests); `noDownloads`. */
export interface IDownloads {
  /**
   * Ask for a file. Cookies are neither sent nor kept. With a token, redirects
   * are refused.
   *
   * @throws HttpConnectionError, CancelledError
   */
  open(request: IDownloadRequest): Promise<IDownloadAnswer>;
}

/**
 * The real downloads, with `fetch`.
 *
 * What a page may do here (zenodo-api.md, section 2; recorded:
 * `record.files.content`, `cors.*`): the contents of files are under `/api`,
 * where any origin may read them, with or without `Authorization`; the pages'
 * own `…?download=1` addresses are not. A site that hands files out from a
 * storage of its own redirects there: that is followed without a token (the
 * storage must allow other origins, and the checksum tells whether the bytes
 * are right), and refused with one, which must not reach another host. Ranges
 * are not supported (FINDINGS 28), so a download begins anew after a break.
 */
export class FetchDownloads implements IDownloads {
  async open(request: IDownloadRequest): Promise<IDownloadAnswer> {
    const { url, headers, signal } = request;
    try {
      const response = await fetch(url, {
        headers: { ...headers },
        signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: hasToken(headers) ? 'error' : 'follow',
        referrerPolicy: 'no-referrer'
      });
      return {
        status: response.status,
        headers: { get: name => response.headers.get(name) },
        body: response.body ?? (await response.blob()).stream()
      };
    } catch (error) {
      if (signal?.aborted) {
        throw new CancelledError('Cancelled', { cause: signal.reason });
      }
      throw new HttpConnectionError('no readable answer', { cause: error });
    }
  }
}

/** The port without a network: nothing ever answers. */
export const noDownloads: IDownloads = {
  open: async () => {
    throw new HttpConnectionError('There is no network.');
  }
};
