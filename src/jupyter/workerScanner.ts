import { RemoteScanner } from '../core/checks/secrets/remoteScanner';
import type {
  IScanOptions,
  ISecretHit
} from '../core/checks/secrets/secretHit';
import { InThreadScanner } from '../core/checks/secrets/secretScanner';
import type {
  IScanItem,
  ISecretScanner
} from '../core/checks/secrets/secretScanner';
import { IClock, systemClock } from '../core/clock';
import { workerReady } from './workerReady';

/** Milliseconds without work after which the worker ends, and the token in it. */
const IDLE = 30_000;

async function makeWorker(): Promise<Worker> {
  if (typeof Worker === 'undefined') {
    throw new Error('There are no workers here');
  }
  return (await import('./makeSecretWorker')).makeSecretWorker();
}

/**
 * Looks for secrets in a worker, so that the page stays usable. Where no
 * worker can be started (the page's security policy forbids it; Node), it is
 * done in this thread, with the same result.
 *
 * The worker starts with the first file and ends some time after the last.
 */
export class WorkerScanner implements ISecretScanner {
  /**
   * @param _options - they go to the worker in a message, never in an address.
   * @param _make - makes the worker; tests have their own.
   */
  constructor(
    private readonly _options: IScanOptions,
    private readonly _clock: IClock = systemClock,
    private readonly _make: () => Promise<Worker> = makeWorker
  ) {}

  scan(
    items: Iterable<IScanItem> | AsyncIterable<IScanItem>,
    signal?: AbortSignal
  ): Promise<ISecretHit[]> {
    return this._with(scanner => scanner.scan(items, signal));
  }

  mask(
    path: string,
    bytes: Uint8Array,
    keys: readonly string[]
  ): Promise<Uint8Array> {
    return this._with(scanner => scanner.mask(path, bytes, keys));
  }

  private async _with<T>(
    work: (scanner: ISecretScanner) => Promise<T>
  ): Promise<T> {
    this._idle?.abort();
    this._jobs++;
    try {
      this._scanner ??= this._start();
      return await work(await this._scanner);
    } finally {
      this._jobs--;
      if (this._jobs === 0 && this._end) {
        void this._endWhenIdle();
      }
    }
  }

  private async _start(): Promise<ISecretScanner> {
    let worker: Worker | null = null;
    try {
      worker = await this._make();
      await workerReady(worker, this._clock);
    } catch {
      // Not an error for the user: it is slower only, and the page less lively.
      worker?.terminate();
      return new InThreadScanner(this._options, this._clock);
    }
    const scanner = new RemoteScanner(worker, this._options);
    const running = worker;
    this._end = () => {
      running.terminate();
      scanner.lost();
      this._scanner = null;
      this._end = null;
    };
    running.onerror = () => this._end?.();
    return scanner;
  }

  private async _endWhenIdle(): Promise<void> {
    const { signal } = (this._idle = new AbortController());
    try {
      await this._clock.sleep(IDLE, signal);
    } catch {
      // There is new work.
      return;
    }
    if (this._jobs === 0) {
      this._end?.();
    }
  }

  private _scanner: Promise<ISecretScanner> | null = null;
  private _end: (() => void) | null = null;
  private _idle: AbortController | null = null;
  private _jobs = 0;
}
