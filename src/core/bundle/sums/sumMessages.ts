/** What a page and a worker that computes sums say to each other: plain data. */
import type { SumKind } from './sums';

/** What the worker is asked, in this order for each sum. `id` numbers the sums. */
export type SumRequest =
  | { readonly type: 'begin'; readonly id: number; readonly kind: SumKind }
  /** An MD5 whose bytes go into a kept file; it is answered. */
  | { readonly type: 'keep'; readonly id: number; readonly name: string }
  /** The first `length` bytes of a buffer, which is given back. */
  | {
      readonly type: 'update';
      readonly id: number;
      readonly buffer: ArrayBuffer;
      readonly length: number;
    }
  /** The same, without a copy at the page's side. */
  | {
      readonly type: 'take';
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
  /** The same of one that was to be taken. They come back in their order. */
  | { readonly type: 'back'; readonly buffer: ArrayBuffer }
  /** Whether the bytes of this sum can be kept. */
  | { readonly type: 'keeps'; readonly id: number; readonly can: boolean }
  | { readonly type: 'sum'; readonly id: number; readonly sum: string }
  /** It can do no more: what it was asked for is lost. */
  | { readonly type: 'failed' };

/** One end of the line: a worker seen from the page, or the page seen from it. */
export interface ISumPort<Sent> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}
