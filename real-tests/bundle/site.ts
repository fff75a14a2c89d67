import { IncomingMessage, ServerResponse, createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** What the server does before it answers properly. */
export type Fault = (response: ServerResponse, body: Buffer) => void;

/** A site that has one record, with these files, and a list of faults for the first requests. */
export async function withRecord<T>(
  contents: Readonly<Record<string, Buffer>>,
  faults: Fault[],
  work: (url: string, requests: IncomingMessage[]) => Promise<T>
): Promise<T> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const [, key = ''] = /^\/api\/records\/7\/files\/(.*)\/content$/.exec(request.url ?? '') ?? []; // prettier-ignore
    const body = contents[decodeURIComponent(key)];
    const fault = faults.shift();
    if (fault) {
      fault(response, body);
    } else if (!body) {
      response.writeHead(404).end();
    } else {
      const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
      const rest = body.subarray(Number(from ?? 0));
      response.writeHead(from === undefined ? 200 : 206, {
        'Content-Length': rest.length
      });
      response.end(rest);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  }
}
