import type { TimeLimitOf } from '../../core/testRun/timeLimits';

/** Running the notebooks as a reader would, before they are published. */
export interface ITestRunActions {
  /** Choose whether a notebook is run. */
  choose(path: string, on: boolean): void;
  /** Write how long it may take. @param minutes - as it is written, also what is no number */
  setLimit(of: TimeLimitOf, minutes: string): void;
  /** Build the environment and run the chosen notebooks; nothing where a limit is wrong. */
  start(): Promise<void>;
  /** End the run; nothing is kept of it. */
  cancel(): Promise<void>;
  /** Unfold or fold the log. */
  showLog(on: boolean): void;
  /** Tell the result in the record, or not. */
  setTells(on: boolean): void;
}
