import { IClock } from '../clock';
import {
  RateLimitedError,
  SiteTroubleError,
  SiteUnreachableError
} from './errors';

/**
 * Why we wait: asked to by the server, a problem of its own, no connection, or
 * another upload that goes first (nobody knows until when).
 */
export type WaitReason = 'rate-limit' | 'trouble' | 'connection' | 'turn';

/** A wait, to be shown. */
export interface IWait {
  readonly reason: WaitReason;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** The number of the attempt that comes after it, from 2; 1 before a first attempt. */
  readonly attempt: number;
}

/** Told of each wait, and with null of its end. */
export type WaitListener = (wait: IWait | null) => void;

/** How often and how long. */
export interface IRetryPolicy {
  /** Attempts in all, after trouble or lost connections. */
  readonly attempts: number;
  /** Attempts in all, after the server asked to wait. */
  readonly limitAttempts: number;
  /** The longest first wait, in milliseconds; it doubles with each attempt … */
  readonly base: number;
  /** … up to this. */
  readonly cap: number;
}

/** For the steps of a publication: about two minutes of trouble, some of rate limits. */
export const patient: IRetryPolicy = {
  attempts: 5,
  limitAttempts: 8,
  base: 4_000,
  cap: 60_000
};

/** For what must be looked at again after each wait: the caller waits. */
export const atOnce: IRetryPolicy = { ...patient, limitAttempts: 1 };

/** For look-ups while the user types: once more, soon, or not at all. */
export const quick: IRetryPolicy = {
  attempts: 2,
  limitAttempts: 1,
  base: 500,
  cap: 500
};

/** What `withRetries` needs. */
export interface IRetryOptions {
  readonly clock: IClock;
  readonly policy: IRetryPolicy;
  /** Whether a call whose answer was lost may simply be made again. */
  readonly repeatable: boolean;
  readonly onWait?: WaitListener;
  readonly signal?: AbortSignal;
}

/**
 * Exponential back-off with full jitter: between nothing and the doubled wait,
 * so that clients which failed together do not come back together. Source:
 * M. Brooker, "Exponential Backoff And Jitter" (AWS, 2015).
 */
export function backOff(
  clock: IClock,
  policy: Pick<IRetryPolicy, 'base' | 'cap'>,
  failures: number
): number {
  const longest = Math.min(policy.cap, policy.base * 2 ** (failures - 1));
  return Math.max(100, Math.round(clock.random() * longest));
}

/** Wait, and tell the listener of the beginning and the end. */
export async function waitUntil(
  wait: IWait,
  clock: IClock,
  onWait?: WaitListener,
  signal?: AbortSignal
): Promise<void> {
  onWait?.(wait);
  try {
    await clock.sleep(Math.max(0, wait.until - clock.now()), signal);
  } finally {
    onWait?.(null);
  }
}

/**
 * Make a call again after failures that pass: 429 always, since the server did
 * nothing; its own trouble and lost connections only where the call may be
 * repeated. Everything else goes through at once.
 *
 * @throws CancelledError, and what the last attempt threw
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  options: IRetryOptions
): Promise<T> {
  const { clock, policy, repeatable, onWait, signal } = options;
  let failures = 0;
  let refusals = 0;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      let reason: WaitReason;
      let until: number;
      if (error instanceof RateLimitedError) {
        reason = 'rate-limit';
        if (++refusals >= policy.limitAttempts) {
          throw error;
        }
        until = limitEnd(error, clock, policy, refusals);
      } else if (repeatable && mayPass(error)) {
        reason = error instanceof SiteTroubleError ? 'trouble' : 'connection';
        if (++failures >= policy.attempts) {
          throw error;
        }
        until = clock.now() + backOff(clock, policy, failures);
      } else {
        throw error;
      }
      const attempt = failures + refusals + 1;
      await waitUntil({ reason, until, attempt }, clock, onWait, signal);
    }
  }
}

/**
 * The moment after which a server that asked to wait may be asked again: up to
 * a second late, so that not all come back in the same moment.
 *
 * @param refusals - how often it asked so far, from 1
 */
export function limitEnd(
  { resetAt }: RateLimitedError,
  clock: IClock,
  policy: IRetryPolicy,
  refusals: number
): number {
  return resetAt === null
    ? clock.now() + backOff(clock, policy, refusals)
    : Math.max(resetAt, clock.now() + 1000 * refusals) +
        Math.round(clock.random() * 1000);
}

/** Whether the same call may succeed a little later. */
function mayPass(error: unknown): boolean {
  return (
    error instanceof SiteUnreachableError ||
    (error instanceof SiteTroubleError && error.status >= 500)
  );
}
