import { CancelledError } from '../../error';
import { FetchHttp } from '../fetchHttp';
import { HttpConnectionError } from '../http';
import { failure } from './common';

/** The part of `XMLHttpRequest` that is used, driven by hand. */
class FakeXhr {
  static last: FakeXhr;
  constructor() {
    FakeXhr.last = this;
  }
  readonly upload: Record<string, ((event?: object) => void) | null> = {};
  readonly headers: Record<string, string> = {};
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  withCredentials = true;
  aborted = false;
  status = 200;
  responseURL = 'https://zenodo.org/api/x';
  responseText = '{}';
  open() {}
  send() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader = () => null;
  abort() {
    this.aborted = true;
    this.onabort?.();
  }
}

describe('FetchHttp with XMLHttpRequest', () => {
  beforeAll(() => Object.assign(globalThis, { XMLHttpRequest: FakeXhr }));
  afterAll(() => {
    delete (globalThis as { XMLHttpRequest?: unknown }).XMLHttpRequest;
  });
  afterEach(() => jest.useRealTimers());

  function send(signal?: AbortSignal) {
    const progress: number[] = [];
    const result = new FetchHttp({ stall: 1000, store: 5000 }).send({
      method: 'PUT',
      url: 'https://zenodo.org/api/x',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: new Blob(['abc']),
      onProgress: sent => progress.push(sent),
      signal
    });
    return { result, progress, xhr: FakeXhr.last };
  }

  it('tells the progress and the answer, without cookies', async () => {
    const { result, progress, xhr } = send();
    xhr.upload.onprogress?.({ loaded: 2 });
    xhr.upload.onload?.();
    xhr.onload?.();
    expect((await result).text()).toBe('{}');
    expect(progress).toEqual([2]);
    expect(xhr.withCredentials).toBe(false);
    expect(xhr.headers).toEqual({ 'Content-Type': 'application/octet-stream' });
  });

  it('is aborted by the signal', async () => {
    const stop = new AbortController();
    const { result, xhr } = send(stop.signal);
    stop.abort();
    expect(await failure(result)).toBeInstanceOf(CancelledError);
    expect(xhr.aborted).toBe(true);
  });

  it('does not take another site’s answer', async () => {
    const { result, xhr } = send();
    xhr.responseURL = 'https://evil.example.org/';
    xhr.onload?.();
    expect(await failure(result)).toBeInstanceOf(HttpConnectionError);
  });

  it('reports a broken connection', async () => {
    const { result, xhr } = send();
    xhr.onerror?.();
    expect(await failure(result)).toBeInstanceOf(HttpConnectionError);
  });

  it('gives up when nothing moves, but lets the server store', async () => {
    jest.useFakeTimers();
    const { result, xhr } = send();
    const failed = failure(result);
    jest.advanceTimersByTime(900);
    xhr.upload.onprogress?.({ loaded: 1 });
    jest.advanceTimersByTime(900);
    xhr.upload.onload?.();
    jest.advanceTimersByTime(4900);
    expect(xhr.aborted).toBe(false);
    jest.advanceTimersByTime(200);
    expect(await failed).toHaveProperty('message', 'timed out');
    expect(xhr.aborted).toBe(true);
  });
});
