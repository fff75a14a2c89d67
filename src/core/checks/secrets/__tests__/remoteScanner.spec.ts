import { CancelledError } from '../../../error';
import { FileAccessError } from '../../../files';
import { MASKABLE } from '../fileScan';
import { TooLargeToMaskError } from '../mask';
import { RemoteScanner } from '../remoteScanner';
import { serveScans } from '../scanServer';
import { InThreadScanner, IScanItem } from '../secretScanner';
import { notebookOf } from './labelled/asFile';
import { Random } from './labelled/random';
import { tokens } from './labelled/tokens';
import { utf8 } from './scanText';

const r = new Random('the worker');
const github = tokens.github[0](r);
const options = { salt: 'of the tests, long', token: r.from('abcdef0123', 60) };

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach(end => end()));

/** A scanner whose other end runs here, too, behind a real channel. */
function remote(): RemoteScanner {
  const { port1, port2 } = new MessageChannel();
  ends.push(() => port1.close());
  serveScans(port2);
  return new RemoteScanner(port1, options);
}

/** A scanner at whose other end nobody is. */
function deaf(): RemoteScanner {
  const { port1 } = new MessageChannel();
  ends.push(() => port1.close());
  return new RemoteScanner(port1, options);
}

function chunked(
  bytes: Uint8Array,
  size: number,
  onCancel = () => {}
): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.subarray(at, (at += size)));
    },
    cancel: onCancel
  });
}

const contents: Record<string, Uint8Array> = {
  'a.ipynb': utf8(
    notebookOf([{ cell_type: 'code', source: `key = "${github}"` }])
  ),
  'b.txt': utf8(`one\n${options.token}\n${github}\n`),
  'c.bin': Uint8Array.from({ length: 300_000 }, (_, i) => i & 255),
  'd.py': utf8('x = 1\n'.repeat(1_200_000) + `\ny = "${github}"\n`),
  '.env': utf8('')
};
const inMemory: IScanItem[] = Object.entries(contents).map(([path, bytes]) => ({
  path,
  open: async () => bytes
}));
const inStreams: IScanItem[] = Object.entries(contents).map(
  ([path, bytes]) => ({ path, open: async () => chunked(bytes, 70_001) })
);

describe('RemoteScanner', () => {
  it.each([
    ['in memory', inMemory],
    ['in streams', inStreams]
  ])('finds what is found in this thread: %s', async (_, items) => {
    const expected = await new InThreadScanner(options).scan(items);
    expect(expected.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['a.ipynb', 'b.txt', 'd.py', '.env'])
    );
    expect(await remote().scan(items)).toEqual(expected);
  });

  it('asks for many small files at once, and keeps their order', async () => {
    const small = Array.from({ length: 600 }, (_, i): IScanItem => {
      const bytes = utf8(i % 50 === 0 ? `${i} ${github}` : `${i}`);
      const open = async () => (i === 350 ? chunked(bytes, 7) : bytes);
      return { path: `${i}.txt`, open };
    });
    const { port1, port2 } = new MessageChannel();
    ends.push(() => port1.close());
    const asked = jest.spyOn(port1, 'postMessage');
    serveScans(port2);
    const scanner = new RemoteScanner(port1, options);
    expect(await scanner.scan(small)).toEqual(
      await new InThreadScanner(options).scan(small)
    );
    // The options; 350 and 249 files in two each; one that is read, in chunks.
    expect(asked.mock.calls.length).toBeLessThan(20);
  });

  it('lets the worker have more than one batch, and not all', async () => {
    const scanner = deaf();
    let opened = 0;
    const large = Array.from({ length: 30 }, (_, i): IScanItem => ({
      path: `${i}.txt`,
      open: async () => {
        opened++;
        return new Uint8Array(1024 * 1024);
      }
    }));
    const abort = new AbortController();
    const scan = scanner.scan(large, abort.signal);
    await new Promise(resolve => setTimeout(resolve, 50));
    // 8 MB are there, one batch waits, and one file is beside it.
    expect(opened).toBeGreaterThan(8);
    expect(opened).toBeLessThan(12);
    abort.abort();
    scanner.lost();
    await expect(scan).rejects.toBeInstanceOf(CancelledError);
  });

  it('leaves the bytes to who has them', async () => {
    const bytes = contents['b.txt'];
    const before = bytes.slice();
    const scanner = remote();
    await scanner.scan([
      { path: 'b.txt', open: async () => bytes },
      { path: 'c.txt', open: async () => chunked(bytes, bytes.length) }
    ]);
    await scanner.mask('b.txt', bytes, []);
    expect(bytes).toEqual(before);
  });

  it('takes out what is found', async () => {
    const scanner = remote();
    const [, hit] = await scanner.scan(
      inMemory.filter(({ path }) => path === 'b.txt')
    );
    const masked = await scanner.mask('b.txt', contents['b.txt'], [hit.key]);
    expect(masked).toEqual(
      await new InThreadScanner(options).mask('b.txt', contents['b.txt'], [
        hit.key
      ])
    );
    expect(masked).not.toEqual(contents['b.txt']);
    await expect(
      scanner.mask('x', new Uint8Array(MASKABLE + 1), [])
    ).rejects.toBeInstanceOf(TooLargeToMaskError);
  });

  it('stops when it is cancelled, closes the file, and goes on with the next', async () => {
    const scanner = remote();
    const abort = new AbortController();
    let isClosed = false;
    let pulls = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(utf8('some text\n'.repeat(5_000)));
        if (++pulls === 30) {
          abort.abort();
        }
      },
      cancel: () => {
        isClosed = true;
      }
    });
    const item = { path: 'x.txt', open: async () => endless };
    await expect(scanner.scan([item], abort.signal)).rejects.toBeInstanceOf(
      CancelledError
    );
    expect(isClosed).toBe(true);
    await expect(scanner.scan(inMemory, abort.signal)).rejects.toBeInstanceOf(
      CancelledError
    );
    expect((await scanner.scan(inMemory)).length).toBeGreaterThan(3);
  });

  it('lets through what broke the reading', async () => {
    const broken = new FileAccessError('p/x', 'No.');
    const scanner = remote();
    const open = async () =>
      new ReadableStream<Uint8Array>({
        pull() {
          throw broken;
        }
      });
    await expect(scanner.scan([{ path: 'x', open }])).rejects.toBe(broken);
    const closed = { path: 'x', open: () => Promise.reject(broken) };
    await expect(scanner.scan([closed])).rejects.toBe(broken);
    expect((await scanner.scan(inMemory)).length).toBeGreaterThan(3);
  });

  it('closes a binary file after its head', async () => {
    let isClosed = false;
    const close = () => {
      isClosed = true;
    };
    const open = async () => chunked(new Uint8Array(1e7), 65_536, close);
    expect(await remote().scan([{ path: 'x.dat', open }])).toEqual([]);
    expect(isClosed).toBe(true);
  });

  it('says so of a file that was not looked through, and masks by itself', async () => {
    const scanner = deaf();
    const scan = scanner.scan([
      { path: 'b.txt', open: async () => contents['b.txt'] }
    ]);
    const mask = scanner.mask('b.txt', utf8('nothing'), []);
    // Both jobs are given first.
    await new Promise(resolve => setTimeout(resolve, 10));
    scanner.lost();
    expect(await scan).toMatchObject([
      { rule: 'unread', level: 'stop', path: 'b.txt' }
    ]);
    expect(await mask).toEqual(utf8('nothing'));
  });
});
