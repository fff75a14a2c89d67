/** Bytes that come bit by bit. */

/** Chunks of a file, and whether reading them failed (not: working with them). */
export class ByteSource implements AsyncIterable<Uint8Array> {
  constructor(private readonly _stream: ReadableStream<Uint8Array>) {}

  /** What broke the reading; its message comes from the port to read files. */
  failure: { readonly reason: unknown } | null = null;

  /** The chunks. Who stops early closes the stream. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const reader = this._stream.getReader();
    try {
      for (;;) {
        const { done, value } = await this._next(reader);
        if (done) {
          return;
        }
        yield value;
      }
    } finally {
      if (!this.failure) {
        await reader.cancel();
      }
      reader.releaseLock();
    }
  }

  private async _next(
    reader: ReadableStreamDefaultReader<Uint8Array>
  ): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await reader.read();
    } catch (reason) {
      this.failure = { reason };
      throw reason;
    }
  }
}

/** Bytes in memory, in chunks. */
export function* inChunks(
  bytes: Uint8Array,
  size = 1 << 20
): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

/** Chunks in one piece. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((n, c) => n + c.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
