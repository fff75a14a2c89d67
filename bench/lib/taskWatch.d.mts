import type { CDPSession } from '@playwright/test';

/** A task of a page's main thread; milliseconds. */
export interface ITask {
  /** How long the page had to wait for its end. */
  readonly length: number;
  /** What of that it had a processor. */
  readonly computed: number;
}

export declare class TaskWatch {
  static start(session: CDPSession): Promise<TaskWatch>;
  stop(): Promise<readonly ITask[]>;
}
