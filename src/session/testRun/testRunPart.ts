import { CancelledError, PublisherError } from '../../core/error';
import {
  isWorthTelling,
  type ITestEvidence
} from '../../core/testRun/evidence';
import type { ITestRun, ITestRuns } from '../../core/testRun/testRuns';
import { hasWrongLimit, type TimeLimitOf } from '../../core/testRun/timeLimits';
import type { IChanges } from '../changes';
import type { ContentsPart } from '../contentsPart';
import type { IEnvironmentFacts } from '../environmentFacts';
import type { Inspection } from '../inspection';
import type { ISessionPorts } from '../ports';
import type { PublicationStore } from '../store';
import { textOf } from '../userText';
import { FreshTestRuns } from './freshTestRuns';
import { orderOf } from './orderOf';
import { RunCourse } from './runCourse';
import { RunLog } from './runLog';
import { RunOrders } from './runOrders';
import type { ITestRunActions } from './testRunActions';
import { TestRunFiles } from './testRunFiles';
import { TestRunResults } from './testRunResults';
import { type ITestRunState, noTestRun } from './testRunState';

/**
 * Runs the notebooks as a reader would, before they are published. It goes on
 * when the panel is closed, and is found again; what it showed holds for these
 * very files only.
 */
export class TestRunPart implements ITestRunActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    inspection: Inspection,
    private readonly _changes: IChanges,
    facts: (asks: boolean) => Promise<IEnvironmentFacts>
  ) {
    this._files = new TestRunFiles(_ports, _contents, inspection);
    const { files, freshKernels: kernels, trans } = _ports;
    // Its copy lies at the top: beside the project, its other files would be near.
    const small = { files, trans, folder: '' };
    this._runs = kernels && new FreshTestRuns({ ...small, kernels });
    this._orders = new RunOrders(_ports.clock);
    this._log = new RunLog(text => this._tell({ log: text }));
    this._course = new RunCourse({
      files: this._files,
      results: new TestRunResults(_ports, _contents, inspection, facts),
      trans,
      tell: change => this._tell(change),
      onState: run => this._log.grown(run),
      notebooks: () => _contents.notebooks,
      onEnd: evidence => {
        // One that could not be made does not take away what another showed.
        this.evidence = evidence ?? this.evidence;
        this._tell({ evidence: this.evidence });
        _changes.formChanged();
      }
    });
  }

  /** Notebooks that were unticked. */
  without: readonly string[] = [];

  /** How long a run may take, as the user wrote it. */
  limits = noTestRun.limits;

  /** What the last run showed. */
  evidence: ITestEvidence | null = null;

  /** The user wants it told. */
  tells = false;

  /** What goes into the record: nothing that does not hold. */
  get told(): ITestEvidence | undefined {
    const { evidence, holds, tells } = this._state;
    return evidence && holds && tells && isWorthTelling(evidence)
      ? evidence
      : undefined;
  }

  /** Ask what is possible here, and for a run of this publication. */
  async look(): Promise<void> {
    const { server } = this._ports;
    const offer = (await server.testRuns?.offer()) ?? null;
    if (offer) {
      this._runs = server.testRuns;
    }
    const small = (await this._runs?.offer()) ?? null;
    this._tell({
      offer: offer ?? small,
      how: offer ? 'environment' : small ? 'kernel' : 'none'
    });
    if (!this._runs) {
      return;
    }
    try {
      const { id } = this._store.state;
      const run = (await this._runs.list()).find(
        one => one.publication === id && one.phase !== 'cancelled'
      );
      if (run) {
        void this._course.follow(this._runs, run);
      }
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
      // It can still be run again.
    }
  }

  /** Tell anew which notebooks there are, and whether what was shown still holds. */
  async refresh(): Promise<void> {
    this._tell({
      notebooks: this._contents.notebooks.map(path => ({
        path,
        on: !this.without.includes(path)
      })),
      evidence: this.evidence,
      ...{ tells: this.tells, limits: this.limits }
    });
    const stamp = this.evidence?.stamp ?? this._state.run?.stamp;
    if (stamp === undefined) {
      return;
    }
    const now = await this._files.stampNow();
    if (now !== undefined) {
      this._tell({ holds: now === stamp });
    }
  }

  choose(path: string, on: boolean): void {
    const others = this.without.filter(one => one !== path);
    this.without = on ? others : [...others, path];
    this._tell({
      notebooks: this._state.notebooks.map(one =>
        one.path === path ? { path, on } : one
      )
    });
    this._changes.formChanged();
  }

  setLimit(of: TimeLimitOf, minutes: string): void {
    this.limits = { ...this.limits, [of]: minutes };
    this._tell({ limits: this.limits });
    this._changes.formChanged();
  }

  async start(): Promise<void> {
    const { trans } = this._ports;
    const { status, limits, offer } = this._state;
    const isBusy = status !== 'idle' && status !== 'ended';
    if (!this._runs || isBusy || hasWrongLimit(limits, offer, trans)) {
      return;
    }
    this._log.fold();
    this._tell({
      ...{ status: 'starting', run: null, problem: null },
      ...{ results: [], findings: [] }
    });
    const { signal } = (this._abort = new AbortController());
    try {
      const run = await this._order(this._runs, signal);
      if (run) {
        await this._course.follow(this._runs, run);
        return;
      }
    } catch (error) {
      if (!(error instanceof CancelledError) && !signal.aborted) {
        const words = trans.__('The test run could not be started. Try again.');
        this._tell({ problem: textOf(error, words) });
      }
    }
    if (!signal.aborted) {
      this._tell({ status: 'idle' });
    }
  }

  async cancel(): Promise<void> {
    const { run, status } = this._state;
    this._orders.giveUp();
    this._abort?.abort();
    this._course.stop();
    if (run && status !== 'ended') {
      try {
        await this._runs?.cancel(run.id);
      } catch (error) {
        const words = this._ports.trans.__('The test run could not be ended.');
        this._tell({ problem: textOf(error, words) });
        return;
      }
    }
    this._tell({ status: 'idle', run: null, results: [], findings: [] });
  }

  showLog(on: boolean): void {
    const { run } = this._state;
    if (on && run && this._runs) {
      this._log.unfold(this._runs, run);
    } else {
      this._log.fold();
    }
  }

  setTells(on: boolean): void {
    this.tells = on;
    this._tell({ tells: on });
    this._changes.formChanged();
  }

  /** The panel was closed: what runs goes on. */
  dispose(): void {
    this._isDisposed = true;
    this._abort?.abort();
    this._course.stop();
    this._log.dispose();
  }

  private async _order(
    runs: ITestRuns,
    signal: AbortSignal
  ): Promise<ITestRun | null> {
    const files = await this._files.order(signal);
    if (!files) {
      return null;
    }
    const order = orderOf(this._store.state, files, this._ports.trans);
    return this._orders.begin(runs, order, signal);
  }

  private get _state(): ITestRunState {
    return this._store.state.testRun;
  }

  private _tell(change: Partial<ITestRunState>): void {
    if (!this._isDisposed) {
      this._store.update('testRun', change);
    }
  }

  private readonly _files: TestRunFiles;
  private readonly _course: RunCourse;
  private readonly _orders: RunOrders;
  private readonly _log: RunLog;
  /** The smaller check, until it is known that the server makes the larger one. */
  private _runs: ITestRuns | null;
  private _abort: AbortController | null = null;
  private _isDisposed = false;
}
