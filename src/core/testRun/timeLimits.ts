/** The time limits of a test run, as the user writes them. */
import type { ITranslator } from '../text';
import type { ITestRunOffer } from './testRuns';

/** What there is a limit for: one cell, or all notebooks together. */
export type TimeLimitOf = 'cell' | 'total';

/** Minutes as they were written; null = untouched, as long as it may take here. */
export type WrittenLimits = Readonly<Record<TimeLimitOf, string | null>>;

/** Nothing was written. */
export const noLimits: WrittenLimits = { cell: null, total: null };

/** What a limit comes to. */
export interface ITimeLimit {
  /** Null = as long as it may take here. */
  readonly seconds: number | null;
  /** What is wrong with what was written: the user's text; null = nothing. */
  readonly problem: string | null;
}

/** Seconds, where nothing else bounds it: a week, which timers can wait for. */
const longest = 7 * 24 * 3600;

/** Seconds that it may take here; 0 = there is no limit. */
export function mostOf(of: TimeLimitOf, offer: ITestRunOffer): number {
  return of === 'cell' ? offer.cellSeconds : offer.totalSeconds;
}

/** Read what was written; a comma is as good as a point. */
export function readTimeLimit(
  of: TimeLimitOf,
  written: WrittenLimits,
  offer: ITestRunOffer,
  trans: ITranslator
): ITimeLimit {
  const text = (written[of] ?? '').trim().replace(',', '.');
  if (text === '') {
    return { seconds: null, problem: null };
  }
  const seconds = /^(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) * 60 : 0;
  const most = mostOf(of, offer) || longest;
  return seconds <= 0
    ? wrong(trans.__('Write minutes as a number above 0, as 5 or 0.5.'))
    : seconds > most
      ? wrong(trans.__('At most %1 minutes are possible here.', minutes(most)))
      : { seconds, problem: null };
}

/** Whether a limit cannot be kept to as it was written. */
export function hasWrongLimit(
  written: WrittenLimits,
  offer: ITestRunOffer | null,
  trans: ITranslator
): boolean {
  return (
    offer !== null &&
    (['cell', 'total'] as const).some(
      of => readTimeLimit(of, written, offer, trans).problem !== null
    )
  );
}

/** What stands in the field of a limit. */
export function writtenLimit(
  of: TimeLimitOf,
  written: WrittenLimits,
  offer: ITestRunOffer
): string {
  const most = mostOf(of, offer);
  return written[of] ?? (most > 0 ? minutes(most) : '');
}

function wrong(problem: string): ITimeLimit {
  return { seconds: null, problem };
}

/** Rounded down: what is shown can be written. */
function minutes(seconds: number): string {
  return String(Math.floor((seconds / 60) * 100) / 100);
}
