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

/** From this part of a limit on, what is left is spread over the time that is left. */
const scarce = 0.1;

/**
 * Preflights in a minute that a site which limits takes from a browser: 133 for
 * guests (zenodo-api.md, section 3), less some for other tabs and programs. No
 * page can read their answers, so they are counted here.
 */
const preflights = 120;
const aMinute = 60_000;

/**
 * What the last answers said about the limits. Only the headers are trusted:
 * the limit itself may differ between two answers. Preflights are charged too,
 * to the guests' bucket, and one that is refused looks like a broken
 * connection; hence going slower before the bucket overflows.
 */
export class RateLimits {
  constructor(private readonly _clock: IClock) {}

  /** Take note of an answer. */
  note(bucket: Bucket, response: IHttpResponse): void {
    const remaining = response.headers.get('X-RateLimit-Remaining');
    const limit = Number(response.headers.get('X-RateLimit-Limit') ?? NaN);
    const resetAt = readResetAt(response.headers, this._clock.now());
    if (remaining !== null && /^\d+$/.test(remaining) && resetAt !== null) {
      this._hasLimits = true;
      this._last.set(bucket, { remaining: Number(remaining), limit, resetAt });
    } else {
      this._last.delete(bucket);
    }
  }

  /**
   * Count a request that is about to be made.
   *
   * @returns the moment until which it had better wait; null = it may go
   */
  take(bucket: Bucket): number | null {
    const now = this._clock.now();
    const moments = [this._bucketMoment(bucket, now)];
    if (bucket === 'token') {
      // A call with a token needs a preflight, which the guests' bucket pays for.
      moments.push(
        this._bucketMoment('guest', now),
        this._preflightMoment(now)
      );
    }
    const latest = Math.max(...moments);
    return latest > now ? latest : null;
  }

  private _bucketMoment(bucket: Bucket, now: number): number {
    const last = this._last.get(bucket);
    if (!last || last.resetAt <= now) {
      return now;
    }
    const { remaining, limit, resetAt } = last;
    this._last.set(bucket, { ...last, remaining: Math.max(0, remaining - 1) });
    return remaining === 0
      ? resetAt
      : remaining < limit * scarce
        ? now + (resetAt - now) / (remaining + 1)
        : now;
  }

  private _preflightMoment(now: number): number {
    this._preflights = this._preflights.filter(at => at > now - aMinute);
    const isFull = this._hasLimits && this._preflights.length >= preflights;
    const moment = isFull
      ? this._preflights[this._preflights.length - preflights] + aMinute
      : now;
    this._preflights.push(moment);
    return moment;
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
    { remaining: number; limit: number; resetAt: number }
  >();
  private _preflights: number[] = [];
  private _hasLimits = false;
}
