import { CancelledError } from '../error';

/** Lets one piece of work go on at a time, in the order in which they came. */
export class Turns {
  /**
   * Do some work when it is its turn.
   *
   * @param onQueue - told true when there is something to wait for, and false
   *   when that is over
   * @throws CancelledError when the signal is aborted while waiting; what the
   *   work throws
   */
  async take<T>(
    work: () => Promise<T>,
    onQueue: (waiting: boolean) => void,
    signal?: AbortSignal
  ): Promise<T> {
    const before = this._last;
    let end: () => void = () => undefined;
    const own = new Promise<void>(resolve => (end = resolve));
    const all = before.then(() => own);
    this._last = all;
    this._count++;
    try {
      if (this._count > 1) {
        onQueue(true);
        try {
          await unlessAborted(before, signal);
        } finally {
          onQueue(false);
        }
      }
      return await work();
    } finally {
      this._count--;
      end();
    }
  }

  private _last: Promise<void> = Promise.resolve();
  private _count = 0;
}

function unlessAborted(
  promise: Promise<void>,
  signal: AbortSignal | undefined
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(new CancelledError('Cancelled', { cause: signal?.reason }));
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    void promise.then(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
  });
}
