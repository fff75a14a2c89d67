import type { IFreshOrder } from '../core/testRun/freshKernels';
import type { INotebookRun, ITestRun } from '../core/testRun/testRuns';

/** A run in the browser, as it is told. */
export class RunState {
  constructor(
    order: IFreshOrder,
    private readonly _onState: (run: ITestRun) => void
  ) {
    this._run = {
      id: `fresh-${order.stamp}-${Date.now()}`,
      publication: order.publication,
      stamp: order.stamp,
      phase: 'queued',
      begun: Date.now(),
      ended: 0,
      now: null,
      environment: null,
      notebooks: order.notebooks.map(path => ({
        path,
        outcome: 'waiting',
        cells: 0,
        done: 0,
        cell: null,
        error: null,
        seconds: 0,
        peakBytes: 0,
        outside: []
      })),
      failure: null,
      logLength: 0
    };
  }

  change(change: Partial<ITestRun>): ITestRun {
    this._run = { ...this._run, ...change };
    this._onState(this._run);
    return this._run;
  }

  notebook(path: string, change: Partial<INotebookRun>): void {
    this.change({
      notebooks: this._run.notebooks.map(one =>
        one.path === path ? { ...one, ...change } : one
      )
    });
  }

  private _run: ITestRun;
}
