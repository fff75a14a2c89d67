import { CancelledError } from '../error';
import {
  hasToken,
  HttpConnectionError,
  IHttp,
  IHttpRequest,
  IHttpResponse,
  maxAnswerLength
} from './http';
import { canSendWithXhr, sendWithXhr } from './xhrHttp';

/** How long to wait for a sign of life. */
export interface IHttpTimeouts {
  /** Milliseconds without an answer to a request without a file. */
  readonly answer: number;
  /** Milliseconds without progress of an upload. */
  readonly stall: number;
  /** Milliseconds from the last byte of an upload to its answer: the server stores and sums. */
  readonly store: number;
}

const defaultTimeouts: IHttpTimeouts = {
  answer: 60_000,
  stall: 60_000,
  store: 600_000
};

/**
 * The real HTTP: `fetch`, and `XMLHttpRequest` where the progress of an upload
 * is wanted, which `fetch` cannot tell.
 *
 * Cookies are left out on purpose: with a cookie and a refused token the server
 * answers 400 "CSRF …" instead of 403 (zenodo-api.md, "CSRF trap").
 */
export class FetchHttp implements IHttp {
  constructor(timeouts: Partial<IHttpTimeouts> = {}) {
    this._timeouts = { ...defaultTimeouts, ...timeouts };
  }

  async send(request: IHttpRequest): Promise<IHttpResponse> {
    if (request.signal?.aborted) {
      throw new CancelledError('Cancelled', { cause: request.signal.reason });
    }
    if (request.onProgress && request.body && canSendWithXhr()) {
      return sendWithXhr(request, this._timeouts);
    }
    return this._fetch(request);
  }

  private async _fetch(request: IHttpRequest): Promise<IHttpResponse> {
    const stop = new AbortController();
    const cancel = () => stop.abort();
    request.signal?.addEventListener('abort', cancel, { once: true });
    // Without progress nobody can tell a slow upload from a dead one.
    const timer =
      request.body && typeof request.body !== 'string'
        ? undefined
        : setTimeout(cancel, this._timeouts.answer);
    const follows = request.followsRedirects && !hasToken(request.headers);
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: { ...request.headers },
        body: request.body ?? undefined,
        signal: stop.signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: follows ? 'follow' : 'error',
        referrerPolicy: 'no-referrer'
      });
      if (follows && originOf(response.url) !== originOf(request.url)) {
        await response.body?.cancel();
        throw new HttpConnectionError('redirected to another site');
      }
      const text = await readBounded(response);
      return {
        status: response.status,
        headers: { get: name => response.headers.get(name) },
        text: () => text
      };
    } catch (error) {
      if (request.signal?.aborted) {
        throw new CancelledError('Cancelled', { cause: request.signal.reason });
      }
      const reason = stop.signal.aborted ? 'timed out' : 'no readable answer';
      throw new HttpConnectionError(reason, { cause: error });
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', cancel);
    }
  }

  private readonly _timeouts: IHttpTimeouts;
}

function originOf(url: string): string {
  return new URL(url).origin;
}

async function readBounded(response: Response): Promise<string> {
  if (!response.body) {
    return '';
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    text += decoder.decode(value, { stream: true });
    if (text.length > maxAnswerLength) {
      await reader.cancel();
      return text.slice(0, maxAnswerLength);
    }
  }
}
