import type { ScanRequest } from '../../core/checks/secrets/scanMessages';
import { serveScans } from '../../core/checks/secrets/scanServer';
import { InThreadScanner } from '../../core/checks/secrets/secretScanner';
import { IClock, systemClock } from '../../core/clock';
import { WorkerScanner } from '../workerScanner';

const options = { salt: 'of the tests, long', token: 'tok'.repeat(20) };
// jsdom's TextEncoder makes arrays of another world.
const bytesOf = (text: string) =>
  Uint8Array.from(text, letter => letter.charCodeAt(0));
const items = [
  {
    path: 'a.txt',
    open: async () => bytesOf(`x\n${options.token}\n`)
  }
];

/** A worker without a thread: what is posted comes a little later. */
class FakeWorker {
  onmessage: ((event: MessageEvent) => unknown) | null = null;
  onerror: (() => unknown) | null = null;
  isEnded = false;
  readonly asked: ScanRequest[] = [];

  postMessage(message: ScanRequest): void {
    this.asked.push(message);
    this._later(() =>
      this.inner.onmessage?.({ data: message } as MessageEvent)
    );
  }

  terminate(): void {
    this.isEnded = true;
  }

  readonly inner = {
    onmessage: null as ((event: MessageEvent) => unknown) | null,
    postMessage: (data: unknown) =>
      this._later(() => this.onmessage?.({ data } as MessageEvent))
  };

  _later(act: () => void): void {
    setTimeout(() => this.isEnded || act(), 0);
  }
}

function serving(): FakeWorker {
  const worker = new FakeWorker();
  serveScans(worker.inner);
  return worker;
}

/** Sleeps end when the test wants it, for long ones; never by themselves. */
class Sleeper implements IClock {
  readonly waiting: (() => void)[] = [];
  now = () => systemClock.now();
  random = () => 0.5;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return milliseconds < 1000
      ? systemClock.sleep(milliseconds, signal)
      : new Promise((resolve, reject) => {
          this.waiting.push(resolve);
          signal?.addEventListener('abort', () => reject(new Error('awake')));
        });
  }
}

function scannerOf(
  workers: (() => FakeWorker)[],
  clock: IClock = new Sleeper()
): { scanner: WorkerScanner; made: FakeWorker[] } {
  const made: FakeWorker[] = [];
  const make = async () => {
    const start = workers.shift();
    if (!start) {
      throw new Error('forbidden');
    }
    const worker = start();
    made.push(worker);
    return worker as unknown as Worker;
  };
  return { scanner: new WorkerScanner(options, clock, make), made };
}

describe('WorkerScanner', () => {
  const expected = new InThreadScanner(options).scan(items);

  it('does it in this thread where there are no workers', async () => {
    expect(await new WorkerScanner(options).scan(items)).toEqual(
      await expected
    );
  });

  it('starts one worker for all, which gets the token by message', async () => {
    const { scanner, made } = scannerOf([serving, serving]);
    const [first, second] = [scanner.scan(items), scanner.scan(items)];
    expect(await first).toEqual(await expected);
    expect(await second).toEqual(await expected);
    expect(await scanner.scan(items)).toHaveLength(1);
    expect(made).toHaveLength(1);
    expect(made[0].asked[0]).toEqual({ type: 'options', options });
  });

  it.each<[string, (worker: FakeWorker) => void]>([
    ['breaks', worker => worker.onerror?.()],
    ['never answers', () => undefined]
  ])('does it in this thread when the worker %s', async (how, act) => {
    const worker = new FakeWorker();
    const clock = new Sleeper();
    const { scanner } = scannerOf([() => worker], clock);
    const scan = scanner.scan(items);
    await new Promise(resolve => setTimeout(resolve, 5));
    act(worker);
    if (how === 'never answers') {
      clock.waiting.forEach(wake => wake());
    }
    expect(await scan).toEqual(await expected);
    expect(worker.isEnded).toBe(true);
    expect(worker.asked).toEqual([]);
  });

  it('does it in this thread where making one is forbidden', async () => {
    const { scanner, made } = scannerOf([]);
    expect(await scanner.scan(items)).toEqual(await expected);
    expect(made).toEqual([]);
  });

  it('ends the worker when nobody needs it, and starts another', async () => {
    const clock = new Sleeper();
    const { scanner, made } = scannerOf([serving, serving], clock);
    await scanner.scan(items);
    expect(made[0].isEnded).toBe(false);
    // The rest after the first scan is cut short by the second.
    await scanner.scan(items);
    expect(made).toHaveLength(1);
    clock.waiting.splice(0).forEach(wake => wake());
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(made[0].isEnded).toBe(true);
    expect(await scanner.scan(items)).toEqual(await expected);
    expect(made).toHaveLength(2);
  });

  it('tells of what was under way when the worker broke, and starts another', async () => {
    const { scanner, made } = scannerOf([serving, serving]);
    const large = new Uint8Array(8 * 1024 * 1024).fill(97);
    const scan = scanner.scan([
      ...items,
      {
        path: 'b.txt',
        open: async () => {
          setTimeout(() => made[0].onerror?.(), 0);
          return large;
        }
      },
      // What comes after must not wait for a worker that is gone.
      { path: 'c.txt', open: async () => large }
    ]);
    expect((await scan).map(({ path, rule }) => [path, rule])).toEqual([
      ['a.txt', 'unread'],
      ['b.txt', 'unread'],
      ['c.txt', 'unread']
    ]);
    expect(made[0].isEnded).toBe(true);
    expect(await scanner.scan(items)).toEqual(await expected);
    expect(made).toHaveLength(2);
  });
});
