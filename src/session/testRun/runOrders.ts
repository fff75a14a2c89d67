import type { IClock } from '../../core/clock';
import { CancelledError, PublisherError } from '../../core/error';
import { TestRunRefusedError } from '../../core/testRun/testRunError';
import {
  isEnded,
  type ITestRun,
  type ITestRunOrder,
  type ITestRuns
} from '../../core/testRun/testRuns';

/** Milliseconds for which the answer to an order is waited for that was given up. */
const patience = 30_000;

/** Milliseconds before each look for a run whose answer never came. */
const looks = [0, 5000];

/** An order that the server has not answered yet. */
interface IOrdered {
  readonly runs: ITestRuns;
  readonly order: ITestRunOrder;
  readonly answer: Promise<ITestRun>;
  /** Of the request itself. */
  readonly abort: AbortController;
}

/**
 * Orders runs. A request that is broken off may have begun a run all the same,
 * of which nobody would know: so it is let be, and what it began is taken back.
 */
export class RunOrders {
  constructor(private readonly _clock: IClock) {}

  /**
   * Order a run.
   *
   * @param signal - nobody waits for the answer any more; what is ordered stays so
   * @throws TestRunRefusedError, PublisherError, CancelledError
   */
  async begin(
    runs: ITestRuns,
    order: ITestRunOrder,
    signal: AbortSignal
  ): Promise<ITestRun> {
    // The same order would join the run that is about to be ended.
    await unlessAborted(this._takenBack, signal);
    const abort = new AbortController();
    const answer = runs.start(order, abort.signal);
    const ordered = (this._ordered = { runs, order, answer, abort });
    try {
      return await unlessAborted(answer, signal);
    } finally {
      if (this._ordered === ordered) {
        this._ordered = null;
      }
    }
  }

  /** What was ordered is not wanted any more; quietly, it may take a while. */
  giveUp(): void {
    if (this._ordered) {
      this._takenBack = this._takeBack(this._ordered);
      this._ordered = null;
    }
  }

  private async _takeBack({
    runs,
    order,
    answer,
    abort
  }: IOrdered): Promise<void> {
    const answered = new AbortController();
    void this._breakOff(abort, answered.signal);
    try {
      const run = await this._begun(runs, order, answer);
      if (run) {
        await runs.cancel(run.id);
      }
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
      // The server is out of reach. The panel finds the run when it is opened anew.
    } finally {
      answered.abort();
    }
  }

  /** The run that an order began; null = none. */
  private async _begun(
    runs: ITestRuns,
    order: ITestRunOrder,
    answer: Promise<ITestRun>
  ): Promise<ITestRun | null> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof TestRunRefusedError) {
        return null;
      }
      return this._find(runs, order);
    }
  }

  private async _find(
    runs: ITestRuns,
    { publication, stamp }: ITestRunOrder
  ): Promise<ITestRun | null> {
    let failure: unknown = null;
    for (const wait of looks) {
      await this._clock.sleep(wait);
      try {
        const found = (await runs.list()).find(
          run =>
            run.publication === publication &&
            run.stamp === stamp &&
            !isEnded(run)
        );
        if (found) {
          return found;
        }
      } catch (error) {
        failure = error;
      }
    }
    if (failure !== null) {
      throw failure;
    }
    return null;
  }

  /** What takes long to be sent, or hangs, is waited for so long only. */
  private async _breakOff(
    abort: AbortController,
    answered: AbortSignal
  ): Promise<void> {
    try {
      await this._clock.sleep(patience, answered);
      abort.abort();
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }

  private _ordered: IOrdered | null = null;
  private _takenBack: Promise<void> = Promise.resolve();
}

/** Work that goes on, but is no longer waited for. @throws CancelledError, or as the work does */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(new CancelledError('Cancelled', { cause: signal.reason }));
    void work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) {
      stop();
    } else {
      signal.addEventListener('abort', stop, { once: true });
    }
  });
}
