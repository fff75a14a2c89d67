import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { CancelledError } from '../../error';
import { FetchDownloads, noDownloads } from '../downloads';
import { FetchHttp } from '../fetchHttp';
import { HttpConnectionError } from '../http';
import { failure } from './common';

/** A server that notes what it is asked. */
class Host {
  readonly seen: string[] = [];
  answer: (request: IncomingMessage, response: ServerResponse) => void = (
    _,
    response
  ) => response.end('bytes');

  private readonly _server: Server = createServer((request, response) => {
    this.seen.push(`${request.url} ${request.headers.authorization ?? '-'}`);
    this.answer(request, response);
  });

  get origin(): string {
    const { port } = this._server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>(done => this._server.listen(0, '127.0.0.1', done));
  }

  async stop(): Promise<void> {
    this._server.closeAllConnections();
    await new Promise(done => this._server.close(done));
  }
}

const Authorization = 'Bearer secret';

describe('A redirect', () => {
  const site = new Host();
  const storage = new Host();

  beforeAll(() => Promise.all([site.start(), storage.start()]));
  afterAll(() => Promise.all([site.stop(), storage.stop()]));

  beforeEach(() => {
    site.seen.length = storage.seen.length = 0;
    site.answer = ({ url }, response) =>
      url === '/away'
        ? response.writeHead(302, { Location: `${storage.origin}/x` }).end()
        : url === '/within'
          ? response.writeHead(302, { Location: '/there' }).end()
          : response.end('here');
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    new FetchHttp().send({
      method: 'GET',
      url: site.origin + path,
      headers,
      followsRedirects: true
    });

  it('within a site is followed where that was asked for', async () => {
    expect((await ask('/within')).text()).toBe('here');
    expect(site.seen).toEqual(['/within -', '/there -']);
  });

  it('to another host gives no answer of the API', async () => {
    expect(await failure(ask('/away'))).toBeInstanceOf(HttpConnectionError);
  });

  it.each(['/within', '/away'])('is refused with a token: %s', async path => {
    for (const name of ['Authorization', 'authorization']) {
      expect(
        await failure(ask(path, { [name]: Authorization }))
      ).toBeInstanceOf(HttpConnectionError);
    }
    expect(site.seen).toHaveLength(2);
    expect(storage.seen).toEqual([]);
  });

  it('of a download leads to a storage, without a token only', async () => {
    const downloads = new FetchDownloads();
    const url = `${site.origin}/away`;
    const { body, status } = await downloads.open({ url, headers: {} });
    expect(status).toBe(200);
    expect(await new Response(body).text()).toBe('bytes');
    expect(storage.seen).toEqual(['/x -']);
    expect(
      await failure(downloads.open({ url, headers: { Authorization } }))
    ).toBeInstanceOf(HttpConnectionError);
    expect(storage.seen).toHaveLength(1);
  });

  it('does not matter when a download is cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    const request = { url: site.origin, headers: {}, signal: stop.signal };
    expect(await failure(new FetchDownloads().open(request))).toBeInstanceOf(
      CancelledError
    );
    expect(await failure(noDownloads.open(request))).toBeInstanceOf(
      HttpConnectionError
    );
  });
});
