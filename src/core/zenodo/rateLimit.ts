import { IClock } from '../clock';
import { IHttpResponse } from './http';

/** The server counts holders of a token and guests apart, though not always (FINDINGS 38). */
export type Bucket = 'token' | 'guest';

/** A wait that a server asks for is believed up to here; its windows are one minute. */
const longestWait = 120_000;

/**
 * The moment from which the server takes requests again, in milliseconds since
 * 1970 on our clock; null where it does not say, or where our clock is so wrong
 * that its answer makes no sense.
 *
 * `Retry-After` first, for it needs no common clock; a browser may not read it
 * (zenodo-api.md, section 2), so mostly `X-RateLimit-Reset` (epoch seconds).
 */
export function readResetAt(
  headers: IHttpResponse['headers'],
  now: number
): number | null {
  const after = headers.get('Retry-After');
  if (after !== null && /^\d{1,6}$/.test(after.trim())) {
    return now + Math.min(Number(after) * 1000, longestWait);
  }
  const reset = headers.get('X-RateLimit-Reset');
  if (reset !== null && /^\d{9,11}(\.\d+)?$/.test(reset.trim())) {
    const wait = Number(reset) * 1000 - now;
    return wait >= -5_000 && wait <= longestWait ? now + wait : null;
  }
  return null;
}

/**
 * What the last answers said about the limits. Only the headers are trusted:
 * the limit itself may differ between two answers. Preflights are charged too,
 * to the guests' bucket, and one that is refused looks like a broken
 * connection; hence waiting before the bucket overflows.
 */
export class RateLimits {
  constructor(private readonly _clock: IClock) {}

  /** Take note of an answer. */
  note(bucket: Bucket, response: IHttpResponse): void {
    const remaining = response.headers.get('X-RateLimit-Remaining');
    const resetAt = readResetAt(response.headers, this._clock.now());
    if (remaining !== null && /^\d+$/.test(remaining) && resetAt !== null) {
      this._last.set(bucket, { remaining: Number(remaining), resetAt });
    } else {
      this._last.delete(bucket);
    }
  }

  /** The moment until which the next request had better wait, or null. */
  waitUntil(bucket: Bucket): number | null {
    const now = this._clock.now();
    // A call with a token needs a preflight, which the guests' bucket pays for.
    const buckets: Bucket[] =
      bucket === 'token' ? ['token', 'guest'] : [bucket];
    const resets = buckets
      .map(name => this._last.get(name))
      .map(last => (last?.remaining === 0 ? last.resetAt : 0))
      .filter(resetAt => resetAt > now);
    return resets.length > 0 ? Math.max(...resets) : null;
  }

  /**
   * The moment until which calls that can be done without had better not be
   * made, because fewer than `spare` are left for those that cannot; or null.
   */
  shortUntil(spare: number): number | null {
    const now = this._clock.now();
    const resets = [...this._last.values()]
      .filter(({ remaining, resetAt }) => remaining < spare && resetAt > now)
      .map(({ resetAt }) => resetAt);
    return resets.length > 0 ? Math.max(...resets) : null;
  }

  private readonly _last = new Map<
    Bucket,
    { remaining: number; resetAt: number }
  >();
}
