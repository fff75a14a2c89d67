import type { INotice } from './state';

/** What came of an action. */
export interface IDone {
  /** Null = nothing to tell. */
  readonly notice: INotice | null;
  /** The list is another one now. */
  readonly isChanged: boolean;
  /** Drafts and records that are not there any more. */
  readonly gone: readonly string[];
  /** Whether a link of ours is there now; without it, as before. */
  readonly isShared?: boolean;
}

export const nothing: IDone = { notice: null, isChanged: false, gone: [] };

/** It went well, and this is told. */
export function told(text: string): IDone {
  return { ...nothing, notice: { tone: 'ok', text } };
}

/** The list is another one now: without what is gone. */
export function changed(text: string, gone: readonly string[] = []): IDone {
  return { ...told(text), isChanged: true, gone };
}
