/** What a page and a worker that computes sums say to each other: plain data. */
import type { SumKind } from './sums';

/** What the worker is asked, in this order for each sum. `id` numbers the sums. */
export type SumRequest =
  | { readonly type: 'begin'; readonly id: number; readonly kind: SumKind }
  /** The first `length` bytes of a buffer, which is given back. */
  | {
      readonly type: 'update';
      readonly id: number;
      readonly buffer: ArrayBuffer;
      readonly length: number;
    }
  | { readonly type: 'digest'; readonly id: number };

/** What the worker says. */
export type SumReply =
  /** Once, when it has started. */
  | { readonly type: 'ready' }
  /** A buffer whose bytes were taken. */
  | { readonly type: 'free'; readonly buffer: ArrayBuffer }
  | { readonly type: 'sum'; readonly id: number; readonly sum: string }
  /** It can do no more: what it was asked for is lost. */
  | { readonly type: 'failed' };

/** One end of the line: a worker seen from the page, or the page seen from it. */
export interface ISumPort<Sent> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}
