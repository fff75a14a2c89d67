/** The bytes of uploaded files: in memory while small, on disk when large. */

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Above this a body goes to a temporary file. */
const IN_MEMORY = 32 * 1024 * 1024;

/** Thrown when more bytes arrive than are allowed. */
export class TooManyBytes extends Error {}

/** Bytes that have been received completely. */
export interface IStoredBytes {
  size: number;
  md5: string;
  /** The bytes as a stream for an answer. */
  stream(): ReadableStream<Uint8Array>;
  /** All bytes at once. */
  all(): Promise<Uint8Array>;
  /** Forget them. */
  discard(): void;
}

/** Receive a body; refuse to take more than `most` bytes. */
export async function receive(
  body: ReadableStream<Uint8Array> | null,
  most: number
): Promise<IStoredBytes> {
  const hash = createHash('md5');
  const chunks: Uint8Array[] = [];
  let size = 0;
  let path: string | null = null;
  let file: ReturnType<typeof createWriteStream> | null = null;
  try {
    if (body) {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > most) {
          throw new TooManyBytes();
        }
        hash.update(chunk);
        if (!file && size > IN_MEMORY) {
          path = join(tmpdir(), `zenodo-simulator-${randomUUID()}`);
          file = createWriteStream(path);
          for (const earlier of chunks.splice(0)) {
            await write(file, earlier);
          }
        }
        if (file) {
          await write(file, chunk);
        } else {
          chunks.push(chunk.slice());
        }
      }
    }
    if (file) {
      file.end();
      await once(file, 'finish');
    }
  } catch (error) {
    file?.destroy();
    if (path) {
      rmSync(path, { force: true });
    }
    throw error;
  }
  const md5 = hash.digest('hex');
  return path ? onDisk(path, size, md5) : inMemory(chunks, size, md5);
}

/** Bytes that are known already, for example a file with flipped bits. */
export function storedBytes(bytes: Uint8Array): IStoredBytes {
  return inMemory(
    [bytes],
    bytes.length,
    createHash('md5').update(bytes).digest('hex')
  );
}

async function write(
  file: ReturnType<typeof createWriteStream>,
  chunk: Uint8Array
): Promise<void> {
  if (!file.write(chunk)) {
    await once(file, 'drain');
  }
}

function inMemory(
  chunks: Uint8Array[],
  size: number,
  md5: string
): IStoredBytes {
  return {
    size,
    md5,
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) {
            controller.enqueue(chunk);
          }
          controller.close();
        }
      }),
    all: () => Promise.resolve(Buffer.concat(chunks)),
    discard: () => undefined
  };
}

function onDisk(path: string, size: number, md5: string): IStoredBytes {
  return {
    size,
    md5,
    stream: () =>
      Readable.toWeb(
        createReadStream(path)
      ) as unknown as ReadableStream<Uint8Array>,
    all: async () => {
      const parts: Buffer[] = [];
      for await (const part of createReadStream(path)) {
        parts.push(part as Buffer);
      }
      return Buffer.concat(parts);
    },
    discard: () => rmSync(path, { force: true })
  };
}
