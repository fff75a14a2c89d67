import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { zipTimes } from '../../zipTimes';
import { zipDirectory } from '../zipDirectory';
import { storedDescriptor, storedHeader } from '../zipRecords';
import { IMadeFile, madeArchive } from './made';
import { numbers64, readDirectory, readLocal } from './readRecords';
import {
  DiskReader,
  jszipReads,
  pythonReads,
  pythonReadsFile,
  zipJsReads
} from './readers';

const MAX = 0xffffffff;

const UTF8 = 0x800;
const DESCRIPTOR = 8;

const time = '2026-11-21T12:34:57Z';

/** Files with the time that the MS-DOS field has, in steps of two seconds. */
const files: readonly (IMadeFile & { readonly dos: string })[] = [
  {
    path: 'data/stored.csv',
    content: 'a,b\n'.repeat(5000),
    lastModified: time,
    dos: '2026-11-21T12:34:56'
  },
  {
    path: 'data/deflated.csv',
    content: 'c,d\n'.repeat(5000),
    lastModified: time,
    deflated: 'without descriptor',
    dos: '2026-11-21T12:34:56'
  },
  {
    path: 'data/streamed ü.csv',
    content: 'e,f\n'.repeat(5000),
    lastModified: time,
    deflated: 'with descriptor',
    dos: '2026-11-21T12:34:56'
  },
  {
    path: 'Übung 日本/e\u0301t\u00e9 😀.txt',
    content: 'naïve',
    lastModified: '2000-02-29T23:59:59Z',
    dos: '2000-02-29T23:59:58'
  },
  {
    path: 'empty.txt',
    content: '',
    lastModified: '',
    dos: '1980-01-01T00:00:00'
  },
  {
    path: 'looks like records.zip',
    content: 'PK\x07\x08 PK\x01\x02 PK\x05\x06',
    lastModified: time,
    dos: '2026-11-21T12:34:56'
  },
  {
    path: 'after 2038.txt',
    content: 'x',
    lastModified: '2050-06-01T08:00:00Z',
    dos: '2050-06-01T08:00:00'
  },
  {
    path: 'last second.txt',
    content: 'x',
    lastModified: '2038-01-19T03:14:07Z',
    dos: '2038-01-19T03:14:06'
  },
  ...[
    '-rf',
    '.hidden/..x',
    ' spaces  ',
    `'"&%20#?*<>|$(x).txt`,
    '__proto__x',
    `${'long/'.repeat(200)}x`
  ].map(path => ({
    path,
    content: `in ${path}`,
    lastModified: time,
    dos: '2026-11-21T12:34:56'
  }))
];

const archive = madeArchive(files);

