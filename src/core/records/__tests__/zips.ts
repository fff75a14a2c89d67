/** Archives written byte by byte, for what no ordinary program writes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; what is not given is as an ordinary program has it. */
export interface IRawEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Unix mode, as 0o120777 of a link. */
  readonly mode?: number;
  /** General purpose flags; bit 0 = encrypted, bit 11 = UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  /** What the headers say of the unpacked size. */
  readonly size?: number;
  readonly crc?: number;
  /** The offset of another entry, whose data is used again. */
  readonly at?: number;
}

/** The bytes of an archive. */
export function rawZip(entries: readonly IRawEntry[]): Blob {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const content = Buffer.from((entry.content ?? '') as string);
    const { method = 8, flags = 0x0800, mode = 0o100644 } = entry;
    const data = method === 8 ? deflateRawSync(content) : content;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(entry.crc ?? crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(entry.size ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((mode & 0xffff) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.at ?? offset, 10);
    directory.push(
      Buffer.from('PK\x01\x02'),
      // Made by Unix, so that the mode counts.
      Buffer.from([20, 3]),
      head,
      tail,
      name
    );
    if (entry.at === undefined) {
      parts.push(Buffer.from('PK\x03\x04'), head, name, data);
      offset += 30 + name.length + data.length;
    }
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Blob([
    Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06'), end])
  ]);
}
