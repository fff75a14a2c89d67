import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { CancelledError } from '../../error';
import { FetchHttp } from '../fetchHttp';
import { HttpConnectionError } from '../http';
import { failure } from './common';

describe('FetchHttp', () => {
  let server: Server;
  let origin: string;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const http = new FetchHttp({ answer: 300 });

  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it('sends the headers and the body as they are, and reads the answer', async () => {
    let seen: unknown;
    answer = async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
      seen = {
        method: request.method,
        type: request.headers['content-type'],
        cookie: request.headers.cookie,
        body: Buffer.concat(chunks).toString()
      };
      response.writeHead(418, { 'X-Odd': 'yes', 'Set-Cookie': 'csrftoken=1' });
      response.end('é');
    };
    const send = () =>
      http.send({
        method: 'PUT',
        url: `${origin}/x`,
        headers: { 'Content-Type': 'application/octet-stream' },
        body: new Blob(['abc'], { type: 'application/zip' })
      });
    await send();
    const response = await send();
    expect(seen).toEqual({
      method: 'PUT',
      type: 'application/octet-stream',
      cookie: undefined,
      body: 'abc'
    });
    expect(response.status).toBe(418);
    expect(response.headers.get('x-odd')).toBe('yes');
    expect(response.headers.get('x-none')).toBeNull();
    expect(response.text()).toBe('é');
  });

  it.each<[string, typeof answer]>([
    ['a redirect', (_, r) => r.writeHead(302, { Location: '/y' }).end()],
    ['a dropped connection', request => request.socket.destroy()],
    [
      'an answer that breaks off',
      (request, r) => {
        r.writeHead(200, { 'Content-Length': '10' }).write('abc');
        setTimeout(() => request.socket.destroy(), 20);
      }
    ],
    ['silence', () => undefined]
  ])('calls %s a connection error', async (_, behave) => {
    answer = behave;
    const request = { method: 'GET', url: `${origin}/x`, headers: {} } as const;
    expect(await failure(http.send(request))).toBeInstanceOf(
      HttpConnectionError
    );
  });

  it.each([301, 302, 303, 307, 308])(
    'carries the token to no other host: %i',
    async status => {
      const seen: unknown[] = [];
      const other = createServer((request, response) => {
        seen.push(request.headers);
        response.end('{}');
      });
      await new Promise<void>(done => other.listen(0, '127.0.0.1', done));
      const { port } = other.address() as AddressInfo;
      answer = (_, response) =>
        response
          .writeHead(status, { Location: `http://localhost:${port}/api` })
          .end();
      for (const body of [null, '{}', new Blob(['abc'])]) {
        const request = {
          method: body ? 'PUT' : 'GET',
          url: `${origin}/x`,
          headers: { Authorization: 'Bearer secret' },
          body
        } as const;
        expect(await failure(http.send(request))).toBeInstanceOf(
          HttpConnectionError
        );
      }
      expect(seen).toEqual([]);
      await new Promise(done => other.close(done));
    }
  );

  it('can be cancelled, before and during a request', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    const request = {
      method: 'GET',
      url: `${origin}/x`,
      headers: {},
      signal: stop.signal
    } as const;
    expect(await failure(http.send(request))).toBeInstanceOf(CancelledError);
    expect(await failure(http.send(request))).toBeInstanceOf(CancelledError);
  });
});
