import { ISettings, settingsOf } from '../../../../simulator/settings';
import { Simulator } from '../../../../simulator/simulator';
import { newSecrets } from '../../../../simulator/state';
import { TestClock } from '../../clock';
import { CancelledError } from '../../error';
import { HttpConnectionError, IHttp, IHttpRequest } from '../../zenodo/http';
import { ISite, zenodo } from '../../zenodo/sites';

/** Zenodo as the simulator plays it, with a Binder hub. */
export const site: ISite = {
  ...zenodo,
  id: 'simulator',
  url: 'http://127.0.0.1:5055',
  doiResolver: 'http://127.0.0.1:5055',
  binder: 'http://hub.example.org'
};

/** Milliseconds after which a browser's page gives a request up, as `FetchHttp` does. */
const patience = { answer: 60_000, store: 600_000 };

/** The same for all sites: thousands are made. */
const secrets = newSecrets(settingsOf('production'));

/** The page does not live to see an answer. No code catches it, as no code would run. */
export class PageGone extends Error {}

/**
 * A site in this process, and a browser's way to it: what the site drops, or
 * answers without CORS headers, cannot be read.
 */
export class SimulatedSite implements IHttp {
  constructor(changes: Partial<ISettings> = {}) {
    this.simulator = new Simulator(
      'production',
      {
        now: () => this.clock.now(),
        sleep: milliseconds => this.clock.sleep(milliseconds),
        ...changes
      },
      secrets
    );
  }

  readonly clock = new TestClock();
  readonly simulator: Simulator;

  /** Called before a request is sent; may throw. */
  before: (line: string, request: IHttpRequest) => void | Promise<void> = () =>
    undefined;

  /** Called after a request was carried out, before its answer is heard; may throw. */
  after: (line: string) => void | Promise<void> = () => undefined;

  /** The page dies when the site has carried out this request and before the answer comes. */
  dieAfter(pattern: RegExp): void {
    this.after = line => {
      if (pattern.test(line)) {
        this.after = () => undefined;
        throw new PageGone();
      }
    };
  }

  /** The requests so far: `POST /api/records`. */
  get lines(): string[] {
    return this.simulator.log.map(({ method, path }) => `${method} ${path}`);
  }

  /** How many requests so far fit. */
  count(pattern: RegExp): number {
    return this.lines.filter(line => pattern.test(line)).length;
  }

  get drafts(): string[] {
    return [...this.simulator.state.drafts.keys()];
  }

  get records(): string[] {
    return [...this.simulator.state.records.keys()];
  }

  /** The bytes of a published file. */
  async published(key: string): Promise<Uint8Array> {
    const [record] = this.simulator.state.records.values();
    const bytes = await record?.bucket.files.get(key)?.bytes?.all();
    if (!bytes) {
      throw new Error(`${key} is not published`);
    }
    return bytes;
  }

  /** Ask the site as its own pages do, with the owner's token. A text is sent as bytes. */
  byHand(
    method: string,
    path: string,
    body?: object | string
  ): Promise<Response> {
    return this.simulator.handle(
      new Request(`${site.url}/api/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${this.simulator.secrets.token}`,
          'Content-Type':
            typeof body === 'string'
              ? 'application/octet-stream'
              : 'application/json'
        },
        body: typeof body === 'object' ? JSON.stringify(body) : body
      })
    );
  }

  async send(request: IHttpRequest): ReturnType<IHttp['send']> {
    const { method, url, headers, body, onProgress, signal } = request;
    const line = `${method} ${new URL(url).pathname}`;
    await this.before(line, request);
    if (body instanceof Blob) {
      onProgress?.(Math.floor(body.size / 2));
    }
    if (signal?.aborted) {
      throw new CancelledError('Cancelled');
    }
    const sent = this.clock.now();
    const ask = (address: string) =>
      this._answer(
        new Request(address, {
          method,
          headers: { ...headers, Origin: 'http://localhost:8888' },
          body: body ?? undefined
        })
      );
    let response = await ask(url);
    const location = response.headers.get('Location');
    if (location && response.status < 400) {
      if (!request.followsRedirects || 'Authorization' in headers) {
        throw new HttpConnectionError('redirected');
      }
      response = await ask(new URL(location, url).href);
    }
    await this.after(line);
    const limit = body instanceof Blob ? patience.store : patience.answer;
    if (this.clock.now() - sent >= limit) {
      throw new HttpConnectionError('timed out');
    }
    if (signal?.aborted) {
      throw new CancelledError('Cancelled');
    }
    if (!response.headers.has('Access-Control-Allow-Origin')) {
      throw new HttpConnectionError('no CORS headers');
    }
    if (body instanceof Blob) {
      onProgress?.(body.size);
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: {
        get: name =>
          name === 'Retry-After' ? null : response.headers.get(name)
      },
      text: () => text
    };
  }

  private async _answer(request: Request): Promise<Response> {
    try {
      return await this.simulator.handle(request);
    } catch (error) {
      throw new HttpConnectionError('dropped', { cause: error });
    }
  }
}
