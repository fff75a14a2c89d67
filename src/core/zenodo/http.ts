/** One HTTP request. Bodies are text (JSON) or a blob (the content of a file). */
export interface IHttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | null;
  /** Called with the bytes of the body sent so far, where the adapter can tell. */
  readonly onProgress?: (sentBytes: number) => void;
  readonly signal?: AbortSignal;
  /**
   * Follow redirects that stay on the same origin. Never with a token: such a
   * request is refused as soon as it is redirected.
   */
  readonly followsRedirects?: boolean;
}

/** One HTTP answer, read to its end. */
export interface IHttpResponse {
  readonly status: number;
  readonly headers: {
    /** A header's value by its name in any case; null where there is none or it may not be read. */
    get(name: string): string | null;
  };
  /** The body as text, cut at `maxAnswerLength`. */
  text(): string;
}

/** The port to HTTP. Adapters: `FetchHttp`; `ScriptedHttp` (tests); `noHttp`. */
export interface IHttp {
  /**
   * Send a request and read the whole answer, whatever its status. Cookies are
   * neither sent nor kept, and redirects are not followed unless it says so.
   *
   * @throws HttpConnectionError, CancelledError
   */
  send(request: IHttpRequest): Promise<IHttpResponse>;
}

/** Characters of an answer that are read at most: far more than any answer of the API has. */
export const maxAnswerLength = 16 * 1024 * 1024;

/**
 * No answer that can be read: refused, dropped, timed out, redirected, or
 * (in a browser) sent without CORS headers, as the pages of Zenodo's front
 * servers are. Stays inside this folder: `SiteApi` turns it into an error with a
 * text for the user.
 */
export class HttpConnectionError extends Error {
  constructor(reason: string, options: { cause?: unknown } = {}) {
    super(reason);
    this.name = 'HttpConnectionError';
    this.cause = options.cause;
  }

  readonly cause: unknown;
}

/** Whether a request holds a token, which no redirect may carry on. */
export function hasToken(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some(
    name => name.toLowerCase() === 'authorization'
  );
}

/** Parse JSON; undefined where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The port without a network: nothing ever answers. */
export const noHttp: IHttp = {
  send: async () => {
    throw new HttpConnectionError('There is no network.');
  }
};
