import type { SumRequest } from '../../core/bundle/sums/sumMessages';
import { serveSums } from '../../core/bundle/sums/sumServer';
import { ISums, SumKind, SumsLostError } from '../../core/bundle/sums/sums';
import { IClock, systemClock } from '../../core/clock';
import { startWorkerSums } from '../workerSums';

const sha256 =
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const md5 = '900150983cd24fb0d6963f7d28e17f72';
const abc = Uint8Array.from([97, 98, 99]);

/** A worker without a thread: what is posted comes a little later. */
class FakeWorker {
  onmessage: ((event: MessageEvent) => unknown) | null = null;
  onerror: (() => unknown) | null = null;
  onmessageerror: (() => unknown) | null = null;
  isEnded = false;

  postMessage(message: SumRequest): void {
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
  serveSums(worker.inner);
  return worker;
}

/** Long sleeps end at once. */
const hasty: IClock = { ...systemClock, sleep: async () => undefined };
const patient: IClock = {
  ...systemClock,
  sleep: () => new Promise(() => undefined)
};

async function sumsOf(workers: (() => FakeWorker)[], clock = patient) {
  const made: FakeWorker[] = [];
  const sums = await startWorkerSums(clock, async () => {
    const start = workers.shift();
    if (!start) {
      throw new Error('forbidden');
    }
    made.push(start());
    return made[made.length - 1] as unknown as Worker;
  });
  return { sums, made };
}

async function sumOf(sums: ISums, kind: SumKind): Promise<string> {
  const sum = await sums.begin(kind);
  await sum.update(abc);
  return sum.digest();
}

describe('startWorkerSums', () => {
  it('computes them in two workers, and ends both', async () => {
    const { sums, made } = await sumsOf([serving, serving]);
    expect(await sumOf(sums, 'sha256')).toBe(sha256);
    expect(await sumOf(sums, 'md5')).toBe(md5);
    expect(made.map(({ isEnded }) => isEnded)).toEqual([false, false]);
    sums.end();
    expect(made.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  });

  it('computes them in this thread where there are no workers', async () => {
    const sums = await startWorkerSums();
    expect(await sumOf(sums, 'sha256')).toBe(sha256);
    expect(await sumOf(sums, 'md5')).toBe(md5);
    sums.end();
  });

  it('computes them in this thread where making one is forbidden', async () => {
    const { sums } = await sumsOf([]);
    expect(await sumOf(sums, 'sha256')).toBe(sha256);
  });

  it.each<[string, (worker: FakeWorker) => void, IClock]>([
    ['breaks', worker => worker._later(() => worker.onerror?.()), patient],
    [
      'cannot do it',
      worker => worker.inner.postMessage({ type: 'failed' }),
      patient
    ],
    ['never answers', () => undefined, hasty]
  ])(
    'computes them in this thread, and ends both, when one worker %s',
    async (_, act, clock) => {
      const broken = () => {
        const worker = new FakeWorker();
        act(worker);
        return worker;
      };
      const { sums, made } = await sumsOf([serving, broken], clock);
      expect(await sumOf(sums, 'md5')).toBe(md5);
      expect(made.map(({ isEnded }) => isEnded)).toEqual([true, true]);
    }
  );

  it('loses what a worker had that broke, and keeps the other', async () => {
    const { sums, made } = await sumsOf([serving, serving]);
    const sum = await sums.begin('sha256');
    const digest = sum.digest();
    made[0].onerror?.();
    await expect(digest).rejects.toBeInstanceOf(SumsLostError);
    expect(made[0].isEnded).toBe(true);
    expect(await sumOf(sums, 'md5')).toBe(md5);
  });
});
