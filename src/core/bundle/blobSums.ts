import { createMD5, IHasher } from 'hash-wasm';
import { Breather } from './breather';

/** MD5 in hexadecimal of a blob. */
export async function md5Of(blob: Blob): Promise<string> {
  return hashOf(blob, await createMD5());
}

/** A hash in hexadecimal of a blob, read piece by piece, leaving others their turn. */
export async function hashOf(blob: Blob, hash: IHasher): Promise<string> {
  hash.init();
  const breather = new Breather();
  const reader = (blob.stream() as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return hash.digest('hex');
    }
    hash.update(value);
    // What is there at once comes without a pause of its own.
    await breather.rest();
  }
}
