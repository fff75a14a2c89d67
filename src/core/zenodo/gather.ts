import { createMD5 } from 'hash-wasm';
import { HttpConnectionError } from './http';

/** Bytes that are gathered before they become part of a blob, which a browser may move to disk. */
const pieceBytes = 16 * 1024 * 1024;

/** A file as it arrived. */
export interface IDownloaded {
  readonly blob: Blob;
  /** Of what arrived, hexadecimal. */
  readonly md5: string;
}

/**
 * Read a stream into a blob, piece by piece. One byte more than it may have is
 * enough to make its checksum another one, so no more are read.
 *
 * @throws HttpConnectionError when it breaks off
 */
export async function gather(
  stream: ReadableStream<Uint8Array>,
  most: number | null,
  onBytes?: (bytes: number) => void
): Promise<IDownloaded> {
  const hash = (await createMD5()).init();
  const pieces: Blob[] = [];
  let chunks: Uint8Array[] = [];
  let waiting = 0;
  let bytes = 0;
  const reader = stream.getReader();
  const close = () => {
    pieces.push(new Blob(chunks as BlobPart[]));
    chunks = [];
    waiting = 0;
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      hash.update(value);
      chunks.push(value);
      waiting += value.length;
      bytes += value.length;
      onBytes?.(bytes);
      if (waiting >= pieceBytes) {
        close();
      }
      if (most !== null && bytes > most) {
        await reader.cancel();
        break;
      }
    }
  } catch (error) {
    throw new HttpConnectionError('broke off', { cause: error });
  }
  close();
  return { blob: new Blob(pieces), md5: hash.digest('hex') };
}
