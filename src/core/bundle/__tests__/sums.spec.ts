import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { crc32 } from 'node:zlib';
import { InThreadSums } from '../sums/inThreadSums';
import { RemoteSums } from '../sums/remoteSums';
import type { SumReply, SumRequest } from '../sums/sumMessages';
import { serveSums } from '../sums/sumServer';
import { ISum, SumKind, SumsLostError } from '../sums/sums';
import { wholeSha256 } from '../sums/wholeSum';
import { endThreads, sumThread } from './sumThread';

const MB = 1024 * 1024;

const expected = (kind: SumKind, bytes: Uint8Array) =>
  createHash(kind).update(bytes).digest('hex');

async function feed(sum: ISum, bytes: Uint8Array, by: number): Promise<void> {
  for (let at = 0; at < bytes.length; at += by) {
    await sum.update(bytes.subarray(at, at + by));
  }
}

async function sumOf(
  sums: { begin(kind: SumKind): Promise<ISum> },
  kind: SumKind,
  bytes: Uint8Array,
  by: number
): Promise<string> {
  const sum = await sums.begin(kind);
  await feed(sum, bytes, by);
  return sum.digest();
}

/** A worker that notes what it was sent, and answers when the test wants it. */
function deafWorker() {
  const asked: SumRequest[] = [];
  const port = {
    onmessage: null as ((event: MessageEvent) => unknown) | null,
    postMessage: (request: SumRequest) => void asked.push(request)
  };
  const say = (data: SumReply) => port.onmessage?.({ data } as MessageEvent);
  let ends = 0;
  const sums = new RemoteSums(port, () => ends++);
  const buffers = () =>
    asked.flatMap(request =>
      request.type === 'update' ? [request.buffer] : []
    );
  return { sums, asked, buffers, say, ends: () => ends };
}

afterEach(endThreads);

const isSettled = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => true,
      () => true
    ),
    new Promise(resolve => setTimeout(() => resolve(false), 20))
  ]);

describe('sums in another thread', () => {
  it('are those of this thread, whatever the pieces', async () => {
    const { sums, thread } = await sumThread();
    const here = new InThreadSums();
    for (const size of [0, 1, MB - 1, MB, MB + 1, 3.5 * MB]) {
      const bytes = randomBytes(size);
      for (const kind of ['sha256', 'md5'] as const) {
        for (const by of [65_536, 999_983, 8 * MB]) {
          const sum = expected(kind, bytes);
          expect(await sumOf(sums, kind, bytes, by)).toBe(sum);
          expect(await sumOf(here, kind, bytes, by)).toBe(sum);
        }
      }
    }
    sums.end();
    await once(thread, 'exit');
  });

  it('keep apart what comes in turns', async () => {
    const { sums } = await sumThread();
    const files = Array.from({ length: 7 }, (_, i) => randomBytes(i * 700_000));
    const found = await Promise.all(
      files.map(bytes => sumOf(sums, 'sha256', bytes, 100_000))
    );
    expect(found).toEqual(files.map(bytes => expected('sha256', bytes)));
  });

  it('do not need the bytes any more once they were taken', async () => {
    const { sums } = await sumThread();
    const sum = await sums.begin('md5');
    const bytes = randomBytes(2 * MB + 5);
    const copy = new Uint8Array(bytes);
    await sum.update(bytes);
    bytes.fill(0);
    expect(await sum.digest()).toBe(expected('md5', copy));
  });

  it('are lost, and nobody waits for ever, when the thread dies', async () => {
    const { sums, thread } = await sumThread();
    const sum = await sums.begin('sha256');
    await sum.update(randomBytes(3 * MB));
    await thread.terminate();
    await expect(
      (async () => {
        await feed(sum, randomBytes(20 * MB), MB);
        await sum.digest();
      })()
    ).rejects.toBeInstanceOf(SumsLostError);
    await expect(sums.begin('md5')).rejects.toBeInstanceOf(SumsLostError);
  });
});

