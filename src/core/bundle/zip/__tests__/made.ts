/** Archives made of the records, as a program that streams would make them. */
import { crc32, deflateRawSync } from 'node:zlib';
import { IZipEntry, zipDirectory } from '../zipDirectory';
import { storedDescriptor, storedHeader } from '../zipRecords';

/** A file to go into an archive. */
export interface IMadeFile {
  readonly path: string;
  readonly content: string;
  readonly lastModified: string;
  /** Without it, the file is stored, and a descriptor follows it. */
  readonly deflated?: 'with descriptor' | 'without descriptor';
}

/** An archive of these files, in this order. */
export function madeArchive(files: readonly IMadeFile[]): Buffer {
  const parts: Uint8Array[] = [];
  const entries: IZipEntry[] = [];
  let offset = 0;
  for (const file of files) {
    const made = file.deflated ? deflatedFile(file) : storedFile(file);
    parts.push(...made.parts);
    entries.push({ ...made.entry, offset });
    offset += made.parts.reduce((sum, { length }) => sum + length, 0);
  }
  return Buffer.concat([...parts, zipDirectory(entries, offset)]);
}

interface IMade {
  readonly parts: readonly Uint8Array[];
  readonly entry: Omit<IZipEntry, 'offset'>;
}

function storedFile({ path, content, lastModified }: IMadeFile): IMade {
  const bytes = Buffer.from(content);
  const size = bytes.length;
  const sum = crc32(bytes);
  return {
    parts: [
      storedHeader({ path, size, lastModified }),
      bytes,
      storedDescriptor({ size, crc32: sum })
    ],
    entry: {
      path,
      method: 0,
      crc32: sum,
      packedSize: size,
      size,
      lastModified,
      hasDescriptor: true
    }
  };
}

/** As another program writes it: without times in extra fields. */
function deflatedFile(file: IMadeFile): IMade {
  const { path, content, lastModified } = file;
  const bytes = Buffer.from(content);
  const name = Buffer.from(path);
  const packed = deflateRawSync(bytes);
  const hasDescriptor = file.deflated === 'with descriptor';
  const sums = Buffer.alloc(12);
  sums.writeUInt32LE(crc32(bytes), 0);
  sums.writeUInt32LE(packed.length, 4);
  sums.writeUInt32LE(bytes.length, 8);
  const flags = (hasDescriptor ? 8 : 0) | (/[^ -~]/.test(path) ? 0x800 : 0);
  const head = Buffer.from([
    20,
    0,
    flags & 0xff,
    flags >> 8,
    8,
    0,
    0,
    0,
    33,
    0
  ]);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  return {
    parts: [
      Buffer.from('PK\x03\x04'),
      head,
      hasDescriptor ? Buffer.alloc(12) : sums,
      lengths,
      name,
      packed,
      ...(hasDescriptor ? [Buffer.from('PK\x07\x08'), sums] : [])
    ],
    entry: {
      path,
      method: 8,
      crc32: crc32(bytes),
      packedSize: packed.length,
      size: bytes.length,
      lastModified,
      hasDescriptor
    }
  };
}
