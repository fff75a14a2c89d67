/** Cuts a stream into pieces of one size; the last one is shorter, or empty for an empty file. */
export class Pieces {
  constructor(
    private readonly _reader: ReadableStreamDefaultReader<Uint8Array>,
    /** Bytes of a piece. */
    private readonly _bytes: number
  ) {}

  /** The next piece. Rejects with what the stream throws. */
  async next(): Promise<{ bytes: Uint8Array; isLast: boolean }> {
    // One byte more tells whether this is the last piece.
    while (!this._isDone && this._size <= this._bytes) {
      const { done, value } = await this._reader.read();
      if (done) {
        this._isDone = true;
      } else {
        this._chunks.push(value);
        this._size += value.length;
      }
    }
    const all = joined(this._chunks, this._size);
    const rest = all.subarray(this._bytes);
    this._chunks = rest.length > 0 ? [rest] : [];
    this._size = rest.length;
    return {
      bytes: all.subarray(0, this._bytes),
      isLast: this._isDone && rest.length === 0
    };
  }

  private _chunks: Uint8Array[] = [];
  private _size = 0;
  private _isDone = false;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) {
    return chunks[0];
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
