/** The port to the smaller check: fresh kernels on a copy of the files, without an environment of their own. */
import type { ITestRun } from './testRuns';

/** A file of the bundle, as it would be deposited. */
export interface IFreshFile {
  /** Its path in the bundle. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Its bytes. May be asked more than once. */
  read(signal?: AbortSignal): Promise<Uint8Array>;
}

/** What to run. */
export interface IFreshOrder {
  readonly publication: string;
  readonly stamp: string;
  /** The notebooks to run, by their paths in the bundle, in this order. */
  readonly notebooks: readonly string[];
  readonly files: readonly IFreshFile[];
  /** The server's folder in which a new one is made for the copy. */
  readonly folder: string;
  /** Seconds that a cell, and all notebooks together, may take; null = as long as they like. */
  readonly cellSeconds: number | null;
  readonly totalSeconds: number | null;
}

/** What came of it. */
export interface IFreshResult {
  /** Ended; without an environment. */
  readonly run: ITestRun;
  /** The notebooks that began, after their run: JSON texts, by their paths in the bundle. */
  readonly notebooks: ReadonlyMap<string, string>;
  /** Files that Jupyter does not write, as hidden ones: the run was without them. */
  readonly leftOut: readonly string[];
  /** The folder, where it could not be removed; null = nothing is left. */
  readonly left: string | null;
}

/** Runs notebooks in fresh kernels of their own kind, on a copy of the bundle's files. */
export interface IFreshKernels {
  /** Bytes of all files that are copied at most. */
  readonly maxBytes: number;
  /**
   * Run notebooks, and remove the copy. Never rejects: what went wrong is the
   * run's `failure`, and a run whose signal is aborted ends `cancelled`.
   *
   * @param onState - told of each change, the last one included.
   */
  run(
    order: IFreshOrder,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<IFreshResult>;
}
