import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CancelledError } from '../../error';
import { plainEnglish as trans } from '../../text';
import { ArchiveError, IArchiveEntry, buildArchive } from '../archive';
import type { StartSums } from '../sums/sums';
import { endThreads, sumThread } from './sumThread';

const MB = 1024 * 1024;

// Some hundred megabytes are summed, by several programs.
jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));

afterEach(endThreads);
afterAll(() => rmSync(folder, { recursive: true }));

/** Noise: of 64 MB and more it goes into the archive as it is. */
const noise = (size: number) => {
  const block = randomBytes(MB);
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += MB) {
    block.writeUInt32LE(at, 0);
    bytes.set(block.subarray(0, Math.min(MB, size - at)), at);
  }
  return bytes;
};

const large = noise(65 * MB + 17);
const other = noise(64 * MB + 1);
/** The largest that zip.js packs, and begins with beside others. */
const least = other.subarray(0, 64 * MB);
const text = new TextEncoder().encode('a,b\n1,2\n'.repeat(100_000));

interface IOptions {
  /** Called, and waited for, before each chunk. */
  readonly before?: (at: number) => unknown;
  readonly cancel?: () => void;
  /** Writes into the reader's buffers, as a browser's answers do. */
  readonly isByte?: boolean;
  readonly size?: number;
}

function entry(
  path: string,
  bytes: Uint8Array,
  { before, cancel, isByte, size }: IOptions = {}
): IArchiveEntry {
  return {
    path,
    size: size ?? bytes.length,
    lastModified: '2026-11-22T12:34:56Z',
    open: async () => {
      let at = 0;
      const next = async () => {
        await before?.(at);
        const chunk = new Uint8Array(bytes.subarray(at, at + 200_001));
        at += chunk.length;
        return chunk;
      };
      const pull = async (
        controller:
          | ReadableStreamDefaultController<Uint8Array>
          | ReadableByteStreamController
      ) => {
        const chunk = await next();
        if (chunk.length > 0) {
          controller.enqueue(chunk);
          return;
        }
        controller.close();
        if ('byobRequest' in controller) {
          controller.byobRequest?.respond(0);
        }
      };
      return isByte
        ? new ReadableStream({ type: 'bytes', pull, cancel })
        : new ReadableStream({ pull, cancel });
    }
  };
}

/** Threads that keep the archive on the disk, which has so much room. */
function keeping(room = 1e12) {
  const names: string[] = [];
  const dropped: string[] = [];
  const threads: { sha256: () => void; md5: () => void }[] = [];
  const startSums: StartSums = async () => {
    const [ofFiles, ofArchive] = [await sumThread(), await sumThread()];
    threads.push({
      sha256: () => void ofFiles.thread.terminate(),
      md5: () => void ofArchive.thread.terminate()
    });
    const growing = new Set<string>();
    return {
      begin: kind => (kind === 'md5' ? ofArchive : ofFiles).sums.begin(kind),
      keep: async () => {
        const name = path.join(folder, `${names.length}.${room}`);
        names.push(name);
        writeFileSync(name, '');
        growing.add(name);
        const md5 = await ofArchive.sums.keep(name);
        return (
          md5 && {
            md5,
            beginFile: () => ofFiles.sums.begin('sha256-crc32'),
            blob: async () => {
              growing.delete(name);
              return new Blob([readFileSync(name)]);
            }
          }
        );
      },
      end: () => {
        ofFiles.sums.end();
        ofArchive.sums.end();
        dropped.push(...growing);
      }
    };
  };
  return { startSums, names, dropped, threads };
}

/** Files that zip.js begins with beside each other. */
const beside = (name: string) =>
  [1, 2, 3, 4].map((i): [string, Uint8Array] => [
    `${name}-${i}.bin`,
    least.subarray(0, 3 * MB + i)
  ]);

/** Sorted, as they are in the archive. */
const contents: readonly [string, Uint8Array][] = [
  ...beside('a'),
  ['a.csv', text],
  ...beside('b'),
  ['b-5.bin', least],
  ['b.bin', large],
  ['c.txt', text.subarray(0, 80)],
  ['d/ö.bin', other],
  ['e.csv', text],
  ['empty', new Uint8Array()],
  ['empty.png', new Uint8Array()],
  ['f.png', text.subarray(0, 500_000)]
];

const entries = (isByte = false) =>
  contents.map(([path, bytes]) => entry(path, bytes, { isByte }));

/** Reads all, and compares the directory with the headers and descriptors. */
const script = `
import hashlib, json, struct, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive, open(sys.argv[1], 'rb') as file:
    assert archive.testzip() is None
    found = []
    for info in archive.infolist():
        file.seek(info.header_offset)
        head = struct.unpack('<4sHHHHHIIIHH', file.read(30))
        name = file.read(head[9])
        assert name == info.filename.encode(), (name, info)
        assert head[0] == b'PK\\x03\\x04'
        assert head[2] & 0x808 == info.flag_bits & 0x808, info
        assert head[3] == info.compress_type, info
        dos = (info.date_time[3] << 11) | (info.date_time[4] << 5) | (info.date_time[5] // 2)
        assert head[4] == dos, info
        if head[2] & 8:
            file.seek(head[10] + info.compress_size, 1)
            what = struct.unpack('<4sIII', file.read(16))
            assert what == (b'PK\\x07\\x08', info.CRC, info.compress_size, info.file_size), info
        sha256 = hashlib.sha256(archive.read(info)).hexdigest()
        found.append([info.filename, sha256, info.compress_type])
print(json.dumps(found))`;

