import { InThreadSums } from '../core/bundle/sums/inThreadSums';
import { RemoteSums } from '../core/bundle/sums/remoteSums';
import type { ISum, ISums, SumKind } from '../core/bundle/sums/sums';
import { IClock, systemClock } from '../core/clock';
import { workerReady } from './workerReady';

async function makeWorker(): Promise<Worker> {
  if (typeof Worker === 'undefined') {
    throw new Error('There are no workers here');
  }
  return (await import('./makeSumWorker')).makeSumWorker();
}

/**
 * Start two workers that compute the sums of one archive, beside each other and
 * beside the page. Where none can be started (the page's security policy
 * forbids it; Node), they are computed in this thread, with the same result.
 *
 * @param make - makes a worker; tests have their own.
 */
export async function startWorkerSums(
  clock: IClock = systemClock,
  make: () => Promise<Worker> = makeWorker
): Promise<ISums> {
  const starts = [startOne(clock, make), startOne(clock, make)];
  try {
    const [sha256, md5] = await Promise.all(starts);
    return new WorkerSums({ sha256, md5 });
  } catch {
    // Not an error for the user: it is slower only, and the page less lively.
    for (const start of await Promise.allSettled(starts)) {
      if (start.status === 'fulfilled') {
        start.value.end();
      }
    }
    return new InThreadSums();
  }
}

/** A worker for the files' sums, and one for the archive's. */
class WorkerSums implements ISums {
  constructor(private readonly _by: Readonly<Record<SumKind, RemoteSums>>) {}

  begin(kind: SumKind): Promise<ISum> {
    return this._by[kind].begin(kind);
  }

  end(): void {
    this._by.sha256.end();
    this._by.md5.end();
  }
}

async function startOne(
  clock: IClock,
  make: () => Promise<Worker>
): Promise<RemoteSums> {
  const worker = await make();
  try {
    await workerReady(worker, clock);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  const sums = new RemoteSums(worker, () => worker.terminate());
  worker.onerror = worker.onmessageerror = () => sums.end();
  return sums;
}
