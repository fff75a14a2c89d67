import { CancelledError } from '../../core/error';
import type { ITestEvidence } from '../../core/testRun/evidence';
import {
  isEnded,
  type ITestRun,
  type ITestRuns
} from '../../core/testRun/testRuns';
import type { ITranslator } from '../../core/text';
import { textOf } from '../userText';
import { evidenceOf } from './evidenceOf';
import type { TestRunFiles } from './testRunFiles';
import type { TestRunResults } from './testRunResults';
import type { ITestRunState } from './testRunState';

/** What a course shows, and asks. */
export interface IRunCourseOptions {
  readonly files: TestRunFiles;
  readonly results: TestRunResults;
  readonly trans: ITranslator;
  tell(change: Partial<ITestRunState>): void;
  /** The run is further than it was. */
  onState(run: ITestRun): void;
  /** All notebooks of the bundle. */
  notebooks(): readonly string[];
  /** The run is over. @param evidence - null = it showed nothing */
  onEnd(evidence: ITestEvidence | null): void;
}

/** Shows how a run goes on, and at its end what it showed. */
export class RunCourse {
  constructor(private readonly _options: IRunCourseOptions) {}

  /** Follow a run to its end. Never rejects: what goes wrong is told. */
  async follow(runs: ITestRuns, begun: ITestRun): Promise<void> {
    const { tell, onState, trans } = this._options;
    const { signal } = (this._abort = new AbortController());
    const show = (run: ITestRun) => {
      tell({ run, status: 'running' });
      onState(run);
    };
    show(begun);
    try {
      const run = isEnded(begun)
        ? begun
        : await runs.follow(begun.id, show, signal);
      await this._end(runs, run, signal);
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        const words = trans.__(
          'Jupyter’s server no longer tells how the test run goes on. Open the panel again to look for it.'
        );
        tell({ status: 'idle', problem: textOf(error, words) });
      }
    }
  }

  /** Follow it no longer. */
  stop(): void {
    this._abort?.abort();
  }

  private async _end(
    runs: ITestRuns,
    run: ITestRun,
    signal: AbortSignal
  ): Promise<void> {
    const { tell, files, results, notebooks, onEnd } = this._options;
    if (run.phase === 'cancelled') {
      tell({ status: 'idle', run: null });
      return;
    }
    tell({ run, status: 'ending' });
    const holds = (await files.stampOfRun()) === run.stamp;
    const shown = await results.of(runs, run, holds, signal);
    if (signal.aborted) {
      return;
    }
    tell({
      ...{ run, status: 'ended', holds },
      results: shown.results,
      findings: shown.findings
    });
    onEnd(
      run.phase === 'done' ? evidenceOf(run, notebooks(), shown.outputs) : null
    );
  }

  private _abort: AbortController | null = null;
}
