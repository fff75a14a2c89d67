import { zipTimes } from '../zipTimes';
import { BytesWriter } from './bytesWriter';

/** A 16-bit or 32-bit field that says: see the Zip64 field (APPNOTE 4.4.1.4). */
export const MAX_16 = 0xffff;
export const MAX_32 = 0xffffffff;

/** Versions of the format that a reader needs (APPNOTE 4.4.3.2). */
const VERSION = 20;
export const VERSION_ZIP64 = 45;

/** Bits of the general purpose flag (APPNOTE 4.4.4). */
const DESCRIPTOR = 1 << 3;
const UTF8 = 1 << 11;

/** Kinds of extra fields (APPNOTE 4.5.2; the second is Info-ZIP's). */
const ZIP64 = 0x0001;
const TIMESTAMP = 0x5455;

/** The modification time is there; no other time is. */
const MODIFIED = 1;

/** The latest second that the timestamp can say: readers take it as signed. */
const LATEST = 0x7fffffff;

/** Whether a size or offset in bytes needs a Zip64 field. */
export function isZip64(bytes: number): boolean {
  return bytes >= MAX_32;
}

/** The version of the format that a file needs, by the numbers of its Zip64 field. */
export function versionNeeded(zip64: readonly number[]): number {
  return zip64.length > 0 ? VERSION_ZIP64 : VERSION;
}

/** What a record says of a file. */
export interface IRecordFields {
  readonly path: string;
  readonly method: number;
  readonly hasDescriptor: boolean;
  readonly lastModified: string;
  readonly crc32: number;
  /** As the 32-bit fields have them. */
  readonly packedSize: number;
  readonly size: number;
  /** Numbers of the Zip64 field, in its order; none = no such field. */
  readonly zip64: readonly number[];
}

const encoder = new TextEncoder();

/**
 * What a file's local header and its central record have alike, in two parts:
 * the central record says more between them (APPNOTE 4.3.7 and 4.3.12). They
 * are written in place, because a directory may have very many of them.
 */
export class CommonFields {
  constructor(private readonly _fields: IRecordFields) {
    const { lastModDate, rawLastModDate } = zipTimes(_fields.lastModified);
    this._name = encoder.encode(_fields.path);
    this._dosTime = rawLastModDate;
    this._seconds = lastModDate.getTime() / 1000;
  }

  /** From the version needed to the lengths of name and extra fields. */
  putNumbers(writer: BytesWriter): void {
    const file = this._fields;
    const { path, hasDescriptor, zip64 } = file;
    // Only plain ASCII has as many bytes in UTF-8 as it has code units.
    const isAscii = this._name.length === path.length;
    const zip64Length = zip64.length > 0 ? 4 + 8 * zip64.length : 0;
    writer
      .uint16(versionNeeded(zip64))
      .uint16((hasDescriptor ? DESCRIPTOR : 0) | (isAscii ? 0 : UTF8))
      .uint16(file.method)
      .uint32(this._dosTime)
      .uint32(file.crc32)
      .uint32(file.packedSize)
      .uint32(file.size)
      .uint16(this._name.length)
      .uint16(zip64Length + (this._hasTimestamp ? 9 : 0));
  }

  /** The name, the Zip64 field (APPNOTE 4.5.3) and Info-ZIP's timestamp. */
  putNameAndExtras(writer: BytesWriter): void {
    const { zip64 } = this._fields;
    writer.put(this._name);
    if (zip64.length > 0) {
      writer.uint16(ZIP64).uint16(8 * zip64.length);
      zip64.forEach(value => writer.uint64(value));
    }
    if (this._hasTimestamp) {
      writer.uint16(TIMESTAMP).uint16(5).uint8(MODIFIED).uint32(this._seconds);
    }
  }

  private get _hasTimestamp(): boolean {
    return this._seconds <= LATEST;
  }

  private readonly _name: Uint8Array;
  private readonly _dosTime: number;
  private readonly _seconds: number;
}
