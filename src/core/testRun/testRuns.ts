/** The port to run notebooks on Jupyter's server as a reader would: in a fresh environment, made of the very files. */
import type { ITransferEntry } from '../transfer/transfers';

/** What the server is asked to do. */
export interface ITestRunOrder {
  /** The publication, and the stamp of its files: by them a run is found again. */
  readonly publication: string;
  readonly stamp: string;
  /** The notebooks to run, by their paths in the bundle, in this order. */
  readonly notebooks: readonly string[];
  /** All files of the bundle, as they would be deposited. */
  readonly entries: readonly ITransferEntry[];
  /** Seconds that a cell, and all notebooks together, may take; null = as long as the server allows. */
  readonly cellSeconds: number | null;
  readonly totalSeconds: number | null;
}

/** The phases of a run; the last three are final. `failed` = there is no result, not: a notebook failed. */
export const testRunPhases = [
  'queued',
  'unpacking',
  'environment',
  'installing',
  'running',
  'done',
  'failed',
  'cancelled'
] as const;

export type TestRunPhase = (typeof testRunPhases)[number];

/** What makes the environment. */
export const environmentTools = [
  'uv',
  'venv',
  'micromamba',
  'mamba',
  'conda',
  'repo2docker',
  'R',
  'julia'
] as const;

export type EnvironmentTool = (typeof environmentTools)[number];

/** In what an environment differs from Binder's. */
export const differenceCodes = [
  /** Another version of Python, R or Julia: the nearest that is here. `detail` = wanted. */
  'version',
  /** `apt.txt` was not installed. `detail` = packages that this machine lacks, one a space. */
  'apt',
  /** `environment.yml` was installed by pip, without conda. `detail` = packages left out. */
  'no-conda',
  /** `postBuild` or `start` was not run. `detail` = its name. */
  'script',
  /** No environment file: an empty environment with a kernel only. */
  'empty',
  /** R or Julia packages of this machine are used. */
  'own-library'
] as const;

export type DifferenceCode = (typeof differenceCodes)[number];

/** The environment that was made. */
export interface ITestEnvironment {
  readonly tool: EnvironmentTool;
  /** The environment files that it was made of, by their paths in the bundle. */
  readonly files: readonly string[];
  /** As `python`, and versions as `3.12`; '' = none asked for. */
  readonly language: string;
  readonly wanted: string;
  /** As `3.12.4`. */
  readonly used: string;
  readonly differences: readonly {
    readonly code: DifferenceCode;
    readonly detail: string;
  }[];
  /**
   * How the rest of the machine is kept out: `hidden` = the run does not see it
   * (bubblewrap, or a container); `watched` = what it reads outside its folder is noted.
   */
  readonly isolation: 'hidden' | 'watched';
  /** Seconds that it took to make. */
  readonly seconds: number;
}

/**
 * How a notebook ended.
 *
 * - `waiting`: it did not begin; `running`
 * - `ran`: to the end
 * - `error`: a cell raised an error
 * - `cell-timeout`, `timeout`: a cell, or all together, took longer than allowed
 * - `memory`: it took more memory than allowed
 * - `died`: its kernel ended by itself
 * - `no-kernel`: there is none for its language
 * - `unreadable`: it is no notebook
 */
export const notebookOutcomes = [
  'waiting',
  'running',
  'ran',
  'error',
  'cell-timeout',
  'timeout',
  'memory',
  'died',
  'no-kernel',
  'unreadable'
] as const;

export type NotebookOutcome = (typeof notebookOutcomes)[number];

/** What became of one notebook. */
export interface INotebookRun {
  /** In the bundle. */
  readonly path: string;
  readonly outcome: NotebookOutcome;
  /** Its code cells that are not empty, and those of them that ran to their ends. */
  readonly cells: number;
  readonly done: number;
  /** Zero-based index, among all cells of the notebook, of the one where it stopped; null = none. */
  readonly cell: number | null;
  /** Of `error`: plain text, without colours, of bounded length. */
  readonly error: {
    /** As `ModuleNotFoundError`. */
    readonly name: string;
    readonly value: string;
    readonly traceback: string;
  } | null;
  readonly seconds: number;
  /** Bytes that its processes had in memory at once, at most; 0 = not measured. */
  readonly peakBytes: number;
  /** Files outside the run's folder that it opened, absolute or from `~`; only where `isolation` is `watched`. */
  readonly outside: readonly string[];
}

/** Why there is no result, or no environment. */
export interface ITestRunFailure {
  /**
   * - `install`: the packages could not be installed; `text` = what the installer said last
   * - `no-python`, `no-tool`: nothing here can make this environment
   * - `file-changed`, `file-missing`, `file-forbidden`: as with transfers; `path` = which
   * - `too-large`, `no-room`, `timeout`, `trouble`
   */
  readonly code: string;
  readonly path: string;
  /** Plain text of bounded length; '' = none. */
  readonly text: string;
}

/** Where a run is, and what came of it so far. */
export interface ITestRun {
  readonly id: string;
  readonly publication: string;
  readonly stamp: string;
  readonly phase: TestRunPhase;
  /** Milliseconds since 1970; `ended` 0 = it has not. */
  readonly begun: number;
  readonly ended: number;
  /** The notebook that runs, and its cell among `cells`, from 1; null = none. */
  readonly now: {
    readonly notebook: string;
    readonly cell: number;
    readonly cells: number;
  } | null;
  readonly environment: ITestEnvironment | null;
  readonly notebooks: readonly INotebookRun[];
  readonly failure: ITestRunFailure | null;
  /** Characters in the log so far. */
  readonly logLength: number;
}

/** What the server allows. */
export interface ITestRunOffer {
  /** Bytes of all files. */
  readonly maxBytes: number;
  /** Seconds. */
  readonly cellSeconds: number;
  readonly totalSeconds: number;
  /** Bytes of memory. */
  readonly memoryBytes: number;
}

/** Runs notebooks on the server. All methods reject with a PublisherError. */
export interface ITestRuns {
  /** What the server allows; null = it does not run anything. Never rejects. */
  offer(): Promise<ITestRunOffer | null>;
  /**
   * Begin a run, or join the one that does the same and has not ended.
   *
   * @throws TestRunRefusedError
   */
  start(order: ITestRunOrder, signal?: AbortSignal): Promise<ITestRun>;
  /** All that the server knows of, the newest first. */
  list(signal?: AbortSignal): Promise<readonly ITestRun[]>;
  /** Follow a run until it ends. A connection that breaks is made anew. */
  follow(
    id: string,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<ITestRun>;
  /** The log from a character on: plain text. */
  log(id: string, from: number, signal?: AbortSignal): Promise<string>;
  /** A notebook as it came out of the run, its JSON text. */
  notebook(id: string, path: string, signal?: AbortSignal): Promise<string>;
  /** End it, all its processes; one that has ended is forgotten, with its files. */
  cancel(id: string): Promise<void>;
}

/** Whether nothing happens any more. */
export function isEnded({ phase }: Pick<ITestRun, 'phase'>): boolean {
  return phase === 'done' || phase === 'failed' || phase === 'cancelled';
}