describe('An archive of these records', () => {
  it('is read by Python, with times, flags and modes', () => {
    const { bad, files: read } = pythonReads(archive);
    expect(bad).toBeNull();
    expect(
      read.map(({ packed, offset, ...file }) => ({
        ...file,
        isStored: packed === file.size
      }))
    ).toEqual(
      files.map(({ path, content, dos, deflated }) => ({
        name: path,
        content,
        size: Buffer.byteLength(content),
        date: dos,
        flags:
          (/[^ -~]/.test(path) ? UTF8 : 0) |
          (deflated === 'without descriptor' ? 0 : DESCRIPTOR),
        method: deflated ? 8 : 0,
        crc: crc32(content),
        version: 20,
        system: 3,
        mode: '0o100644',
        isStored: !deflated
      }))
    );
  });

  it('is read by jszip, with its sums', async () => {
    expect(await jszipReads(archive)).toEqual(
      files.map(({ path, content, dos }) => ({
        name: path,
        content,
        date: `${dos}.000Z`
      }))
    );
  });

  it('is read by zip.js at its strictest, with times to the second', async () => {
    expect(await zipJsReads(archive)).toEqual(
      files.map(({ path, content, lastModified }) => ({
        name: path,
        content,
        date: new Date(lastModified || '1980-01-01T00:00:00Z').toISOString()
      }))
    );
  });

  it('is refused when a byte of a file, a sum or a size is another', async () => {
    const { content } = files[files.length - 1];
    const descriptor = archive.lastIndexOf('PK\x07\x08', -1, 'latin1');
    for (const [place, message] of [
      [archive.lastIndexOf(content), 'Invalid CRC32'],
      [descriptor + 4, 'Ambiguous archive'],
      [descriptor + 8, 'Ambiguous archive'],
      [descriptor + 12, 'Ambiguous archive']
    ] as const) {
      const other = Buffer.from(archive);
      other[place] ^= 1;
      await expect(zipJsReads(other)).rejects.toThrow(message);
    }
  });

  it('may hold files that zip.js packed', async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), {
      useWebWorkers: false
    });
    const bytes = Buffer.from('g,h\n'.repeat(5000));
    const known = new Uint8ArrayReader(bytes);
    // Of unknown size, so that its own header and descriptor are Zip64's.
    const unknown = { readable: new Blob([bytes]).stream() };
    const metadata = [
      await writer.add('b.csv', known, zipTimes(time)),
      await writer.add('ü.csv', unknown, zipTimes(time))
    ];
    const whole = Buffer.from(await writer.close());
    const offset = whole.indexOf('PK\x01\x02', 0, 'latin1');
    expect(whole.readUInt16LE(metadata[1].offset + 4)).toBe(45);
    const packed = metadata.map(file => ({
      path: file.filename,
      method: 8 as const,
      crc32: file.crc32 ?? 0,
      packedSize: file.compressedSize,
      size: file.uncompressedSize,
      lastModified: time,
      offset: file.offset,
      hasDescriptor: true
    }));
    const other = Buffer.concat([
      whole.subarray(0, offset),
      zipDirectory(packed, offset)
    ]);
    const expected = ['b.csv', 'ü.csv'].map(name => ({
      name,
      content: bytes.toString()
    }));
    expect(await zipJsReads(other)).toMatchObject(expected);
    expect(pythonReads(other)).toMatchObject({
      bad: null,
      files: [
        { ...expected[0], flags: DESCRIPTOR },
        { ...expected[1], flags: DESCRIPTOR | UTF8 }
      ]
    });
  });

  it('may be empty', async () => {
    expect(readDirectory(zipDirectory([], 0), 0).central).toEqual([]);
    expect(pythonReads(madeArchive([]))).toEqual({ bad: null, files: [] });
    expect(await zipJsReads(madeArchive([]))).toEqual([]);
  });
});

describe('storedHeader', () => {
  it('leaves sum and sizes to the descriptor', () => {
    const header = readLocal(
      storedHeader({ path: 'a/b.bin', size: MAX - 1, lastModified: time })
    );
    const { extra, ...fields } = header;
    expect(fields).toEqual({
      version: 20,
      flags: DESCRIPTOR,
      method: 0,
      time: (12 << 11) | (34 << 5) | (56 / 2),
      date: ((2026 - 1980) << 9) | (11 << 5) | 21,
      crc32: 0,
      packedSize: 0,
      size: 0,
      path: 'a/b.bin'
    });
    expect([...extra.keys()]).toEqual([0x5455]);
    const stamp = extra.get(0x5455)!;
    expect(stamp).toHaveLength(5);
    expect(stamp[0]).toBe(1);
    expect(stamp.readInt32LE(1)).toBe(Date.parse(time) / 1000);
  });

  it('has the sizes in a Zip64 field from 0xffffffff bytes on', () => {
    for (const size of [MAX, 5e12]) {
      const { extra, ...fields } = readLocal(
        storedHeader({ path: 'ü', size, lastModified: '' })
      );
      expect(fields).toMatchObject({
        version: 45,
        flags: DESCRIPTOR | UTF8,
        crc32: 0,
        packedSize: MAX,
        size: MAX,
        path: 'ü'
      });
      expect(numbers64(extra.get(1))).toEqual([size, size]);
    }
  });

  it('has no timestamp that readers would take for 1901', () => {
    const stamp = (lastModified: string) =>
      readLocal(storedHeader({ path: 'x', size: 1, lastModified })).extra;
    expect(stamp('2038-01-19T03:14:07Z').has(0x5455)).toBe(true);
    expect(stamp('2038-01-19T03:14:08Z').has(0x5455)).toBe(false);
  });

  it('throws for a name that does not fit', () => {
    const header = (length: number) => () =>
      storedHeader({ path: 'x'.repeat(length), size: 1, lastModified: '' });
    expect(header(0xffff)).not.toThrow();
    expect(header(0x10000)).toThrow(RangeError);
  });
});

