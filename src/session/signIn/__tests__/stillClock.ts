import type { IClock } from '../../../core/clock';
import { CancelledError } from '../../../core/error';

/** A clock that a test turns by hand: who sleeps sleeps until then. */
export class StillClock implements IClock {
  constructor(private _now = Date.UTC(2026, 10, 21, 12)) {}

  now(): number {
    return this._now;
  }

  random(): number {
    return 0.5;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () =>
        reject(new CancelledError('Cancelled', { cause: signal?.reason }));
      if (signal?.aborted) {
        stop();
        return;
      }
      signal?.addEventListener('abort', stop, { once: true });
      this._sleepers.push({ until: this._now + milliseconds, wake: resolve });
    });
  }

  /** Let time pass, and what waited for it run. */
  async turn(milliseconds: number): Promise<void> {
    this._now += milliseconds;
    for (const sleeper of this._sleepers.splice(0)) {
      if (sleeper.until <= this._now) {
        sleeper.wake();
      } else {
        this._sleepers.push(sleeper);
      }
    }
    await new Promise(resolve => setTimeout(resolve));
  }

  private readonly _sleepers: { until: number; wake: () => void }[] = [];
}
