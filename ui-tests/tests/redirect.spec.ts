/** A site that sends its visitors elsewhere: the token does not go with them. */
import { createServer, IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';

import { expect, test } from '../fixtures';
import { top } from '../environment';

const token = 'a-token-that-stays-here';

/** A server that any page may ask, and whose answers it may read. */
async function serve(
  location: (request: IncomingMessage) => string | null
): Promise<{ server: Server; origin: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const allowed = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'authorization, content-type, accept',
      'Access-Control-Allow-Methods': '*'
    };
    const to = request.method === 'OPTIONS' ? null : location(request);
    request.resume().on('end', () => {
      response.writeHead(to ? 307 : 200, {
        ...allowed,
        ...(to ? { Location: to } : { 'Content-Type': 'text/html' })
      });
      response.end(to ? '' : '{}');
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}`, seen };
}

for (const { name, isUpload } of [
  { name: 'a question', isUpload: false },
  { name: 'an upload', isUpload: true }
]) {
  test(`the token of ${name} is carried to no other host`, async ({
    browser
  }) => {
    const other = await serve(() => null);
    const site = await serve(request =>
      request.url === '/api/records' ? `${other.origin}/elsewhere` : null
    );
    const bundle = await build({
      entryPoints: [path.join(top, 'src/core/zenodo/fetchHttp.ts')],
      bundle: true,
      format: 'iife',
      globalName: 'ours',
      write: false
    });
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site.origin}/`);
      await page.addScriptTag({ content: bundle.outputFiles[0].text });
      const failed = await page.evaluate(
        async ({ url, authorization, upload }) => {
          const { ours } = window as unknown as {
            ours: {
              FetchHttp: new () => { send(request: object): Promise<object> };
            };
          };
          const more = upload
            ? {
                method: 'PUT',
                body: new Blob(['content']),
                onProgress: () => undefined
              }
            : { method: 'GET' };
          return new ours.FetchHttp()
            .send({ url, headers: { Authorization: authorization }, ...more })
            .then(
              () => 'answered',
              (error: Error) => error.name
            );
        },
        {
          url: `${site.origin}/api/records`,
          authorization: `Bearer ${token}`,
          upload: isUpload
        }
      );
      expect(failed).toBe('HttpConnectionError');
      const asked = site.seen.filter(({ url }) => url === '/api/records');
      expect(JSON.stringify(asked.map(({ headers }) => headers))).toContain(
        token
      );
      const headers = other.seen.map(request => request.headers);
      expect(JSON.stringify(headers)).not.toContain(token);
      // An upload is led there: a page cannot hold it back.
      expect(isUpload || other.seen.length === 0).toBe(true);
    } finally {
      await context.close();
      site.server.close();
      other.server.close();
    }
  });
}
