import fc from 'fast-check';
import { buildArchive } from '../../bundle/archive';
import { bytesStream } from '../../bundle/stability';
import { CancelledError } from '../../error';
import { FileWriteError } from '../../fileWriter';
import { MemoryFileWriter } from '../../memoryFileWriter';
import { plainEnglish as trans } from '../../text';
import { failure } from '../../zenodo/__tests__/common';
import { SiteUnreachableError } from '../../zenodo/errors';
import { DownloadChecksumError, UnpackError } from '../errors';
import { fetchRecord } from '../fetchRecord';
import { lookUpRecord } from '../record';
import type { RecordFolder } from '../recordFolder';
import { changed, cutOff, RecordSite } from './site';
import { rawZip } from './zips';

describe('Fetching a record', () => {
  let at: RecordSite;
  let writer: MemoryFileWriter;
  let folder: RecordFolder | null;
  let steps: string[];

  beforeEach(() => {
    at = new RecordSite();
    writer = new MemoryFileWriter();
    folder = null;
    steps = [];
  });

  async function fetchIt(id: string, signal?: AbortSignal) {
    const record = await lookUpRecord(at.source, id, trans);
    return fetchRecord({
      ...{ record, source: at.source, writer, trans, signal },
      parent: '',
      name: 'rivers',
      observer: {
        folderMade: made => {
          folder = made;
        },
        progress: (...step) => steps.push(step.join(' '))
      }
    });
  }

  const texts = () =>
    Object.fromEntries(
      [...writer.files].map(([path, bytes]) => [
        path,
        new TextDecoder().decode(bytes)
      ])
    );

  it('unpacks the one zip of a record', async () => {
    const id = await at.publish({
      'rivers.zip': rawZip([
        { name: 'a.ipynb', content: '{}' },
        { name: 'data/x.csv', content: '1,2' },
        { name: '../evil', content: 'x' },
        { name: '.env', content: 'x' }
      ])
    });
    const { leftOut } = await fetchIt(id);
    expect(texts()).toEqual({
      'rivers/a.ipynb': '{}',
      'rivers/data/x.csv': '1,2'
    });
    expect(leftOut).toEqual([
      { name: '../evil', reason: 'outside' },
      { name: '.env', reason: 'hidden' }
    ]);
    expect(steps[0]).toMatch(/^download rivers\.zip 0 \d+$/);
    expect(steps[steps.length - 1]).toBe('write .env 5 6');
    expect(at.withToken).toEqual([]);
  });

  it('takes individual files as they are, also a zip among others', async () => {
    const zip = rawZip([{ name: 'a', content: 'a' }]);
    const id = await at.publish({
      'a.ipynb': '{"a": 1}',
      'src/pkg/util.py': 'x = 1',
      'my data (1).csv': '1',
      'more.zip': zip
    });
    await fetchIt(id);
    expect(Object.keys(texts()).sort()).toEqual([
      'rivers/a.ipynb',
      'rivers/more.zip',
      'rivers/my data (1).csv',
      'rivers/src/pkg/util.py'
    ]);
    expect(texts()['rivers/a.ipynb']).toBe('{"a": 1}');
  });

  it('keeps a file that only has the name of a zip', async () => {
    await fetchIt(await at.publish({ 'odd.zip': 'no archive' }));
    expect(texts()).toEqual({ 'rivers/odd.zip': 'no archive' });
  });

  it('leaves out keys that lead elsewhere, without asking for them', async () => {
    const id = await at.publish({ 'a.txt': 'a', 'x.txt': 'x' });
    const files = at.zenodo.simulator.state.records.get(id)?.bucket.files;
    const file = files?.get('x.txt');
    const evil = ['../evil.txt', 'a//b.txt', 'A.txt', 'back\\slash'];
    for (const key of evil) {
      files?.set(key, { ...file!, key });
    }
    const { leftOut } = await fetchIt(id);
    expect(texts()).toEqual({ 'rivers/A.txt': 'x', 'rivers/x.txt': 'x' });
    expect(leftOut.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      '../evil.txt outside',
      'a.txt duplicate',
      'a//b.txt name',
      'back\\slash windows'
    ]);
    expect(at.zenodo.count(/evil|slash/)).toBe(0);
  });

  it('gives an existing folder up for another name', async () => {
    await writer.makeFolder('rivers');
    writer.files.set('rivers/mine.txt', new Uint8Array([1]));
    const { folder } = await fetchIt(await at.publish({ 'mine.txt': 'new' }));
    expect(folder.path).toBe('rivers-2');
    expect(writer.files.get('rivers/mine.txt')).toEqual(new Uint8Array([1]));
  });

  it('takes another name when somebody was faster', async () => {
    const id = await at.publish({ a: 'a' });
    writer.before = path => {
      writer.before = () => undefined;
      writer.folders.add(path);
    };
    expect((await fetchIt(id)).folder.path).toBe('rivers-2');
  });

  it('writes nothing of a file whose checksum is another, and names it', async () => {
    const id = await at.publish({ 'a.csv': '1', 'b.csv': '2', 'c.csv': '3' });
    at.onTheWay = (body, url) => (/b\.csv/.test(url) ? changed(body) : body);
    const error = await failure(fetchIt(id));
    expect(error).toBeInstanceOf(DownloadChecksumError);
    expect((error as Error).message).toMatch(/“b\.csv” did not arrive/);
    expect(texts()).toEqual({ 'rivers/a.csv': '1' });
    expect(folder?.files).toEqual(['a.csv']);
  });

  it('makes no folder for an archive whose checksum is another', async () => {
    const id = await at.publish({ 'a.zip': rawZip([{ name: 'a' }]) });
    at.onTheWay = changed;
    expect(await failure(fetchIt(id))).toBeInstanceOf(DownloadChecksumError);
    expect(folder).toBeNull();
    expect([...writer.folders]).toEqual(['']);
  });

  it('reads no more of a file than it may have', async () => {
    const id = await at.publish({ a: 'a' });
    let sent = 0;
    at.onTheWay = () =>
      new ReadableStream({
        pull: controller => {
          sent++;
          controller.enqueue(new Uint8Array(1000));
        }
      });
    expect(await failure(fetchIt(id))).toBeInstanceOf(DownloadChecksumError);
    expect(sent).toBeLessThan(5);
  });

  it('begins a download anew when the connection breaks', async () => {
    const id = await at.publish({ 'a.csv': '1,2,3,4,5' });
    let breaks = 2;
    at.onTheWay = body => (breaks-- > 0 ? cutOff(body, 4) : body);
    await fetchIt(id);
    expect(texts()).toEqual({ 'rivers/a.csv': '1,2,3,4,5' });
    expect(at.zenodo.clock.sleeps.length).toBe(2);
  });

  it('gives up when the connection keeps breaking', async () => {
    const id = await at.publish({ 'a.csv': '1', 'b.csv': '2' });
    at.onTheWay = (body, url) => (/b\.csv/.test(url) ? cutOff(body, 0) : body);
    expect(await failure(fetchIt(id))).toBeInstanceOf(SiteUnreachableError);
    expect(texts()).toEqual({ 'rivers/a.csv': '1' });
  });

  it.each([
    ['rate-limit', 1],
    ['server-error', 2]
  ] as const)('waits where the site says %s', async (kind, times) => {
    const id = await at.publish({ a: 'a' });
    at.zenodo.simulator.faults.add({
      ...{ kind, times },
      match: { path: /content$/ }
    });
    await fetchIt(id);
    expect(texts()).toEqual({ 'rivers/a': 'a' });
  });

  it('stops when the disk is full, and knows what is whole', async () => {
    const id = await at.publish({ a: 'a', b: 'b', c: 'c' });
    writer.before = path => {
      if (path === 'rivers/c') {
        throw new FileWriteError(path, 'The disk is full.');
      }
    };
    expect(await failure(fetchIt(id))).toBeInstanceOf(FileWriteError);
    expect(folder?.files).toEqual(['a', 'b']);
    expect(folder?.bytes).toBe(2);
  });

  it('stops at once when it is cancelled', async () => {
    const id = await at.publish({ a: 'a', b: 'b' });
    const stop = new AbortController();
    at.onTheWay = (body, url) => {
      if (/\/b\//.test(url)) {
        stop.abort();
      }
      return body;
    };
    expect(await failure(fetchIt(id, stop.signal))).toBeInstanceOf(
      CancelledError
    );
    expect(folder?.files).toEqual(['a']);
  });

  it('takes back what it wrote, and nothing else', async () => {
    const zip = rawZip([
      { name: 'a/b/c.txt', content: 'c' },
      { name: 'd.txt', content: 'd' },
      { name: 'lies', content: 'x'.repeat(99), size: 5 }
    ]);
    const id = await at.publish({ 'a.zip': zip });
    expect(await failure(fetchIt(id))).toBeInstanceOf(UnpackError);
    expect(folder?.files).toEqual(['a/b/c.txt', 'd.txt']);
    await folder?.remove();
    expect(writer.files.size).toBe(0);
    expect([...writer.folders]).toEqual(['']);
  });

  it('leaves a folder in which somebody else put something', async () => {
    const { folder } = await fetchIt(await at.publish({ 'a/b': 'b' }));
    writer.files.set('rivers/a/mine', new Uint8Array());
    expect(await failure(folder.remove())).toBeInstanceOf(FileWriteError);
    expect([...writer.files.keys()]).toEqual(['rivers/a/mine']);
  });

  it('reads restricted files with the token of their owner', async () => {
    const access = { record: 'public', files: 'restricted' };
    const id = await at.publish({ a: 'a' }, { access });
    at.token = at.zenodo.simulator.secrets.token;
    await fetchIt(id);
    expect(texts()).toEqual({ 'rivers/a': 'a' });
    expect(at.withToken).toHaveLength(1);
  });

  it('gives back the tree of each bundle that we pack', async () => {
    const part = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter(
        text =>
          !/[/\\\u0000-\u001f\u007f:]|\p{Surrogate}/u.test(text) &&
          !['.', '..'].includes(text)
      );
    const tree = fc.dictionary(
      fc.array(part, { minLength: 1, maxLength: 3 }).map(one => one.join('/')),
      fc.uint8Array({ maxLength: 3000 }),
      { minKeys: 1, maxKeys: 8 }
    );
    const key = (path: string) => path.normalize('NFC').toLowerCase();
    await fc.assert(
      fc.asyncProperty(tree, async random => {
        // As the product makes them: a notebook at the root, no clashing names.
        const files: Record<string, Uint8Array> = {
          'study.ipynb': new TextEncoder().encode('{}'),
          'README.md': new TextEncoder().encode('# Rivers')
        };
        for (const [path, bytes] of Object.entries(random)) {
          const clashes = Object.keys(files).some(
            other =>
              `${key(other)}/`.startsWith(`${key(path)}/`) ||
              `${key(path)}/`.startsWith(`${key(other)}/`)
          );
          if (!clashes) {
            files[path] = bytes;
          }
        }
        const { blob } = await buildArchive({
          entries: Object.entries(files).map(([path, bytes]) => ({
            path,
            size: bytes.length,
            lastModified: '2026-11-21T12:00:00Z',
            open: async () => bytesStream(bytes)
          })),
          trans
        });
        at = new RecordSite();
        writer = new MemoryFileWriter();
        writer.refusesHidden = false;
        const { leftOut } = await fetchIt(
          await at.publish({ 'rivers.zip': blob })
        );
        expect(leftOut).toEqual([]);
        const came = [...writer.files].map(([path, bytes]) => [
          path.replace('rivers/', ''),
          Buffer.from(bytes)
        ]);
        expect(Object.fromEntries(came)).toEqual(
          Object.fromEntries(
            Object.entries(files).map(([path, bytes]) => [
              path,
              Buffer.from(bytes)
            ])
          )
        );
      }),
      { numRuns: 25 }
    );
  });
});
