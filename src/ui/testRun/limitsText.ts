import type { ITestRunOffer } from '../../core/testRun/testRuns';
import {
  mostOf,
  readTimeLimit,
  type TimeLimitOf
} from '../../core/testRun/timeLimits';
import type { ITranslator } from '../../core/text';
import type { ITestRunState } from '../../session/testRun/testRunState';
import { formatSize } from '../format';
import { formatSeconds } from './formatSeconds';

/** What a run may take, in a sentence; null = there is no limit. */
export function limitsText(
  limits: ITestRunState['limits'],
  offer: ITestRunOffer,
  trans: ITranslator
): string | null {
  const time = (of: TimeLimitOf) => {
    const most = readTimeLimit(of, limits, offer, trans).seconds ?? mostOf(of, offer); // prettier-ignore
    return most > 0 ? formatSeconds(most, trans) : null;
  };
  const [cell, total] = [time('cell'), time('total')];
  if (cell !== null && total !== null) {
    return offer.memoryBytes > 0
      ? trans.__(
          'A cell may take %1, all together %2, with at most %3 of memory.',
          cell,
          total,
          formatSize(offer.memoryBytes)
        )
      : trans.__('A cell may take %1, all together %2.', cell, total);
  }
  return cell !== null
    ? trans.__('A cell may take %1.', cell)
    : total !== null
      ? trans.__('All together may take %1.', total)
      : null;
}
