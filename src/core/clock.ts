import { CancelledError } from './error';

/** The port to time and chance. Adapters: the real one; one that a test turns by hand. */
export interface IClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Wait.
   *
   * @throws CancelledError when the signal is aborted meanwhile
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

/** The real clock. */
export const systemClock: IClock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new CancelledError('Cancelled', { cause: signal?.reason }));
      };
      if (signal?.aborted) {
        reject(new CancelledError('Cancelled', { cause: signal.reason }));
        return;
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    })
};

/** A clock for tests: sleeping takes no time and is written down. */
export class TestClock implements IClock {
  constructor(private _now = Date.UTC(2026, 10, 21, 12)) {}

  /** The length of each sleep so far, in milliseconds. */
  readonly sleeps: number[] = [];

  now(): number {
    return this._now;
  }

  random(): number {
    return 0.5;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      throw new CancelledError('Cancelled', { cause: signal.reason });
    }
    this.sleeps.push(milliseconds);
    this._now += milliseconds;
  }
}
