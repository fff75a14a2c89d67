/** Bytes of a gzip member before and after the deflated ones (RFC 1952, 2.3). */
const HEADER = 10;
const TRAILER = 8;

/** A file deflated in memory, as an archive holds it. */
export interface IDeflated {
  readonly bytes: Uint8Array;
  /** How many there were before. */
  readonly size: number;
  /** Of the bytes before. */
  readonly crc32: number;
}

/** Whether this engine deflates by itself. */
export function canDeflate(): boolean {
  return typeof CompressionStream !== 'undefined';
}

/**
 * Deflate a short file. Browsers compute the CRC-32, which an archive needs,
 * for gzip, around the same deflated bytes; their header has no optional parts.
 *
 * @throws what reading throws
 */
export async function deflated(
  readable: ReadableStream<Uint8Array>
): Promise<IDeflated> {
  const gzip = new CompressionStream('gzip');
  const reader = readable
    .pipeThrough(gzip as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    chunks.push(value);
    size += value.length;
  }
  const member = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    member.set(chunk, at);
    at += chunk.length;
  }
  const view = new DataView(member.buffer);
  return {
    bytes: member.slice(HEADER, size - TRAILER),
    size: view.getUint32(size - 4, true),
    crc32: view.getUint32(size - TRAILER, true)
  };
}