describe('storedDescriptor', () => {
  const hex = (size: number) =>
    Buffer.from(storedDescriptor({ size, crc32: 0x89abcdef })).toString('hex');

  it('has sizes of 4 bytes, and of 8 where the header has the Zip64 field', () => {
    expect(hex(0x01020304)).toBe('504b0708' + 'efcdab89' + '0403020104030201');
    expect(hex(MAX - 1)).toBe('504b0708' + 'efcdab89' + 'fefffffffeffffff');
    expect(hex(MAX)).toBe(
      '504b0708' + 'efcdab89' + 'ffffffff00000000'.repeat(2)
    );
    expect(hex(0x0102030405)).toBe(
      '504b0708' + 'efcdab89' + '0504030201000000'.repeat(2)
    );
  });

  it('throws for a sum that is signed', () => {
    expect(() => storedDescriptor({ size: 1, crc32: -1 })).toThrow(RangeError);
  });
});

describe('A file of more than 4 GB', () => {
  /** By Python's zlib.crc32 over as many zeros. */
  const large = { size: 4_300_000_000, crc32: 0xe4d49db3 };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zip-records-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The large file is a hole, which takes no room on the disk. */
  function writeArchive(place: string): number {
    const named = (path: string, size: number) => ({
      path,
      size,
      lastModified: time
    });
    const handle = openSync(place, 'w');
    const header = storedHeader(named('zeros.bin', large.size));
    writeSync(handle, header);
    const after = header.length + large.size;
    ftruncateSync(handle, after);
    const descriptor = storedDescriptor(large);
    const offset = after + descriptor.length;
    const text = Buffer.from('behind it');
    const small = { size: text.length, crc32: crc32(text) };
    const rest = Buffer.concat([
      storedHeader(named('small.txt', small.size)),
      text,
      storedDescriptor(small)
    ]);
    const common = {
      method: 0,
      lastModified: time,
      hasDescriptor: true
    } as const;
    const directory = zipDirectory(
      [
        {
          ...common,
          ...large,
          path: 'zeros.bin',
          packedSize: large.size,
          offset: 0
        },
        {
          ...common,
          ...small,
          path: 'small.txt',
          packedSize: small.size,
          offset
        }
      ],
      offset + rest.length
    );
    writeSync(
      handle,
      Buffer.concat([descriptor, rest, directory]),
      0,
      null,
      after
    );
    closeSync(handle);
    return offset;
  }

  it('is listed, and what follows it is read', async () => {
    const place = join(folder, 'large.zip');
    const offset = writeArchive(place);
    expect(pythonReadsFile(place)).toMatchObject([
      {
        name: 'zeros.bin',
        size: large.size,
        packed: large.size,
        crc: large.crc32,
        offset: 0,
        version: 45,
        flags: DESCRIPTOR
      },
      { name: 'small.txt', content: 'behind it', offset, version: 45 }
    ]);
    const date = new Date(time).toISOString();
    expect(await zipJsReads(new DiskReader(place))).toEqual([
      { name: 'zeros.bin', content: null, date },
      { name: 'small.txt', content: 'behind it', date }
    ]);
  });
});
