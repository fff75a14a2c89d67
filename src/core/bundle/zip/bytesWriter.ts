/** Bytes to begin with: most records are shorter. */
const first = 256;

/** Writes numbers one after another, the least significant byte first (APPNOTE 4.4.1.1). */
export class BytesWriter {
  /** @throws RangeError for what does not fit; a DataView would cut it silently. */
  uint8(value: number): this {
    const at = this._next(1);
    this._view.setUint8(at, checked(value, 0xff));
    return this;
  }

  /** @throws RangeError for what does not fit */
  uint16(value: number): this {
    const at = this._next(2);
    this._view.setUint16(at, checked(value, 0xffff), true);
    return this;
  }

  /** @throws RangeError for what does not fit */
  uint32(value: number): this {
    const at = this._next(4);
    this._view.setUint32(at, checked(value, 0xffffffff), true);
    return this;
  }

  /** @throws RangeError for what a number cannot say to the byte */
  uint64(value: number): this {
    const at = this._next(8);
    const exact = BigInt(checked(value, Number.MAX_SAFE_INTEGER));
    this._view.setBigUint64(at, exact, true);
    return this;
  }

  put(bytes: Uint8Array): this {
    const at = this._next(bytes.length);
    this._bytes.set(bytes, at);
    return this;
  }

  /** Bytes written so far. */
  get length(): number {
    return this._length;
  }

  /** A copy of what was written. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this._bytes.slice(0, this._length);
  }

  /** Where the next so many bytes go; makes room, which replaces the view. */
  private _next(count: number): number {
    const at = this._length;
    this._length += count;
    if (this._length > this._bytes.length) {
      const before = this._bytes;
      this._bytes = new Uint8Array(Math.max(this._length, 2 * before.length));
      this._bytes.set(before);
      this._view = new DataView(this._bytes.buffer);
    }
    return at;
  }

  private _bytes = new Uint8Array(first);
  private _view = new DataView(this._bytes.buffer);
  private _length = 0;
}

function checked(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new RangeError(`${value} is no whole number from 0 to ${most}.`);
  }
  return value;
}
