import { CancelledError } from '../error';
import {
  HttpConnectionError,
  IHttpRequest,
  IHttpResponse,
  maxAnswerLength
} from './http';

/** Whether this engine has `XMLHttpRequest`; Node has not. */
export function canSendWithXhr(): boolean {
  return typeof XMLHttpRequest !== 'undefined';
}

/**
 * Send a request whose upload progress is told.
 *
 * A redirect cannot be refused beforehand here; browsers drop `Authorization`
 * when it leads to another origin (Fetch standard, "HTTP-redirect fetch"), and
 * such an answer is thrown away.
 *
 * @throws HttpConnectionError, CancelledError
 */
export function sendWithXhr(
  request: IHttpRequest,
  timeouts: { readonly stall: number; readonly store: number }
): Promise<IHttpResponse> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        finish();
        xhr.abort();
        reject(new HttpConnectionError('timed out'));
      }, milliseconds);
    };
    const cancel = () => {
      finish();
      xhr.abort();
      reject(
        new CancelledError('Cancelled', { cause: request.signal?.reason })
      );
    };
    const finish = () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', cancel);
      xhr.onload = xhr.onerror = xhr.onabort = null;
      xhr.upload.onprogress = xhr.upload.onload = null;
    };
    const fail = () => {
      finish();
      reject(new HttpConnectionError('no readable answer'));
    };
    xhr.upload.onprogress = event => {
      watch(timeouts.stall);
      request.onProgress?.(event.loaded);
    };
    xhr.upload.onload = () => watch(timeouts.store);
    xhr.onerror = fail;
    xhr.onabort = fail;
    xhr.onload = () => {
      finish();
      if (new URL(xhr.responseURL).origin !== new URL(request.url).origin) {
        reject(new HttpConnectionError('redirected to another site'));
        return;
      }
      const text = xhr.responseText.slice(0, maxAnswerLength);
      resolve({
        status: xhr.status,
        headers: { get: name => readable(xhr, name) },
        text: () => text
      });
    };
    xhr.open(request.method, request.url);
    xhr.withCredentials = false;
    for (const [name, value] of Object.entries(request.headers)) {
      xhr.setRequestHeader(name, value);
    }
    request.signal?.addEventListener('abort', cancel, { once: true });
    watch(timeouts.stall);
    xhr.send(request.body);
  });
}

/**
 * A header of the answer, or null. Headers that CORS does not expose are not
 * asked for: a browser would complain in its console each time.
 */
function readable(xhr: XMLHttpRequest, name: string): string | null {
  const names = xhr.getAllResponseHeaders().toLowerCase().split('\r\n');
  return names.some(line => line.startsWith(`${name.toLowerCase()}:`))
    ? xhr.getResponseHeader(name)
    : null;
}