const foundIn = (archive: string): unknown =>
  JSON.parse(execFileSync('python3', ['-c', script, archive]).toString());

const encode = (words: string) => new TextEncoder().encode(words);
const sha256Of = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex');
const md5Of = (bytes: Uint8Array) =>
  createHash('md5').update(bytes).digest('hex');

describe('an archive that is kept on the disk', () => {
  it.each([true, false])(
    'is read by Python, byte by byte (source writes into our buffers: %s)',
    async isByte => {
      const { startSums, names, dropped } = keeping();
      const seen: number[] = [];
      const { size, md5, files } = await buildArchive({
        entries: entries(isByte),
        last: read => [entry('z.json', encode(JSON.stringify(read)))],
        trans,
        startSums,
        onProgress: ({ bytes }) => seen.push(bytes)
      });
      expect(files.slice(0, -1)).toEqual(
        contents.map(([path, bytes]) => ({
          path,
          size: bytes.length,
          sha256: sha256Of(bytes)
        }))
      );
      const bytes = readFileSync(names[0]);
      expect([size, md5]).toEqual([bytes.length, md5Of(bytes)]);
      expect(foundIn(names[0])).toEqual(
        files.map(({ path, sha256 }) => [
          path,
          sha256,
          /bin|png/.test(path) ? 0 : 8
        ])
      );
      expect(names).toHaveLength(1);
      expect(dropped).toEqual([]);
      expect(seen.at(-1)).toBe(files.reduce((sum, { size }) => sum + size, 0));
    }
  );

  it('takes the largest file that zip.js packs while it still writes another', async () => {
    const { startSums, names } = keeping();
    let isRead: () => void = () => undefined;
    const read = new Promise<void>(resolve => (isRead = resolve));
    const small = large.subarray(0, 9 * MB);
    const { files } = await buildArchive({
      entries: [
        entry('a.bin', small, { before: at => (at > 8 * MB ? read : null) }),
        entry('b.bin', least, {
          before: at => (at > 5 * MB ? isRead() : null)
        }),
        entry('c.bin', other)
      ],
      trans,
      startSums
    });
    expect(files.map(({ sha256 }) => sha256)).toEqual(
      [small, least, other].map(sha256Of)
    );
    expect(foundIn(names[0])).toEqual(
      files.map(({ path, sha256 }) => [path, sha256, 0])
    );
  });

  it('is begun for much only', async () => {
    const { startSums, names } = keeping();
    const few = [entry('a.bin', large.subarray(0, 20 * MB))];
    await buildArchive({ entries: few, trans, startSums });
    expect(names).toEqual([]);
  });

  it('is packed once more, in memory, when the disk is full', async () => {
    const { startSums, dropped, names } = keeping(30 * MB);
    const { blob, md5, files } = await buildArchive({
      entries: entries(true),
      trans,
      startSums
    });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(md5).toBe(md5Of(bytes));
    expect(files).toHaveLength(entries().length);
    expect(names).toHaveLength(1);
    expect(dropped).toEqual(names);
  });

  it('is packed once more when the thread that writes it dies', async () => {
    const { startSums, dropped, names, threads } = keeping();
    const before = (at: number) => at > 20 * MB && threads[0].md5();
    const { blob, md5 } = await buildArchive({
      entries: [entry('a.csv', text), entry('b.bin', large, { before })],
      trans,
      startSums
    });
    expect(md5).toBe(md5Of(new Uint8Array(await blob.arrayBuffer())));
    expect(dropped).toEqual(names);
  });

  it('says which file failed when the thread that sums it dies', async () => {
    const { startSums, dropped, names, threads } = keeping();
    const before = (at: number) => at > 20 * MB && threads[0].sha256();
    const cancel = jest.fn();
    const error = await buildArchive({
      entries: [entry('b.bin', large, { before, cancel })],
      trans,
      startSums
    }).catch(reason => reason);
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.path).toBe('b.bin');
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(dropped).toEqual(names);
  });

  it.each([true, false])(
    'is dropped when it is cancelled (source writes into our buffers: %s)',
    async isByte => {
      const { startSums, dropped, names } = keeping();
      const abort = new AbortController();
      const cancel = jest.fn();
      const before = (at: number) => at > 20 * MB && abort.abort();
      await expect(
        buildArchive({
          entries: [entry('b.bin', large, { before, cancel, isByte })],
          trans,
          startSums,
          signal: abort.signal
        })
      ).rejects.toBeInstanceOf(CancelledError);
      expect(cancel).toHaveBeenCalledTimes(1);
      expect(dropped).toEqual(names);
    }
  );

  it.each([-1, 1])(
    'is refused when a file has another size than it had (%s)',
    async by => {
      const { startSums } = keeping();
      const size = large.length + by;
      await expect(
        buildArchive({
          entries: [entry('b.bin', large, { size })],
          trans,
          startSums
        })
      ).rejects.toThrow('another size');
    }
  );

  it('tells what broke a source', async () => {
    const { startSums } = keeping();
    const before = (at: number) => {
      if (at > 20 * MB) {
        throw new TypeError('The network broke');
      }
    };
    const error = await buildArchive({
      entries: [entry('b.bin', large, { before })],
      trans,
      startSums
    }).catch(reason => reason);
    expect(error).toMatchObject({ path: 'b.bin' });
    expect(error.cause.message).toBe('The network broke');
  });
});
