/** Where pieces of a file come from: its first chunks, and the rest. */
export class PieceSource {
  constructor(
    first: readonly Uint8Array[],
    private readonly _rest: ReadableStream<Uint8Array>
  ) {
    this._chunks = [...first];
  }

  /**
   * Fill a buffer as far as there are bytes. Where the source can write into a
   * buffer of ours (a browser's answers can), nothing is copied.
   *
   * @returns the same memory, in a buffer that may be another object
   * @throws what reading the source throws
   */
  async fill(
    buffer: ArrayBuffer
  ): Promise<{ buffer: ArrayBuffer; length: number }> {
    let bytes = new Uint8Array(buffer);
    let length = 0;
    while (length < bytes.length) {
      const chunk = this._chunks.shift();
      if (chunk) {
        const part = chunk.subarray(0, bytes.length - length);
        bytes.set(part, length);
        length += part.length;
        if (part.length < chunk.length) {
          this._chunks.unshift(chunk.subarray(part.length));
        }
      } else if (this._isOver) {
        break;
      } else {
        const filled = await this._read(bytes, length);
        bytes = new Uint8Array(filled.buffer);
        length = filled.length;
      }
    }
    return { buffer: bytes.buffer, length };
  }

  /** Whoever gives the bytes must not wait. */
  async cancel(reason: unknown): Promise<void> {
    // What is broken stays broken.
    await (this._own ?? this._plain ?? this._rest)
      .cancel(reason)
      .catch(() => undefined);
  }

  /** Read some bytes, behind the first `length`, or into a chunk. */
  private async _read(
    bytes: Uint8Array<ArrayBuffer>,
    length: number
  ): Promise<{ buffer: ArrayBuffer; length: number }> {
    this._open();
    if (this._own) {
      const { done, value } = await this._own.read(bytes.subarray(length));
      this._isOver = done;
      return {
        // It is taken away only from those who cancel.
        buffer: value?.buffer ?? new ArrayBuffer(0),
        length: length + (value?.length ?? 0)
      };
    }
    const next = await this._plain?.read();
    if (next?.value) {
      this._chunks.push(next.value);
    } else {
      this._isOver = true;
    }
    return { buffer: bytes.buffer, length };
  }

  private _open(): void {
    if (this._own || this._plain) {
      return;
    }
    try {
      this._own = this._rest.getReader({ mode: 'byob' });
    } catch {
      // Not every stream does that.
      this._plain = this._rest.getReader();
    }
  }

  private readonly _chunks: Uint8Array[];
  /** Writes into our buffers. */
  private _own: ReadableStreamBYOBReader | null = null;
  /** Gives chunks of its own. */
  private _plain: ReadableStreamDefaultReader<Uint8Array> | null = null;
  private _isOver = false;
}
