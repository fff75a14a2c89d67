import JSZip from 'jszip';
import { createHash, randomBytes } from 'node:crypto';
import { CancelledError, PublisherError } from '../../error';
import { FileAccessError } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { ArchiveError, IArchiveEntry, buildArchive } from '../archive';
import { FileChangedError, bytesStream, readStable } from '../stability';

const encode = (text: string) => new TextEncoder().encode(text);

function entry(
  path: string,
  content: string | Uint8Array,
  lastModified = '2026-11-21T12:34:56Z'
): IArchiveEntry {
  const bytes = typeof content === 'string' ? encode(content) : content;
  return {
    path,
    size: bytes.length,
    lastModified,
    open: async () => bytesStream(bytes)
  };
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** Fields of the local header of the first entry. */
async function localHeader(blob: Blob) {
  const view = new DataView(await blob.arrayBuffer());
  return {
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    time: view.getUint16(10, true),
    date: view.getUint16(12, true)
  };
}

describe('buildArchive', () => {
  it('is read by jszip: names, bytes, times, folders, empty files', async () => {
    const random = new Uint8Array(300_000).map((_, i) => (i * 7919) >> 3);
    const contents: Record<string, string | Uint8Array> = {
      'b.ipynb': '{"a": "ü"}',
      'a/deep/er/x.csv': 'x'.repeat(100_000),
      'a/empty.txt': '',
      'Übung 日本/e\u0301t\u00e9.txt': 'naïve',
      'figure.png': random,
      'runtime.txt': 'python-3.12\n'
    };
    const archive = await buildArchive({
      entries: Object.entries(contents).map(([path, content]) =>
        entry(path, content)
      ),
      trans
    });
    const bytes = await bytesOf(archive.blob);
    expect(archive.size).toBe(bytes.length);
    expect(archive.md5).toBe(createHash('md5').update(bytes).digest('hex'));

    const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
    const names = Object.keys(contents).sort();
    expect(Object.values(zip.files).map(f => f.name)).toEqual(names);
    for (const name of names) {
      const expected = contents[name];
      const read = await zip.file(name)!.async('uint8array');
      const bytes = typeof expected === 'string' ? encode(expected) : expected;
      // Jest compares big arrays item by item, which takes seconds.
      expect(Buffer.compare(read, bytes)).toBe(0);
      expect(zip.file(name)!.date.toISOString()).toBe(
        '2026-11-21T12:34:56.000Z'
      );
    }
    expect(archive.files.map(f => f.path)).toEqual(names);
    expect(archive.files.find(f => f.path === 'figure.png')).toEqual({
      path: 'figure.png',
      size: random.length,
      sha256: createHash('sha256').update(random).digest('hex')
    });
  });

  it('marks names that are not ASCII as UTF-8', async () => {
    const { blob } = await buildArchive({
      entries: [entry('ü.txt', 'x')],
      trans
    });
    expect((await localHeader(blob)).flags & 0x800).toBe(0x800);
  });

  it('stores what is compressed already and deflates the rest', async () => {
    const text = 'y'.repeat(50_000);
    const png = await buildArchive({ entries: [entry('x.PNG', text)], trans });
    const csv = await buildArchive({ entries: [entry('x.csv', text)], trans });
    expect((await localHeader(png.blob)).method).toBe(0);
    expect((await localHeader(csv.blob)).method).toBe(8);
    expect(png.size).toBeGreaterThan(text.length);
    expect(csv.size).toBeLessThan(1_000);
  });

  it('stores what its first bytes show to be compressed, whatever its name', async () => {
    const dense = randomBytes(300_000);
    const chunks = (size: number) => async () =>
      new Response(dense).body!.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            for (let at = 0; at < chunk.length; at += size) {
              controller.enqueue(chunk.slice(at, at + size));
            }
          }
        })
      );
    for (const size of [7_777, 65_536, 300_000]) {
      const { blob, files } = await buildArchive({
        entries: [{ ...entry('x.csv', dense), open: chunks(size) }],
        trans
      });
      expect((await localHeader(blob)).method).toBe(0);
      expect(files[0]).toEqual({
        path: 'x.csv',
        size: dense.length,
        sha256: createHash('sha256').update(dense).digest('hex')
      });
      const zip = await JSZip.loadAsync(await bytesOf(blob), {
        checkCRC32: true
      });
      const read = await zip.file('x.csv')!.async('uint8array');
      expect(Buffer.compare(read, dense)).toBe(0);
    }
  });

  it('closes a source that it did not read to its end', async () => {
    let isCancelled = false;
    const abort = new AbortController();
    const endless = async () =>
      new ReadableStream<Uint8Array>({
        pull: controller => controller.enqueue(randomBytes(50_000)),
        cancel: () => {
          isCancelled = true;
        }
      });
    await expect(
      buildArchive({
        entries: [{ ...entry('x', ''), size: null, open: endless }],
        trans,
        signal: abort.signal,
        onProgress: ({ bytes }) => bytes > 1_000_000 && abort.abort()
      })
    ).rejects.toBeInstanceOf(CancelledError);
    expect(isCancelled).toBe(true);
  });

  it('gives the same bytes again, in every time zone', async () => {
    const entries = [entry('b', 'B'), entry('a', 'A'), entry('c', 'C', '')];
    const zone = process.env.TZ;
    const sums: string[] = [];
    for (const tz of ['UTC', 'America/New_York', 'Asia/Kolkata']) {
      process.env.TZ = tz;
      sums.push((await buildArchive({ entries, trans })).md5);
    }
    process.env.TZ = zone;
    expect(new Set(sums).size).toBe(1);
    expect(
      (await buildArchive({ entries: [...entries].reverse(), trans })).md5
    ).toBe(sums[0]);
  });

  it('gives the same bytes, whichever of its files comes first', async () => {
    const contents = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 0 ? randomBytes(40_000) : encode(`${i},`.repeat(30_000 * i))
    );
    const late = (order: number[]) =>
      contents.map((content, i): IArchiveEntry => ({
        ...entry(`f${i}`, content),
        ...(i === 4 ? { size: null } : {}),
        open: async () => {
          await new Promise(resolve => setTimeout(resolve, order[i]));
          return bytesStream(content);
        }
      }));
    const sums = new Set<string>();
    for (const order of [
      contents.map(() => 0),
      contents.map((_, i) => i),
      contents.map((_, i) => 30 - 2 * i),
      contents.map((_, i) => (i * 7) % 12)
    ]) {
      const archive = await buildArchive({ entries: late(order), trans });
      sums.add(archive.md5);
      const zip = await JSZip.loadAsync(await bytesOf(archive.blob), {
        checkCRC32: true
      });
      const paths = contents.map((_, i) => `f${i}`).sort();
      expect(Object.keys(zip.files)).toEqual(paths);
      expect(archive.files.map(({ path }) => path)).toEqual(paths);
    }
    expect(sums.size).toBe(1);
  });

  it('ends the files beside one that breaks, and tells of that one', async () => {
    let isCancelled = false;
    const endless = {
      ...entry('a', ''),
      size: null,
      open: async () =>
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await new Promise(resolve => setTimeout(resolve, 1));
            controller.enqueue(new Uint8Array(1000));
          },
          cancel: () => {
            isCancelled = true;
          }
        })
    };
    const denied = new FileAccessError('p/b', 'No.');
    const breaking = { ...entry('b', ''), open: () => Promise.reject(denied) };
    await expect(
      buildArchive({ entries: [endless, breaking], trans })
    ).rejects.toBe(denied);
    expect(isCancelled).toBe(true);
  });

  it('packs files whole or bit by bit, whichever size is at the border', async () => {
    const sizes = [1, 65_535, 65_536, 65_537, 70_000];
    const contents = sizes.map(size =>
      new Uint8Array(size).map((_, i) => (i * i) % 97)
    );
    const archive = await buildArchive({
      entries: contents.map((bytes, i) => entry(`${i}.csv`, bytes)),
      trans
    });
    const zip = await JSZip.loadAsync(await bytesOf(archive.blob), {
      checkCRC32: true
    });
    for (const [i, bytes] of contents.entries()) {
      const read = await zip.file(`${i}.csv`)!.async('uint8array');
      expect(Buffer.compare(read, bytes)).toBe(0);
      expect(archive.files[i]).toEqual({
        path: `${i}.csv`,
        size: sizes[i],
        sha256: createHash('sha256').update(bytes).digest('hex')
      });
    }
    // Deflated, all but the single byte, too.
    expect(archive.size).toBeLessThan(10_000);
  });

  it('packs files of unknown size', async () => {
    const { blob } = await buildArchive({
      entries: [{ ...entry('a.txt', 'hello'), size: null }],
      trans
    });
    const zip = await JSZip.loadAsync(await bytesOf(blob));
    expect(await zip.file('a.txt')!.async('string')).toBe('hello');
  });

  it('clamps times that a zip cannot say', async () => {
    for (const time of ['1950-01-01T00:00:00Z', '2300-01-01T00:00:00Z', 'x']) {
      const { blob } = await buildArchive({
        entries: [entry('a', '', time)],
        trans
      });
      const zip = await JSZip.loadAsync(await bytesOf(blob));
      const year = zip.file('a')!.date.getUTCFullYear();
      expect([1980, 2107]).toContain(year);
    }
  });

  it('reports its progress', async () => {
    const seen: [string, number, number, number][] = [];
    await buildArchive({
      entries: [entry('a', '12345'), entry('b', '123')],
      trans,
      onProgress: p => seen.push([p.path, p.files, p.bytes, p.total])
    });
    expect(seen[seen.length - 1]).toEqual(['b', 2, 8, 8]);
    expect(seen.every(([, , bytes]) => bytes <= 8)).toBe(true);
  });

  it.each([
    [[entry('../a', '')]],
    [[entry('/a', '')]],
    [[entry('a\u0007', '')]],
    [[entry('a', ''), entry('a', '')]],
    [[entry('a', ''), entry('a/b', '')]]
  ])('refuses names that an archive must not have (%#)', async entries => {
    await expect(buildArchive({ entries, trans })).rejects.toBeInstanceOf(
      ArchiveError
    );
  });

  it('refuses a file that is not as long as it was said to be', async () => {
    const entries = [{ ...entry('a', 'abc'), size: 2 }];
    await expect(buildArchive({ entries, trans })).rejects.toMatchObject({
      name: 'ArchiveError',
      path: 'a'
    });
  });

  it('lets typed errors through and names the file of others', async () => {
    const denied = new FileAccessError('p/x', 'No.');
    const opening = {
      ...entry('x', ''),
      open: () => Promise.reject(denied)
    };
    await expect(buildArchive({ entries: [opening], trans })).rejects.toBe(
      denied
    );
    const breaking = {
      ...entry('y', 'abc'),
      open: async () =>
        new ReadableStream<Uint8Array>({
          pull() {
            throw new TypeError('network error');
          }
        })
    };
    const error = await buildArchive({ entries: [breaking], trans }).catch(
      e => e
    );
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.path).toBe('y');
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it('stops when it is cancelled, before and in the middle', async () => {
    const abort = new AbortController();
    let pulls = 0;
    const endless = {
      ...entry('x', ''),
      size: null,
      open: async () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            controller.enqueue(new Uint8Array(1000));
            if (++pulls === 50) {
              abort.abort();
            }
          }
        })
    };
    await expect(
      buildArchive({ entries: [endless], trans, signal: abort.signal })
    ).rejects.toBeInstanceOf(CancelledError);
    await expect(
      buildArchive({ entries: [], trans, signal: abort.signal })
    ).resolves.toMatchObject({ files: [] });
  });
});

