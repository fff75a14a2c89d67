import type { SumRequest } from '../../core/bundle/sums/sumMessages';
import { serveSums } from '../../core/bundle/sums/sumServer';
import {
  IKeptFile,
  IKeptFileWriter,
  noKeptFiles
} from '../../core/bundle/sums/keptFiles';
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

/** A worker that keeps what it is told to, in memory. */
function keeping(written: number[]): FakeWorker {
  const worker = new FakeWorker();
  const writer: IKeptFileWriter = {
    write: bytes => void written.push(...bytes),
    close: () => undefined
  };
  serveSums(worker.inner, async () => writer);
  return worker;
}

/** Files of which it is noted when they are dropped. */
function someFiles() {
  const dropped: string[] = [];
  const blob = new Blob();
  const file: IKeptFile = {
    name: 'a.zip',
    blob: async () => blob,
    drop: () => void dropped.push('a.zip')
  };
  const files = { ...noKeptFiles, reserve: async () => file };
  return { files, dropped, blob };
}

/** Long sleeps end at once. */
const hasty: IClock = { ...systemClock, sleep: async () => undefined };
const patient: IClock = {
  ...systemClock,
  sleep: () => new Promise(() => undefined)
};

async function sumsOf(
  workers: (() => FakeWorker)[],
  clock = patient,
  files = noKeptFiles
) {
  const made: FakeWorker[] = [];
  const sums = await startWorkerSums(
    clock,
    async () => {
      const start = workers.shift();
      if (!start) {
        throw new Error('forbidden');
      }
      made.push(start());
      return made[made.length - 1] as unknown as Worker;
    },
    files
  );
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

  it('keeps an archive, which belongs to who takes it', async () => {
    const written: number[] = [];
    const { files, dropped, blob } = someFiles();
    const makers = [serving, () => keeping(written)];
    const { sums } = await sumsOf(makers, patient, files);
    const kept = await sums.keep(3);
    await kept?.md5.update(abc);
    expect(await kept?.md5.digest()).toBe(md5);
    expect(written).toEqual([...abc]);
    const file = await kept?.beginFile();
    await file?.update(abc);
    expect(await file?.digest()).toBe(`${sha256}352441c2`);
    expect(await kept?.blob()).toBe(blob);
    sums.end();
    expect(dropped).toEqual([]);
  });

  it('drops what nobody has taken', async () => {
    const { files, dropped } = someFiles();
    const makers = [serving, () => keeping([])];
    const { sums } = await sumsOf(makers, patient, files);
    await sums.keep(3);
    expect(dropped).toEqual([]);
    sums.end();
    expect(dropped).toEqual(['a.zip']);
  });

  it('keeps nothing where the worker cannot, or there is no file', async () => {
    const { files, dropped } = someFiles();
    const { sums } = await sumsOf([serving, serving], patient, files);
    expect(await sums.keep(3)).toBeNull();
    sums.end();
    expect(dropped).toEqual(['a.zip']);
    const without = await sumsOf([serving, () => keeping([])]);
    expect(await without.sums.keep(3)).toBeNull();
    expect(await sumOf(without.sums, 'md5')).toBe(md5);
  });

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
