import { InThreadSums } from '../core/bundle/sums/inThreadSums';
import { RemoteSums } from '../core/bundle/sums/remoteSums';
import type { IKeptFile, IKeptFiles } from '../core/bundle/sums/keptFiles';
import type {
  IKeptArchive,
  ISum,
  ISums,
  SumKind
} from '../core/bundle/sums/sums';
import { IClock, systemClock } from '../core/clock';
import { keptFiles } from './keptFiles';
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
 * @param files - what keeps a large archive.
 */
export async function startWorkerSums(
  clock: IClock = systemClock,
  make: () => Promise<Worker> = makeWorker,
  files: IKeptFiles = keptFiles(clock)
): Promise<ISums> {
  const starts = [startOne(clock, make), startOne(clock, make)];
  try {
    const [sha256, md5] = await Promise.all(starts);
    return new WorkerSums(sha256, md5, files);
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
  constructor(
    private readonly _ofFiles: RemoteSums,
    private readonly _ofArchive: RemoteSums,
    private readonly _files: IKeptFiles
  ) {}

  begin(kind: SumKind): Promise<ISum> {
    return (kind === 'md5' ? this._ofArchive : this._ofFiles).begin(kind);
  }

  async keep(bytes: number): Promise<IKeptArchive | null> {
    const file = await this._files.reserve(bytes);
    if (!file) {
      return null;
    }
    this._growing.add(file);
    const md5 = await this._ofArchive.keep(file.name);
    return (
      md5 && {
        md5,
        beginFile: () => this._ofFiles.begin('sha256-crc32'),
        blob: async () => {
          const blob = await file.blob();
          this._growing.delete(file);
          return blob;
        }
      }
    );
  }

  end(): void {
    this._ofFiles.end();
    this._ofArchive.end();
    for (const file of this._growing) {
      file.drop();
    }
    this._growing.clear();
  }

  /** Files that nobody holds yet. */
  private readonly _growing = new Set<IKeptFile>();
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
