/** What a page and the worker that looks for secrets say to each other: plain data. */
import { IScanFile } from './scanBatches';
import { IScanOptions, ISecretHit } from './secretHit';

/** What the worker is asked. `id` numbers the jobs. */
export type ScanRequest =
  /** First of all: what a scan has to know. The token goes this way only. */
  | { readonly type: 'options'; readonly options: IScanOptions }
  /** Look through files. */
  | {
      readonly type: 'scan';
      readonly id: number;
      readonly files: readonly IScanFile[];
    }
  /** Look through a file whose bytes come in chunks, each when it is asked for. */
  | { readonly type: 'read'; readonly id: number; readonly path: string }
  /** The next bytes of a file; `null` = that was all. */
  | {
      readonly type: 'chunk';
      readonly id: number;
      readonly bytes: Uint8Array | null;
    }
  | {
      readonly type: 'mask';
      readonly id: number;
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly keys: readonly string[];
    }
  | { readonly type: 'cancel'; readonly id: number };

/** What the worker says. */
export type ScanReply =
  /** Once, when it has started. */
  | { readonly type: 'ready' }
  /** Send the next chunk. */
  | { readonly type: 'pull'; readonly id: number }
  | {
      readonly type: 'hits';
      readonly id: number;
      readonly hits: readonly ISecretHit[];
    }
  | { readonly type: 'masked'; readonly id: number; readonly bytes: Uint8Array }
  /** Without the reason, which may quote the file. */
  | { readonly type: 'failed'; readonly id: number };

/** One end of the line: a worker seen from the page, or the page seen from it. */
export interface IScanPort<Sent> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** The buffers of bytes of one's own, to be handed over instead of copied. */
export function handOver(bytes: Uint8Array | null): Transferable[] {
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
