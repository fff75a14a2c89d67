/** A small reader of zip records, by the tables of APPNOTE 6.3.10. */

/** Fields that local headers and central records have alike. */
export interface IReadFields {
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly path: string;
  /** Extra fields by their kind. */
  readonly extra: ReadonlyMap<number, Buffer>;
}

export interface IReadCentral extends IReadFields {
  readonly madeBy: number;
  readonly attributes: number;
  readonly offset: number;
  /** Length of the comment, disk and internal attributes. */
  readonly unused: number;
}

export interface IReadEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

export interface IReadEnds {
  readonly end: IReadEnd;
  readonly zip64End: IReadEnd | null;
}

/** The 64-bit numbers of a Zip64 field. */
export function numbers64(field: Buffer | undefined): number[] {
  return Array.from({ length: (field?.length ?? 0) / 8 }, (_, i) =>
    Number(field?.readBigUInt64LE(8 * i))
  );
}

/** A local header, which must fill the bytes. */
export function readLocal(header: Uint8Array): IReadFields {
  const bytes = Buffer.from(header);
  expectSignature(bytes, 0, 'PK\x03\x04');
  const { fields, next } = readFields(bytes, 4, 30);
  expect(next).toBe(bytes.length);
  return fields;
}

/** The records at an archive's very end; what is here lies from `start` on. */
export function readEnds(directory: Uint8Array, start: number): IReadEnds {
  const bytes = Buffer.from(directory);
  const endAt = bytes.length - 22;
  expectSignature(bytes, endAt, 'PK\x05\x06');
  // Disks and comment.
  expect(bytes.readUInt32LE(endAt + 4)).toBe(0);
  expect(bytes.readUInt16LE(endAt + 20)).toBe(0);
  expect(bytes.readUInt16LE(endAt + 8)).toBe(bytes.readUInt16LE(endAt + 10));
  const end = {
    count: bytes.readUInt16LE(endAt + 10),
    size: bytes.readUInt32LE(endAt + 12),
    offset: bytes.readUInt32LE(endAt + 16)
  };
  const zip64End = readZip64End(bytes, endAt - 20, start);
  const { size, offset } = zip64End ?? end;
  expect(offset).toBe(start);
  expect(size).toBe(endAt - (zip64End ? 76 : 0));
  return { end, zip64End };
}

/** An archive's directory, which lies from `start` on. */
export function readDirectory(
  directory: Uint8Array,
  start: number
): IReadEnds & { readonly central: readonly IReadCentral[] } {
  const bytes = Buffer.from(directory);
  const { end, zip64End } = readEnds(directory, start);
  const { count, size } = zip64End ?? end;
  const central: IReadCentral[] = [];
  for (let at = 0; at < size;) {
    expectSignature(bytes, at, 'PK\x01\x02');
    const { fields, next } = readFields(bytes, at + 6, at + 46);
    central.push({
      ...fields,
      madeBy: bytes.readUInt16LE(at + 4),
      attributes: bytes.readUInt32LE(at + 38),
      offset: bytes.readUInt32LE(at + 42),
      unused: bytes.readUIntLE(at + 32, 6)
    });
    at = next;
  }
  expect(central.length).toBe(count);
  return { central, end, zip64End };
}

function readZip64End(
  bytes: Buffer,
  locatorAt: number,
  start: number
): IReadEnd | null {
  if (locatorAt < 0 || bytes.readUInt32LE(locatorAt) !== 0x07064b50) {
    return null;
  }
  expect(bytes.readUInt32LE(locatorAt + 4)).toBe(0);
  expect(bytes.readUInt32LE(locatorAt + 16)).toBe(1);
  const at = Number(bytes.readBigUInt64LE(locatorAt + 8)) - start;
  expect(at).toBe(locatorAt - 56);
  expectSignature(bytes, at, 'PK\x06\x06');
  expect(bytes.readBigUInt64LE(at + 4)).toBe(44n);
  expect(bytes.readUInt16LE(at + 12)).toBe((3 << 8) | 45);
  expect(bytes.readUInt16LE(at + 14)).toBe(45);
  expect(bytes.readBigUInt64LE(at + 16)).toBe(0n);
  expect(bytes.readBigUInt64LE(at + 24)).toBe(bytes.readBigUInt64LE(at + 32));
  return {
    count: Number(bytes.readBigUInt64LE(at + 32)),
    size: Number(bytes.readBigUInt64LE(at + 40)),
    offset: Number(bytes.readBigUInt64LE(at + 48))
  };
}

function readFields(
  bytes: Buffer,
  at: number,
  nameAt: number
): { fields: IReadFields; next: number } {
  const extraAt = nameAt + bytes.readUInt16LE(at + 22);
  const next = extraAt + bytes.readUInt16LE(at + 24);
  const extra = new Map<number, Buffer>();
  for (let field = extraAt; field < next;) {
    const end = field + 4 + bytes.readUInt16LE(field + 2);
    extra.set(bytes.readUInt16LE(field), bytes.subarray(field + 4, end));
    field = end;
  }
  const fields = {
    version: bytes.readUInt16LE(at),
    flags: bytes.readUInt16LE(at + 2),
    method: bytes.readUInt16LE(at + 4),
    time: bytes.readUInt16LE(at + 6),
    date: bytes.readUInt16LE(at + 8),
    crc32: bytes.readUInt32LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 14),
    size: bytes.readUInt32LE(at + 18),
    path: bytes.toString('utf8', nameAt, extraAt),
    extra
  };
  return { fields, next };
}

function expectSignature(bytes: Buffer, at: number, signature: string): void {
  const found = bytes.toString('latin1', at, at + 4);
  if (found !== signature) {
    throw new Error(`${JSON.stringify(found)} at ${at}`);
  }
}