describe('sums of buffers that go along', () => {
  it('are those of bytes that are copied, and of both in turns', async () => {
    const { sums } = await sumThread();
    const bytes = randomBytes(3 * MB + 5);
    const sum = await sums.begin('sha256-crc32');
    await sum.update(bytes.subarray(0, 10));
    const one = new Uint8Array(MB);
    one.set(bytes.subarray(10, 10 + MB));
    const two = new Uint8Array(MB);
    two.set(bytes.subarray(10 + MB, 20 + MB));
    const back = [sum.take(one.buffer, MB), sum.take(two.buffer, 10)];
    expect(one.length).toBe(0);
    await sum.update(bytes.subarray(20 + MB));
    const crc = crc32(bytes).toString(16).padStart(8, '0');
    expect(await sum.digest()).toBe(expected('sha256', bytes) + crc);
    const buffers = await Promise.all(back);
    // Each comes back to whom it belongs, with what was in it.
    expect(Buffer.from(buffers[1], 0, 10)).toEqual(
      bytes.subarray(10 + MB, 20 + MB)
    );
    expect(buffers[0].byteLength).toBe(MB);
  });

  it('are lost, with the buffers, when the thread dies', async () => {
    const { sums, thread } = await sumThread();
    const sum = await sums.begin('md5');
    const taken = Array.from({ length: 40 }, () =>
      sum.take(new ArrayBuffer(MB), MB)
    );
    const settled = Promise.allSettled(taken);
    await thread.terminate();
    expect((await settled).at(-1)).toMatchObject({
      status: 'rejected',
      reason: expect.any(SumsLostError)
    });
    await expect(sum.take(new ArrayBuffer(1), 1)).rejects.toBeInstanceOf(
      SumsLostError
    );
  });

  it('are not begun for a file that cannot be opened', async () => {
    const { sums } = await sumThread();
    expect(await sums.keep('/no/such/file.100')).toBeNull();
    expect(await sumOf(sums, 'md5', randomBytes(5), 5)).toMatch(/^\w{32}$/);
  });
});

describe('RemoteSums', () => {
  it('has the page wait when the worker has four pieces', async () => {
    const { sums, buffers, say } = deafWorker();
    const sum = await sums.begin('sha256');
    const bytes = randomBytes(12 * MB);
    const feeding = Promise.resolve(sum.update(bytes));
    expect(await isSettled(feeding)).toBe(false);
    expect(buffers()).toHaveLength(4);
    const [first] = buffers();
    say({ type: 'free', buffer: first });
    expect(await isSettled(feeding)).toBe(false);
    // The same memory again.
    expect(buffers()).toHaveLength(5);
    expect(buffers()[4]).toBe(first);
  });

  it('lets nobody wait for a buffer that another one fills', async () => {
    const { sums, buffers, say } = deafWorker();
    const begun = await Promise.all(
      Array.from({ length: 9 }, () => sums.begin('sha256'))
    );
    for (const sum of begun) {
      expect(sum.update(new Uint8Array(1000))).toBeUndefined();
    }
    const last = Promise.resolve(begun[8].update(new Uint8Array(5 * MB)));
    expect(await isSettled(last)).toBe(false);
    for (const buffer of buffers()) {
      say({ type: 'free', buffer });
    }
    expect(await isSettled(last)).toBe(true);
  });

  it('loses all when the worker fails, and ends it once', async () => {
    const { sums, say, ends } = deafWorker();
    const [one, two] = [await sums.begin('sha256'), await sums.begin('md5')];
    const digest = one.digest();
    const feeding = Promise.resolve(two.update(new Uint8Array(9 * MB)));
    say({ type: 'failed' });
    await expect(digest).rejects.toBeInstanceOf(SumsLostError);
    await expect(feeding).rejects.toBeInstanceOf(SumsLostError);
    sums.end();
    expect(ends()).toBe(1);
  });
});

describe('serveSums', () => {
  it('says that it failed where it is asked for what was never begun', async () => {
    const said: SumReply[] = [];
    const port = {
      onmessage: null as ((event: MessageEvent) => unknown) | null,
      postMessage: (reply: SumReply) => void said.push(reply)
    };
    serveSums(port);
    port.onmessage?.({ data: { type: 'digest', id: 7 } } as MessageEvent);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(said.map(({ type }) => type)).toEqual(['ready', 'failed']);
  });
});

describe('wholeSha256', () => {
  it('is the same sum, and null where the page is no secure context', async () => {
    const bytes = new Uint8Array(randomBytes(100_000));
    expect(await wholeSha256(bytes)).toBe(expected('sha256', bytes));
    const there = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', {
      value: {},
      configurable: true
    });
    try {
      expect(wholeSha256(bytes)).toBeNull();
    } finally {
      Object.defineProperty(globalThis, 'crypto', there ?? {});
    }
  });
});
