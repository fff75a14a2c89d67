/** Running the notebooks as a reader would, before they are published. */
export interface ITestRunActions {
  /** Choose whether a notebook is run. */
  choose(path: string, on: boolean): void;
  /** Build the environment and run the chosen notebooks. */
  start(): Promise<void>;
  /** End the run; nothing is kept of it. */
  cancel(): Promise<void>;
  /** Unfold or fold the log. */
  showLog(on: boolean): void;
  /** Tell the result in the record, or not. */
  setTells(on: boolean): void;
}