describe('readStable', () => {
  const read = (stream: ReadableStream<Uint8Array>) =>
    new Response(stream).text();

  it('gives the bytes of a file that stays as it is', async () => {
    const files = new MemoryFiles({ 'p/a': 'hello', 'p/empty': '' });
    for (const [path, text] of [
      ['p/a', 'hello'],
      ['p/empty', '']
    ]) {
      // prettier-ignore
      const stat = await files.stat(path);
      const stream = await readStable(
        files,
        { ...stat, source: path, path: 'a' },
        { trans }
      );
      expect(await read(stream)).toBe(text);
    }
  });

  it('gives the bytes of a generated file', async () => {
    const stream = await readStable(
      new MemoryFiles(),
      {
        source: null,
        path: 'x',
        size: 2,
        lastModified: '',
        content: encode('hi')
      },
      { trans }
    );
    expect(await read(stream)).toBe('hi');
  });

  it.each(['other', 'longer than before', 'x'])(
    'notices a change during the read (%s)',
    async content => {
      const files = new MemoryFiles({ 'p/a': 'hello' });
      const stat = await files.stat('p/a');
      const stream = await readStable(
        files,
        { ...stat, source: 'p/a', path: 'a' },
        { trans }
      );
      files.write('p/a', content);
      const error = await buildArchive({
        entries: [{ path: 'a', lastModified: '', open: async () => stream }],
        trans
      }).catch(e => e);
      expect(error).toBeInstanceOf(FileChangedError);
      expect(error).toBeInstanceOf(PublisherError);
      expect(error.path).toBe('p/a');
    }
  );

  it('notices that the file changed after it was planned', async () => {
    const files = new MemoryFiles({ 'p/a': 'hello' });
    const planned = { ...(await files.stat('p/a')), source: 'p/a', path: 'a' };
    files.write('p/a', 'hello');
    await expect(
      readStable(files, planned, { trans }).then(read)
    ).rejects.toBeInstanceOf(FileChangedError);
    // Another way to write the same time, or none, is no change.
    const now = await files.stat('p/a');
    for (const lastModified of [now.lastModified.replace('Z', '+00:00'), '']) {
      const same = { ...planned, lastModified };
      expect(await readStable(files, same, { trans }).then(read)).toBe('hello');
    }
  });
});
