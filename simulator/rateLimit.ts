/** Rate limits: a moving window for each bucket, as flask-limiter counts. */

import { ILimit } from './settings';

/** What the limiter says about one request. */
export interface IVerdict {
  /** The limit that is used up, or null. */
  exceeded: ILimit | null;
  headers: Record<string, string>;
}

/** Counts requests by bucket. */
export class RateLimiter {
  private readonly _hits = new Map<string, number[]>();

  constructor(private readonly _now: () => number) {}

  /** Count a request; a refused one does not count. */
  check(bucket: string, limits: ILimit[]): IVerdict {
    const now = this._now();
    const longest = Math.max(...limits.map(limit => limit.seconds)) * 1000;
    const hits = (this._hits.get(bucket) ?? []).filter(
      at => at > now - longest
    );
    const within = (limit: ILimit): number[] =>
      hits.filter(at => at > now - limit.seconds * 1000);
    const exceeded =
      limits.find(limit => within(limit).length >= limit.count) ?? null;
    if (!exceeded) {
      hits.push(now);
    }
    this._hits.set(bucket, hits);
    // The headers show the limit per minute (FINDINGS 40), unless another one
    // is used up.
    const shown = exceeded ?? limits[0];
    const counted = within(shown);
    const reset = (counted[0] ?? now) + shown.seconds * 1000;
    return {
      exceeded,
      headers: limitHeaders(
        shown.count,
        Math.max(0, shown.count - counted.length),
        reset,
        now
      )
    };
  }
}

/** The four headers that tell about a limit. */
export function limitHeaders(
  limit: number,
  remaining: number,
  reset: number,
  now: number
): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(Math.ceil(reset / 1000)),
    'Retry-After': String(Math.max(0, Math.ceil((reset - now) / 1000)))
  };
}
