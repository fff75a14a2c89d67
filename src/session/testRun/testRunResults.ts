import { PublisherError } from '../../core/error';
import type { IFinding } from '../../core/finding';
import type { CauseKind, ICause } from '../../core/testRun/causes/cause';
import type { OutputVerdict } from '../../core/testRun/evidence';
import type { INotebookComparison } from '../../core/testRun/outputs/compareNotebooks';
import type {
  INotebookRun,
  ITestRun,
  ITestRuns
} from '../../core/testRun/testRuns';
import type { ContentsPart } from '../contentsPart';
import type { IEnvironmentFacts } from '../environmentFacts';
import type { Inspection } from '../inspection';
import type { ISessionPorts } from '../ports';
import type { INotebookResult } from './testRunState';

/** What a run showed, for the panel and the record. */
export interface IShownResults {
  readonly results: readonly INotebookResult[];
  /** Of the run as a whole. */
  readonly findings: readonly IFinding[];
  /** By notebook. */
  readonly outputs: ReadonlyMap<string, OutputVerdict>;
}

/** Makes sense of a run that ended: compares outputs, finds causes and what mends them. */
export class TestRunResults {
  /** @param _facts - what is known of the environment; asks the kernel where that is told */
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _facts: (asks: boolean) => Promise<IEnvironmentFacts>
  ) {}

  /**
   * @param holds - the files are still those that were run
   * @throws PublisherError, CancelledError
   */
  async of(
    runs: ITestRuns,
    run: ITestRun,
    holds: boolean,
    signal: AbortSignal
  ): Promise<IShownResults> {
    const findings = holds ? await this._causes(runs, run, signal) : [];
    const results: INotebookResult[] = [];
    for (const one of run.notebooks) {
      const comparison = holds
        ? await this._compare(runs, run, one, signal)
        : null;
      results.push({
        run: one,
        comparison,
        outputs: verdictOf(comparison),
        findings: findings.filter(({ place }) => place?.path === one.path)
      });
    }
    const own = new Set(run.notebooks.map(({ path }) => path));
    return {
      results,
      findings: findings.filter(({ place }) => !own.has(place?.path ?? '')),
      outputs: new Map(
        results.flatMap(({ run: { path }, outputs }) =>
          outputs ? [[path, outputs]] : []
        )
      )
    };
  }

  /** Null = it did not run to its end, or cannot be compared. */
  private async _compare(
    runs: ITestRuns,
    { id, begun }: ITestRun,
    { path, outcome }: INotebookRun,
    signal: AbortSignal
  ): Promise<INotebookComparison | null> {
    const stored = this._inspection.notebooks.find(one => one.path === path);
    if (outcome !== 'ran' || !stored) {
      return null;
    }
    try {
      const rerun = await runs.notebook(id, path, signal);
      // Pictures are decoded by what nobody needs before a run has ended.
      const { compareNotebooks } =
        await import('../../core/testRun/outputs/compareNotebooks');
      const { trans } = this._ports;
      const text = new TextDecoder().decode(stored.bytes);
      return await compareNotebooks(text, rerun, { ran: begun, trans });
    } catch (error) {
      if (error instanceof PublisherError && !signal.aborted) {
        // It ran, which counts by itself.
        return null;
      }
      throw error;
    }
  }

  /** Why it stopped, and what was read from elsewhere though it went well. */
  private async _causes(
    runs: ITestRuns,
    run: ITestRun,
    signal: AbortSignal
  ): Promise<readonly IFinding[]> {
    const { trans } = this._ports;
    const [{ causesOf }, { findingOfCause }, { outsideFindings }] =
      await Promise.all([
        import('../../core/testRun/causes/causesOf'),
        import('../../core/testRun/causes/cause'),
        import('../../core/testRun/causes/outsideFindings')
      ]);
    const log = hasStopped(run) ? await runs.log(run.id, 0, signal) : '';
    const find = async (asks: boolean): Promise<readonly ICause[]> =>
      causesOf(run, {
        ...(await this._facts(asks)),
        entries: this._contents.entries,
        notebooks: this._inspection.notebooks.flatMap(({ path, notebook }) =>
          notebook ? [{ path, notebook }] : []
        ),
        ...{ log, trans }
      });
    let causes = hasStopped(run) ? await find(false) : [];
    if (causes.some(({ kind }) => wantsVersions.has(kind))) {
      // A line with the version that the author has is worth starting a kernel.
      causes = await find(true);
    }
    return [...causes.map(findingOfCause), ...outsideFindings(run, trans)].map(
      finding => ({ ...finding, severity: 'warning' as const })
    );
  }
}

/** Causes that a line of an environment file mends. */
const wantsVersions: ReadonlySet<CauseKind> = new Set([
  'missing-package',
  'companion',
  'package-version'
]);

function hasStopped({ failure, notebooks }: ITestRun): boolean {
  return failure !== null || notebooks.some(({ outcome }) => outcome !== 'ran');
}

function verdictOf(
  comparison: INotebookComparison | null
): OutputVerdict | null {
  return comparison?.verdict === 'unstored'
    ? 'none'
    : (comparison?.verdict ?? null);
}
