import { CancelledError } from '../error';
import {
  HttpConnectionError,
  IHttp,
  IHttpRequest,
  IHttpResponse
} from './http';

/** A scripted answer; `drop` = the connection breaks. */
export type Reply =
  | 'drop'
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
    };

/** A request that waits for the test to answer it. */
export interface IWaitingRequest extends IHttpRequest {
  respondWith(reply: Reply): void;
}

/**
 * HTTP for tests, in two ways: with a script (a list of answers, or a function
 * of the request), or step by step with `nextRequest()` and `respondWith()`.
 * All requests are kept in `requests`.
 */
export class ScriptedHttp implements IHttp {
  constructor(script?: readonly Reply[] | ((request: IHttpRequest) => Reply)) {
    if (typeof script === 'function') {
      this._answer = script;
    } else if (script) {
      const replies = [...script];
      this._answer = request => {
        const reply = replies.shift();
        if (!reply) {
          throw new Error(`Not in script: ${request.method} ${request.url}`);
        }
        return reply;
      };
    }
  }

  /** The requests so far. */
  readonly requests: IHttpRequest[] = [];

  /** The requests so far, as `GET /records/1/draft`, without the origin and `/api`. */
  get lines(): string[] {
    return this.requests.map(({ method, url }) => {
      const { pathname, search } = new URL(url);
      return `${method} ${pathname.replace(/^\/api/, '')}${search}`;
    });
  }

  /** The next request, to be answered by hand. */
  nextRequest(): Promise<IWaitingRequest> {
    const waiting = this._waiting.shift();
    return waiting
      ? Promise.resolve(waiting)
      : new Promise(resolve => this._awaited.push(resolve));
  }

  async send(request: IHttpRequest): Promise<IHttpResponse> {
    if (request.signal?.aborted) {
      throw new CancelledError('Cancelled');
    }
    this.requests.push(request);
    return toResponse(
      this._answer ? this._answer(request) : await this._ask(request)
    );
  }

  private _ask(request: IHttpRequest): Promise<Reply> {
    return new Promise((resolve, reject) => {
      request.signal?.addEventListener('abort', () =>
        reject(new CancelledError('Cancelled'))
      );
      const waiting = { ...request, respondWith: resolve };
      const awaited = this._awaited.shift();
      if (awaited) {
        awaited(waiting);
      } else {
        this._waiting.push(waiting);
      }
    });
  }

  private readonly _answer?: (request: IHttpRequest) => Reply;
  private readonly _waiting: IWaitingRequest[] = [];
  private readonly _awaited: ((request: IWaitingRequest) => void)[] = [];
}

function toResponse(reply: Reply): IHttpResponse {
  if (reply === 'drop') {
    throw new HttpConnectionError('dropped by the script');
  }
  const headers = new Map(
    Object.entries(reply.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      value
    ])
  );
  const text =
    reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
  return {
    status: reply.status,
    headers: { get: name => headers.get(name.toLowerCase()) ?? null },
    text: () => text
  };
}
