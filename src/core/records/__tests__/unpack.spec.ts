import JSZip from 'jszip';
import { plainEnglish as trans } from '../../text';
import { failure } from '../../zenodo/__tests__/common';
import { UnpackError } from '../errors';
import { IUnpackLimits, unpackLimits } from '../limits';
import { isArchive, planUnpacking } from '../unpack';
import { IRawEntry, rawZip } from './zips';

async function plan(
  entries: readonly IRawEntry[] | Blob,
  limits: Partial<IUnpackLimits> = {}
) {
  return planUnpacking(entries instanceof Blob ? entries : rawZip(entries), {
    trans,
    limits: { ...unpackLimits, ...limits }
  });
}

/** What comes out, by path; what is left out, by name. */
async function unpack(...args: Parameters<typeof plan>) {
  const { files, folders, leftOut } = await plan(...args);
  const texts: Record<string, string> = {};
  for (const { path, open } of files) {
    texts[path] = await new Response(open()).text();
  }
  return {
    texts,
    folders,
    leftOut: leftOut.map(({ name, reason }) => `${reason} ${name}`)
  };
}

const readme = { name: 'README.md', content: 'hello' };

describe('An archive of somebody else', () => {
  it('is unpacked with its folders, also empty ones, and empty files', async () => {
    const zip = new JSZip();
    zip.file('a.ipynb', '{}');
    zip.file('data/deep/x.csv', 'x'.repeat(50_000));
    zip.file('data/__init__.py', '');
    zip.folder('results');
    const blob = new Blob([
      await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })
    ]);
    expect(await isArchive(blob)).toBe(true);
    const { texts, folders, leftOut } = await unpack(blob);
    expect(texts).toEqual({
      'a.ipynb': '{}',
      'data/deep/x.csv': 'x'.repeat(50_000),
      'data/__init__.py': ''
    });
    expect(folders).toContain('results');
    expect(leftOut).toEqual([]);
  });

  it('that is none is not taken for one', async () => {
    expect(await isArchive(new Blob(['PK is a name']))).toBe(false);
    expect(await isArchive(new Blob([]))).toBe(false);
  });

  it('loses the one folder around all, as in Binder', async () => {
    const { texts, folders } = await unpack([
      { name: 'study-1.0/', mode: 0o040755, method: 0 },
      { name: 'study-1.0/a.ipynb', content: 'a' },
      { name: 'study-1.0/study-1.0/b.txt', content: 'b' }
    ]);
    expect(texts).toEqual({ 'a.ipynb': 'a', 'study-1.0/b.txt': 'b' });
    expect(folders).toEqual([]);
    const kept = await unpack([
      { name: 'one/a', content: 'a' },
      { name: 'two/', mode: 0o040755, method: 0 }
    ]);
    expect(kept.texts).toEqual({ 'one/a': 'a' });
    expect(kept.folders).toEqual(['two']);
  });

  it.each<[string, IRawEntry]>([
    ['outside ../evil', { name: '../evil' }],
    ['outside a/../../evil', { name: 'a/../../evil' }],
    ['absolute /etc/passwd', { name: '/etc/passwd' }],
    ['windows C:/evil', { name: 'C:/evil' }],
    ['windows ..\\evil', { name: '..\\evil' }],
    ['name a␀.txt', { name: 'a\0.txt' }],
    ['link link', { name: 'link', content: '/etc/passwd', mode: 0o120777 }],
    ['link folder/', { name: 'folder/', content: '/etc', mode: 0o120777 }],
    ['special pipe', { name: 'pipe', mode: 0o010644 }],
    ['special device', { name: 'device', mode: 0o060644 }],
    ['encrypted secret', { name: 'secret', flags: 0x0801 }],
    ['compression odd', { name: 'odd', method: 14 }],
    ['duplicate readme.MD', { name: 'readme.MD' }],
    ['duplicate README.md', { name: 'README.md', content: 'other' }],
    ['collision README.md/x', { name: 'README.md/x' }],
    ['collision README.md/', { name: 'README.md/', mode: 0o040755 }]
  ])('has this left out, and the rest is unpacked: %s', async (line, entry) => {
    const { texts, leftOut } = await unpack([
      readme,
      entry,
      { name: 'b/c', content: 'c' }
    ]);
    expect(texts).toEqual({ 'README.md': 'hello', 'b/c': 'c' });
    expect(leftOut).toEqual([line]);
  });

  it('has a name of many kilobytes left out, and shown in short', async () => {
    const { leftOut } = await plan([readme, { name: 'x'.repeat(60_000) }]);
    expect(leftOut[0].reason).toBe('too-long');
    expect(leftOut[0].name.length).toBeLessThan(250);
  });

  it('may name a file once more in its other table; the listing counts', async () => {
    const { texts } = await unpack([readme, { name: 'a', content: 'a' }]);
    expect(Object.keys(texts)).toEqual(['README.md', 'a']);
  });

  const zeros = Buffer.alloc(1_000_000);

  it.each<[UnpackError.Reason, readonly IRawEntry[], Partial<IUnpackLimits>]>([
    ['entries', [readme, { name: 'a' }, { name: 'b' }], { entries: 2 }],
    ['size', [readme, { name: 'a', content: zeros }], { bytes: 999_999 }],
    ['ratio', [{ name: 'zeros', content: zeros }], { ratioFrom: 500_000 }]
  ])('is refused before anything is unpacked: %s', async (reason, ...args) => {
    const error = await failure(plan(...args));
    expect(error).toBeInstanceOf(UnpackError);
    expect((error as UnpackError).reason).toBe(reason);
  });

  it('of a few zeros is fine whatever the ratio is', async () => {
    const { texts } = await unpack([{ name: 'zeros', content: zeros }]);
    expect(texts.zeros).toHaveLength(1_000_000);
  });

  it.each<[string, IRawEntry]>([
    ['is larger than it says', { name: 'bomb', content: zeros, size: 10 }],
    ['is smaller than it says', { name: 'bomb', content: 'ab', size: 10 }],
    ['has another checksum', { name: 'bomb', content: 'abc', crc: 17 }],
    [
      'uses the data of another',
      { name: 'README.md2', at: 0, ...{ content: 'hello' } }
    ]
  ])('is not unpacked where an entry %s', async (_, entry) => {
    const { files } = await plan([readme, entry]);
    expect(await new Response(files[0].open()).text()).toBe('hello');
    const error = await failure(new Response(files[1].open()).text());
    expect(error).toBeInstanceOf(UnpackError);
  });

  it('that lies about its size is stopped when that many bytes have come', async () => {
    const { files } = await plan([{ name: 'bomb', content: zeros, size: 10 }]);
    let bytes = 0;
    const reader = files[0].open().getReader();
    const error = await failure(
      (async () => {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) {
            return;
          }
          bytes += value.length;
        }
      })()
    );
    expect(error).toBeInstanceOf(UnpackError);
    expect(bytes).toBeLessThanOrEqual(10);
  });

  it('is counted over all entries, whatever each says', async () => {
    const one = { content: zeros, size: 1_000_000 };
    const { files } = await plan(
      [
        { name: 'a', ...one },
        { name: 'b', ...one }
      ],
      { bytes: 2_500_000 }
    );
    await new Response(files[0].open()).text();
    await new Response(files[1].open()).text();
    // Opened a third time, it is more than may come out.
    const error = await failure(new Response(files[0].open()).text());
    expect(error).toBeInstanceOf(UnpackError);
  });

  it.each([
    ['cut off', (blob: Blob) => blob.slice(0, blob.size - 30)],
    ['without its end', (blob: Blob) => blob.slice(0, 40)],
    ['only a beginning', () => new Blob(['PK\x03\x04'])]
  ])('is said to be broken when it is %s', async (_, cut) => {
    const error = await failure(plan(cut(rawZip([readme]))));
    expect(error).toBeInstanceOf(UnpackError);
    expect((error as UnpackError).reason).toBe('broken');
  });
});
