/** Faults on request: what a network and an overloaded server do. */

/** What goes wrong. */
export type FaultKind =
  /** 429 with its headers; `seconds` until it may be tried again. */
  | 'rate-limit'
  /** 429 of a front server, which does not say when it may be tried again. */
  | 'rate-limit-bare'
  /** 500 as InvenioRDM writes it. */
  | 'server-error'
  /** 502, 503 or 504 (`status`): HTML of the front, without CORS headers. */
  | 'gateway'
  /** 413 of the front, as JSON. */
  | 'too-large'
  /** A clear no (`status` 400: quota, 403, 404 or 412) in InvenioRDM's words. */
  | 'refuse'
  /** The connection breaks when `bytes` bytes, or that `share`, of the body have arrived. */
  | 'drop'
  /** The body is taken at `bytesPerSecond`. */
  | 'slow'
  /** The request is carried out, then the connection breaks. */
  | 'lose-answer'
  /** The request is carried out, but the answer is a gateway's error. */
  | 'gateway-after'
  /** The content is answered with 200, but the file is gone at the commit. */
  | 'lose-content'
  /** The stored bytes are not those that were sent. */
  | 'corrupt'
  /** The token of this request is revoked before it is looked at. */
  | 'revoke-token'
  /** The request waits `ms` milliseconds. */
  | 'delay'
  /** The connection breaks, and the request is carried out `ms` milliseconds later. */
  | 'late'
  /** The request is carried out, but its answer has no body. */
  | 'empty-answer'
  /** The request is carried out, but half of its answer's body is missing. */
  | 'garbled-answer'
  /** The draft of this request was discarded on the site a moment before. */
  | 'discard-draft';

/** All kinds, to check what comes over HTTP. */
export const FAULT_KINDS: FaultKind[] = [
  'rate-limit',
  'rate-limit-bare',
  'server-error',
  'gateway',
  'too-large',
  'refuse',
  'drop',
  'slow',
  'lose-answer',
  'gateway-after',
  'lose-content',
  'corrupt',
  'revoke-token',
  'delay',
  'late',
  'empty-answer',
  'garbled-answer',
  'discard-draft'
];

/** A fault, and which requests it befalls. */
export interface IFault {
  kind: FaultKind;
  match?: {
    /** Any method if missing. */
    method?: string;
    /** Tested against the decoded path; any path if missing. */
    path?: RegExp;
  };
  /** How many requests it befalls (1); `Infinity` for all. */
  times?: number;
  /** How many fitting requests it lets pass first (0). */
  after?: number;
  /** For `rate-limit`: seconds until the limit is reset (1). */
  seconds?: number;
  /** For `gateway` and `gateway-after`: 502, 503 or 504 (504). For `refuse`: 400, 403, 404 or 412 (403). */
  status?: number;
  /** For `drop`: bytes of the body that still arrive (0). */
  bytes?: number;
  /** For `drop`, instead of `bytes`: the part of the body that still arrives, 0 to 1. */
  share?: number;
  /** For `slow`: bytes a second (65536). */
  bytesPerSecond?: number;
  /** For `delay` and `late`: milliseconds (1000). */
  ms?: number;
}

/** The faults that wait for their requests. */
export class Faults {
  private _waiting: { fault: IFault; left: number; skip: number }[] = [];

  /** Add a fault. The first that fits a request is used. */
  add(fault: IFault): void {
    this._waiting.push({
      fault,
      left: fault.times ?? 1,
      skip: fault.after ?? 0
    });
  }

  /** Forget all faults. */
  clear(): void {
    this._waiting = [];
  }

  /** How many faults still wait. */
  get size(): number {
    return this._waiting.length;
  }

  /**
   * The faults of a request; each is used up a little. Preflights are spared
   * unless a fault asks for OPTIONS.
   */
  take(method: string, path: string): IFault[] {
    const taken: IFault[] = [];
    for (const one of this._waiting) {
      const { match } = one.fault;
      const methodFits = match?.method
        ? match.method.toUpperCase() === method
        : method !== 'OPTIONS';
      if (!methodFits || (match?.path && !match.path.test(path))) {
        continue;
      }
      if (one.skip > 0) {
        one.skip--;
      } else if (one.left > 0) {
        one.left--;
        taken.push(one.fault);
      }
    }
    this._waiting = this._waiting.filter(one => one.left > 0);
    return taken;
  }
}
