/** A small HTTP server around the simulator. */

import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse
} from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { ConnectionDropped } from './http';
import { Simulator } from './simulator';

/** A running server. */
export interface IRunning {
  /** `http://127.0.0.1:<port>` */
  base: string;
  server: Server;
  close(): Promise<void>;
}

/** Serve a simulator on loopback; port 0 takes a free one. */
export async function serve(
  simulator: Simulator,
  port = 0,
  host = '127.0.0.1'
): Promise<IRunning> {
  const server = createServer((message, answer) => {
    respond(simulator, message, answer).catch(() => message.destroy());
  });
  // Uploads may be slow; nothing here gives up on them.
  server.requestTimeout = 0;
  // Node's five seconds end connections that a client is about to use again.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    base: `http://${host}:${actual}`,
    server,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

async function respond(
  simulator: Simulator,
  message: IncomingMessage,
  answer: ServerResponse
): Promise<void> {
  const target = message.url ?? '/';
  const origin = {
    rawPath: target.split('?')[0],
    address: message.socket.remoteAddress ?? ''
  };
  const body = bodyOf(message);
  let response: Response;
  try {
    response = await simulator.handle(
      requestOf(message, target, body.stream),
      origin
    );
  } catch (error) {
    if (error instanceof ConnectionDropped || message.destroyed) {
      message.socket.destroy();
      return;
    }
    throw error;
  }
  const headers: [string, string][] = [];
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') {
      headers.push([name, value]);
    }
  });
  for (const cookie of response.headers.getSetCookie()) {
    answer.appendHeader('Set-Cookie', cookie);
  }
  for (const [name, value] of headers) {
    answer.setHeader(name, value);
  }
  answer.statusCode = response.status;
  // An answer may come before the whole body: take the rest, so that the
  // other side can read the answer.
  body.release();
  if (response.body && message.method !== 'HEAD') {
    await pipeline(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      answer
    );
  } else {
    answer.end();
  }
}

function requestOf(
  message: IncomingMessage,
  target: string,
  body: ReadableStream<Uint8Array>
): Request {
  const host = message.headers.host ?? 'localhost';
  const headers = new Headers();
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    const name = message.rawHeaders[at];
    if (!/^(connection|keep-alive|transfer-encoding|expect)$/i.test(name)) {
      headers.append(name, message.rawHeaders[at + 1]);
    }
  }
  const method = message.method ?? 'GET';
  const hasBody = !['GET', 'HEAD'].includes(method);
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    body: hasBody ? body : null,
    duplex: 'half'
  };
  return new Request(`http://${host}${target}`, init);
}

/**
 * The body of a message as a stream. `Readable.toWeb` would destroy the
 * connection when nobody wants the body, and with it the answer.
 */
function bodyOf(message: IncomingMessage): {
  stream: ReadableStream<Uint8Array>;
  /** Take and forget what has not been read. */
  release(): void;
} {
  let wanted = true;
  const release = (): void => {
    wanted = false;
    message.resume();
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stop = (act: () => void): void => {
          if (wanted) {
            wanted = false;
            act();
          }
        };
        message.pause();
        message.on('data', (chunk: Buffer) => {
          if (wanted) {
            controller.enqueue(chunk);
            if ((controller.desiredSize ?? 0) <= 0) {
              message.pause();
            }
          }
        });
        message.on('end', () => stop(() => controller.close()));
        message.on('close', () =>
          stop(() => controller.error(new ConnectionDropped()))
        );
        message.on('error', error => stop(() => controller.error(error)));
      },
      pull() {
        message.resume();
      },
      cancel: release
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65536 })
  );
  return { stream, release };
}
