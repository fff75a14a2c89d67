import { CancelledError } from '../../error';
import {
  type INotebookRun,
  isEnded,
  type ITestRun,
  type ITestRunOffer,
  type ITestRunOrder,
  type ITestRuns
} from '../testRuns';

/** A notebook that ran to its end. */
export function ranNotebook(
  path: string,
  change: Partial<INotebookRun> = {}
): INotebookRun {
  return {
    ...{ path, outcome: 'ran', cells: 2, done: 2, cell: null, error: null },
    ...{ seconds: 3.2, peakBytes: 90e6, outside: [] },
    ...change
  };
}

/** One that stopped at the import of a module that is not there. */
export function lacking(path: string, module: string): INotebookRun {
  const value = `No module named '${module}'`;
  return ranNotebook(path, {
    ...{ outcome: 'error', done: 0, cell: 1 },
    error: {
      ...{ name: 'ModuleNotFoundError', value },
      traceback: `ModuleNotFoundError: ${value}`
    }
  });
}

/** An environment as Binder would make it. */
export const madeEnvironment: NonNullable<ITestRun['environment']> = {
  ...{ tool: 'uv', files: ['requirements.txt'], language: 'python' },
  ...{ wanted: '3.12', used: '3.12.4', differences: [], isolation: 'hidden' },
  seconds: 2.1
};

/**
 * A server that runs nothing, but says how it went. Each run waits until it is
 * told to `go`. The real one is tested by pytest, and with the panel in a browser.
 */
export class SimulatedTestRuns implements ITestRuns {
  offered: ITestRunOffer | null = {
    ...{ maxBytes: 1e9, cellSeconds: 600, totalSeconds: 3600 },
    memoryBytes: 2 ** 31
  };
  readonly orders: ITestRunOrder[] = [];
  readonly cancelled: string[] = [];
  /** What the notebooks became, by path; others run to their ends. */
  readonly ends = new Map<string, INotebookRun>();
  /** Of the whole, where there is no result. */
  failure: ITestRun['failure'] = null;
  /** What came out of the notebooks, by path. */
  readonly rerun = new Map<string, string>();
  words = 'Installed six\n';
  /** What happens between the beginning of a run and the answer that tells of it; may throw. */
  beforeAnswer: (signal?: AbortSignal) => Promise<void> = async () => undefined;

  async offer(): Promise<ITestRunOffer | null> {
    return this.offered;
  }

  async start(order: ITestRunOrder, signal?: AbortSignal): Promise<ITestRun> {
    this.orders.push(order);
    const run = this._set({
      ...{ id: `r${this.orders.length}`, phase: 'running' },
      ...{ publication: order.publication, stamp: order.stamp },
      ...{ begun: 1000, ended: 0, failure: null },
      environment: madeEnvironment,
      notebooks: order.notebooks.map(path =>
        ranNotebook(path, { outcome: 'waiting', done: 0, seconds: 0 })
      ),
      now: { notebook: order.notebooks[0], cell: 1, cells: 2 },
      logLength: this.words.length
    });
    await this.beforeAnswer(signal);
    return run;
  }

  /** Let the last run come to its end. */
  go(): void {
    const last = this._runs[this._runs.length - 1];
    this._set({
      ...last,
      ...{ now: null, ended: Date.UTC(2026, 10, 21, 12) },
      phase: this.failure ? 'failed' : 'done',
      failure: this.failure,
      notebooks: last.notebooks.map(({ path }) =>
        this.failure
          ? ranNotebook(path, { outcome: 'waiting' })
          : (this.ends.get(path) ?? ranNotebook(path))
      )
    });
  }

  async list(): Promise<readonly ITestRun[]> {
    return [...this._runs].reverse();
  }

  async follow(
    id: string,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<ITestRun> {
    for (;;) {
      const run = this._runs.find(one => one.id === id);
      if (signal?.aborted || !run) {
        throw new CancelledError('Cancelled');
      }
      onState(run);
      if (isEnded(run)) {
        return run;
      }
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }

  async log(_id: string, from: number): Promise<string> {
    return this.words.slice(from);
  }

  async notebook(_id: string, path: string): Promise<string> {
    return this.rerun.get(path) ?? '{}';
  }

  async cancel(id: string): Promise<void> {
    this.cancelled.push(id);
    this._runs = this._runs.filter(run => run.id !== id);
  }

  private _set(run: ITestRun): ITestRun {
    this._runs = [...this._runs.filter(({ id }) => id !== run.id), run];
    return run;
  }

  private _runs: readonly ITestRun[] = [];
}
