import { BytesWriter } from './bytesWriter';
import {
  CommonFields,
  isZip64,
  MAX_16,
  MAX_32,
  VERSION_ZIP64,
  versionNeeded
} from './zipFields';

const CENTRAL_RECORD = 0x02014b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const END = 0x06054b50;

/** Unix, so that the mode below counts (APPNOTE 4.4.2.2). */
const MADE_BY_UNIX = 3 << 8;

/** A file that all may read and its owner may write: the mode on Unix (APPNOTE 4.4.15). */
const ATTRIBUTES = 0o100644 * 0x10000;

/** Bytes of the Zip64 end record after its size field (APPNOTE 4.3.14.1). */
const ZIP64_END_REST = 44;

/** What the directory says of one file. */
export interface IZipEntry {
  /** Path in the archive; `/` between parts. */
  readonly path: string;
  /** Stored or deflated (APPNOTE 4.4.5). */
  readonly method: 0 | 8;
  /** Of the bytes before packing; unsigned. */
  readonly crc32: number;
  /** Bytes. */
  readonly packedSize: number;
  /** Bytes before packing. */
  readonly size: number;
  /** ISO 8601; '' where nobody knows. */
  readonly lastModified: string;
  /** Where its local header begins, in bytes from the archive's beginning. */
  readonly offset: number;
  /** Whether CRC-32 and sizes follow the file's bytes: general purpose bit 3. */
  readonly hasDescriptor: boolean;
}

/**
 * The end of an archive: what it says of each file (APPNOTE 4.3.12), the Zip64
 * end record and its locator where the end record is too small for a number
 * (4.3.14 and 4.3.15), and the end record (4.3.16).
 *
 * @param entries - In the order in which programs are to list them.
 * @param offset - Bytes of the archive before this.
 * @throws RangeError for a number or a name that a zip cannot hold
 */
export function zipDirectory(
  entries: readonly IZipEntry[],
  offset: number
): Uint8Array<ArrayBuffer> {
  const writer = new BytesWriter();
  entries.forEach(entry => putCentralRecord(writer, entry));
  const count = entries.length;
  const size = writer.length;
  if (count >= MAX_16 || isZip64(size) || isZip64(offset)) {
    putZip64End(writer, count, size, offset);
  }
  return writer
    .uint32(END)
    .uint16(0)
    .uint16(0)
    .uint16(Math.min(count, MAX_16))
    .uint16(Math.min(count, MAX_16))
    .uint32(Math.min(size, MAX_32))
    .uint32(Math.min(offset, MAX_32))
    .uint16(0)
    .bytes();
}

function putCentralRecord(writer: BytesWriter, entry: IZipEntry): void {
  const { size, packedSize, offset } = entry;
  // Only what has no room in its own field, in this order (APPNOTE 4.5.3).
  const zip64 = [size, packedSize, offset].filter(isZip64);
  const fields = new CommonFields({
    ...entry,
    packedSize: Math.min(packedSize, MAX_32),
    size: Math.min(size, MAX_32),
    zip64
  });
  writer.uint32(CENTRAL_RECORD).uint16(MADE_BY_UNIX | versionNeeded(zip64));
  fields.putNumbers(writer);
  // No comment, the first disk, no internal attributes.
  writer
    .uint16(0)
    .uint16(0)
    .uint16(0)
    .uint32(ATTRIBUTES)
    .uint32(Math.min(offset, MAX_32));
  fields.putNameAndExtras(writer);
}

/** The directory's numbers in 64 bits, and after them where they are. */
function putZip64End(
  writer: BytesWriter,
  count: number,
  size: number,
  offset: number
): void {
  writer
    .uint32(ZIP64_END)
    .uint64(ZIP64_END_REST)
    .uint16(MADE_BY_UNIX | VERSION_ZIP64)
    .uint16(VERSION_ZIP64)
    .uint32(0)
    .uint32(0)
    .uint64(count)
    .uint64(count)
    .uint64(size)
    .uint64(offset)
    .uint32(ZIP64_LOCATOR)
    .uint32(0)
    .uint64(offset + size)
    .uint32(1);
}
