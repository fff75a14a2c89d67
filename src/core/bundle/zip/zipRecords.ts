/*
 * The records of a zip archive that is streamed, by PKWARE's .ZIP File Format
 * Specification 6.3.10 (APPNOTE): a local header, the file's bytes, a data
 * descriptor after them; at the end, the directory.
 */
import { BytesWriter } from './bytesWriter';
import { CommonFields, isZip64, MAX_32 } from './zipFields';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;

/** Stored without compression (APPNOTE 4.4.5). */
const STORED = 0;

/**
 * The local header (APPNOTE 4.3.7) of a stored file whose CRC-32 is not known
 * yet: `storedDescriptor` follows the file's bytes.
 *
 * @param file - Path in the archive; size in bytes; time in ISO 8601, or ''.
 * @throws RangeError for a number or a name that a zip cannot hold
 */
export function storedHeader({
  path,
  size,
  lastModified
}: {
  readonly path: string;
  readonly size: number;
  readonly lastModified: string;
}): Uint8Array<ArrayBuffer> {
  const large = isZip64(size);
  // Where a descriptor follows, the fields are 0 (4.4.4), though the size is
  // known; but those that refer to the Zip64 field must say so (4.5.3).
  const field = large ? MAX_32 : 0;
  const fields = new CommonFields({
    path,
    method: STORED,
    hasDescriptor: true,
    lastModified,
    crc32: 0,
    packedSize: field,
    size: field,
    zip64: large ? [size, size] : []
  });
  const writer = new BytesWriter().uint32(LOCAL_HEADER);
  fields.putNumbers(writer);
  fields.putNameAndExtras(writer);
  return writer.bytes();
}

/**
 * What follows the bytes of a stored file (APPNOTE 4.3.9): its sizes have 8
 * bytes where its header has the Zip64 field, else 4.
 *
 * @param file - Size in bytes; the CRC-32 of these bytes, unsigned.
 * @throws RangeError for a number that a zip cannot hold
 */
export function storedDescriptor({
  size,
  crc32
}: {
  readonly size: number;
  readonly crc32: number;
}): Uint8Array<ArrayBuffer> {
  const writer = new BytesWriter().uint32(DESCRIPTOR).uint32(crc32);
  return isZip64(size)
    ? writer.uint64(size).uint64(size).bytes()
    : writer.uint32(size).uint32(size).bytes();
}
