import type { IJournalEntry } from './journalEntry';
import type { StepName } from './steps';

/** What a running publication tells. */
export interface IStepObserver {
  /** A step begins, or is verified; `detail` says what came of it, in the user's words. */
  step(name: StepName, status: 'now' | 'done', detail: string): void;
  /** Bytes done of the current step; a total of 0 = not known. */
  progress(name: StepName, file: string, done: number, total: number): void;
  /** The journal's entry was stored. */
  journalled(entry: IJournalEntry): void;
}

/** The observer that looks away. */
export const noObserver: IStepObserver = {
  step: () => undefined,
  progress: () => undefined,
  journalled: () => undefined
};
