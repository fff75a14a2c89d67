import { EventEmitter, once } from 'node:events';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { PieceSource } from '../pieces';
import { IBytesWatch, watched } from '../watched';

const MB = 1024 * 1024;
const content = randomBytes(3 * MB + 7);

/** Tells that somebody left in the middle. */
const left = new EventEmitter();

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/endless') {
      response.write(content);
      response.on('close', () => left.emit('now'));
    } else if (request.url === '/broken') {
      response.setHeader('Content-Length', content.length);
      response.write(content.subarray(0, MB), () => response.destroy());
    } else {
      response.end(content);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

type Stream = ReadableStream<Uint8Array>;

/** A real answer, whose bytes go into the buffers of who reads them. */
const answer = async (way = '/'): Promise<Stream> => {
  const { body } = await fetch(`${url}${way}`);
  if (!body) {
    throw new Error('No body');
  }
  return body;
};

/** The same bytes, in chunks of the source's own. */
const chunks = async (way = '/'): Promise<Stream> =>
  (await answer(way)).pipeThrough(new TransformStream());

function watch(more: Partial<IBytesWatch> = {}) {
  const seen = { bytes: 0, ends: 0 };
  const watching: IBytesWatch = {
    onBytes: bytes => {
      seen.bytes += bytes;
      more.onBytes?.(seen.bytes);
    },
    onEnd: async () => {
      seen.ends++;
      await more.onEnd?.();
    }
  };
  return { seen, watching };
}

/** Read by a few buffers that are used again. */
async function inPieces(first: Uint8Array[], stream: Stream): Promise<Buffer> {
  const source = new PieceSource(first, stream);
  const found: Buffer[] = [];
  for (let buffer = new ArrayBuffer(100_003); ;) {
    const piece = await source.fill(buffer);
    if (piece.length === 0) {
      return Buffer.concat(found);
    }
    found.push(Buffer.from(new Uint8Array(piece.buffer, 0, piece.length)));
    ({ buffer } = piece);
  }
}

const fills = (stream: Stream) => {
  try {
    stream.getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    return false;
  }
};

describe.each<[string, typeof answer, boolean]>([
  ['an answer of a server', answer, true],
  ['chunks of its own', chunks, false]
])('watching %s', (_, open, canFill) => {
  it('passes all bytes on, in pieces', async () => {
    const { seen, watching } = watch();
    const stream = watched(await open(), watching);
    expect(fills(stream)).toBe(canFill);
    expect(content.equals(await inPieces([], stream))).toBe(true);
    expect(seen).toEqual({ bytes: content.length, ends: 1 });
  });

  it('passes all bytes on, in chunks', async () => {
    const { seen, watching } = watch();
    const stream = watched(await open(), watching);
    const bytes = await new Response(stream as BodyInit).arrayBuffer();
    expect(content.equals(new Uint8Array(bytes))).toBe(true);
    expect(seen).toEqual({ bytes: content.length, ends: 1 });
  });

  it('passes the rest on in pieces when the beginning was read in chunks', async () => {
    const stream = watched(await open(), watch().watching);
    const reader = stream.getReader();
    const { value } = await reader.read();
    reader.releaseLock();
    const all = await inPieces([value ?? new Uint8Array()], stream);
    expect(content.equals(all)).toBe(true);
  });

  it.each<[string, (stream: Stream) => Promise<unknown>]>([
    ['pieces', stream => inPieces([], stream)],
    ['chunks', stream => new Response(stream as BodyInit).arrayBuffer()]
  ])('breaks as the watch wants it, read in %s', async (_, read) => {
    const middle = new Error('too many');
    const onBytes = (bytes: number) => {
      if (bytes > MB) {
        throw middle;
      }
    };
    const early = watched(await open(), watch({ onBytes }).watching);
    await expect(read(early)).rejects.toBe(middle);
    const end = new Error('changed');
    const onEnd = () => Promise.reject(end);
    const late = watched(await open(), watch({ onEnd }).watching);
    await expect(read(late)).rejects.toBe(end);
  });

  it('breaks with its source', async () => {
    const { seen, watching } = watch();
    const stream = watched(await open('/broken'), watching);
    await expect(inPieces([], stream)).rejects.toThrow();
    expect(seen.ends).toBe(0);
  });

  it('lets nobody wait who gives the bytes', async () => {
    const cancelled = watched(await open('/endless'), watch().watching);
    const pieces = new PieceSource([], cancelled);
    await pieces.fill(new ArrayBuffer(10));
    let isLeft = once(left, 'now');
    await pieces.cancel(new Error('enough'));
    await isLeft;
    const onBytes = () => {
      throw new Error('too many');
    };
    const broken = watched(await open('/endless'), watch({ onBytes }).watching);
    isLeft = once(left, 'now');
    await expect(inPieces([], broken)).rejects.toThrow('too many');
    await isLeft;
  });
});
