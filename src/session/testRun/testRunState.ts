import type { ITestEvidence, OutputVerdict } from '../../core/testRun/evidence';
import type { INotebookComparison } from '../../core/testRun/outputs/compareNotebooks';
import type {
  INotebookRun,
  ITestRun,
  ITestRunOffer
} from '../../core/testRun/testRuns';
import { noLimits, type WrittenLimits } from '../../core/testRun/timeLimits';
import type { IFinding } from '../../core/finding';

/** The notebooks that are run as a reader would, and what came of it. */
export interface ITestRunState {
  /**
   * How notebooks can be run here.
   *
   * - `unknown`: it is being asked
   * - `environment`: in a fresh environment, on Jupyter's server
   * - `kernel`: in a fresh kernel of this page, on a copy of the files; that shows less
   * - `none`: not at all
   */
  readonly how: 'unknown' | 'environment' | 'kernel' | 'none';
  /** What the server allows; null = it runs nothing. */
  readonly offer: ITestRunOffer | null;
  /** The bundled notebooks, and which of them are to be run. */
  readonly notebooks: readonly {
    readonly path: string;
    readonly on: boolean;
  }[];
  /** How long it may take, as the user wrote it. */
  readonly limits: WrittenLimits;
  /** `starting`: the files are prepared; `ending`: what came out is being compared. */
  readonly status: 'idle' | 'starting' | 'running' | 'ending' | 'ended';
  /** The run as the server tells it; null = there is none, or it is forgotten there. */
  readonly run: ITestRun | null;
  /** What was shown last, also by a run that the server forgot; null = nothing yet. */
  readonly evidence: ITestEvidence | null;
  /** The files are still those that were run. */
  readonly holds: boolean;
  /** It is to be told in the record. */
  readonly tells: boolean;
  /** By notebook, in the order in which they were run. */
  readonly results: readonly INotebookResult[];
  /** Of the run as a whole, as what could not be installed. */
  readonly findings: readonly IFinding[];
  /** The log, as far as it was asked for; null = it is folded. */
  readonly log: string | null;
  /** Why it did not work: the user's text. */
  readonly problem: string | null;
}

/** What became of one notebook, and what mends it. */
export interface INotebookResult {
  readonly run: INotebookRun;
  /** How its outputs compare with those that are stored; null = they were not compared. */
  readonly outputs: OutputVerdict | null;
  /** The same, cell by cell; null where it was compared by an earlier page. */
  readonly comparison: INotebookComparison | null;
  readonly findings: readonly IFinding[];
}

/** Nothing is known yet. */
export const noTestRun: ITestRunState = {
  how: 'unknown',
  offer: null,
  notebooks: [],
  limits: noLimits,
  status: 'idle',
  run: null,
  evidence: null,
  holds: false,
  tells: false,
  results: [],
  findings: [],
  log: null,
  problem: null
};
