import { ZipWriter } from '@zip.js/zip.js';
import JSZip from 'jszip';
import { createHash, randomBytes } from 'node:crypto';
import { CancelledError } from '../../error';
import { plainEnglish as trans } from '../../text';
import { adding } from '../adding';
import { ArchiveError, IArchiveEntry, buildArchive } from '../archive';
import { bytesStream } from '../stability';
import type { StartSums } from '../sums/sums';
import { endThreads, sumThread } from './sumThread';

const MB = 1024 * 1024;

/** Comes in chunks, as from a network. */
function entry(
  path: string,
  bytes: Uint8Array,
  before: (at: number) => void = () => undefined,
  cancel?: () => void
): IArchiveEntry {
  return {
    path,
    size: bytes.length,
    lastModified: '2026-11-21T12:34:56Z',
    open: async () => {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          before(at);
          if (at >= bytes.length) {
            controller.close();
            return;
          }
          controller.enqueue(new Uint8Array(bytes.subarray(at, at + 65_536)));
          at += 65_536;
        },
        cancel
      });
    }
  };
}

/** Starts threads, one for each kind, and notes whether they were ended. */
function threads(dies?: { sha256?: Promise<void>; md5?: Promise<void> }) {
  const started: { isEnded: boolean }[] = [];
  const startSums: StartSums = async () => {
    const by = { sha256: await sumThread(), md5: await sumThread() };
    for (const kind of ['sha256', 'md5'] as const) {
      void dies?.[kind]?.then(() => by[kind].thread.terminate());
    }
    const state = { isEnded: false };
    started.push(state);
    return {
      begin: kind => by[kind === 'md5' ? kind : 'sha256'].sums.begin(kind),
      keep: async () => null,
      end: () => {
        state.isEnded = true;
        by.sha256.sums.end();
        by.md5.sums.end();
      }
    };
  };
  return { startSums, started };
}

const large = new Uint8Array(randomBytes(11 * MB + 17));
const middle = new Uint8Array(randomBytes(MB + 1));
const text = new TextEncoder().encode('a,b\n1,2\n'.repeat(200_000));

const folder = () => [
  entry('a.bin', large),
  entry('b.csv', text),
  ...Array.from({ length: 9 }, (_, i) => entry(`c${i}.bin`, middle)),
  entry('d.txt', text.subarray(0, 80))
];

function withoutSubtle(): () => void {
  const there = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  Object.defineProperty(globalThis, 'crypto', {
    value: {},
    configurable: true
  });
  return () => Object.defineProperty(globalThis, 'crypto', there ?? {});
}

afterEach(endThreads);

describe('buildArchive with workers for its sums', () => {
  it.each([true, false])(
    'makes the same archive, and ends them (secure context: %s)',
    async isSecure => {
      const restore = isSecure ? () => undefined : withoutSubtle();
      try {
        const { startSums, started } = threads();
        const here = await buildArchive({ entries: folder(), trans });
        const there = await buildArchive({
          entries: folder(),
          trans,
          startSums
        });
        expect(there.files).toEqual(here.files);
        expect(there.md5).toBe(here.md5);
        const bytes = new Uint8Array(await there.blob.arrayBuffer());
        expect(there.md5).toBe(createHash('md5').update(bytes).digest('hex'));
        expect(there.files.map(({ path }) => path)).toEqual(
          folder().map(({ path }) => path)
        );
        expect(there.files[0].sha256).toBe(
          createHash('sha256').update(large).digest('hex')
        );
        expect(started).toEqual([{ isEnded: true }]);
      } finally {
        restore();
      }
    }
  );

  it('starts none for a few bytes', async () => {
    const { startSums, started } = threads();
    const entries = [entry('c.bin', middle)];
    const { files } = await buildArchive({ entries, trans, startSums });
    expect(files[0].size).toBe(middle.length);
    expect(started).toEqual([]);
  });

  it('says which file could not be packed when the worker dies', async () => {
    let die = () => {};
    const dies = { sha256: new Promise<void>(resolve => (die = resolve)) };
    const { startSums, started } = threads(dies);
    const cancelled = jest.fn();
    const dying = (at: number) => at > 5 * MB && die();
    const entries = [entry('a.bin', large, dying, cancelled)];
    const error = await buildArchive({ entries, trans, startSums }).catch(
      e => e
    );
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error.path).toBe('a.bin');
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(started).toEqual([{ isEnded: true }]);
  });

  it('sums the finished archive when the worker for it has died', async () => {
    let die = () => {};
    const dies = { md5: new Promise<void>(resolve => (die = resolve)) };
    const { startSums } = threads(dies);
    const entries = [entry('a.bin', large, at => at > 5 * MB && die())];
    const { blob, md5 } = await buildArchive({ entries, trans, startSums });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(md5).toBe(createHash('md5').update(bytes).digest('hex'));
  });

  it('ends them when it is cancelled, and when a source breaks', async () => {
    const { startSums, started } = threads();
    const abort = new AbortController();
    const stop = (at: number) => at > 5 * MB && abort.abort();
    await expect(
      buildArchive({
        entries: [entry('a.bin', large, stop), entry('b.bin', large)],
        trans,
        startSums,
        signal: abort.signal
      })
    ).rejects.toBeInstanceOf(CancelledError);
    const fail = (at: number) => {
      if (at > 5 * MB) {
        throw new TypeError('The network broke');
      }
    };
    await expect(
      buildArchive({
        entries: [entry('a.bin', large, fail), entry('b.bin', large)],
        trans,
        startSums
      })
    ).rejects.toMatchObject({ path: 'a.bin' });
    expect(started).toEqual([{ isEnded: true }, { isEnded: true }]);
  });
});

describe('adding', () => {
  it('deflates files of a very large bundle less, and as readably', async () => {
    const numbers = Array.from({ length: 40_000 }, (_, i) =>
      Math.sin(i).toFixed(6)
    ).join('\n');
    const content = new TextEncoder().encode(numbers);
    const pack = async (total: number) => {
      const { readable, writable } = new TransformStream();
      const packed = new Response(readable).arrayBuffer();
      const writer = new ZipWriter(writable);
      const { add } = await adding(
        { writer, total, signal: new AbortController().signal },
        entry('x.csv', content),
        {
          readable: bytesStream(content),
          deflates: true,
          isShort: false,
          packed: () => ({ path: 'x.csv', size: 0, sha256: '' })
        }
      );
      await add();
      await writer.close();
      const bytes = await packed;
      const zip = await JSZip.loadAsync(bytes);
      expect(await zip.file('x.csv')?.async('text')).toBe(numbers);
      return bytes.byteLength;
    };
    const [usual, fast] = [await pack(1e9 - 1), await pack(1e9)];
    expect(fast).toBeGreaterThan(usual);
    expect(fast).toBeLessThan(numbers.length * 0.7);
  });
});
