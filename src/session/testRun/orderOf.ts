import { readTimeLimit, type TimeLimitOf } from '../../core/testRun/timeLimits';
import type { ITestRunOrder } from '../../core/testRun/testRuns';
import type { ITranslator } from '../../core/text';
import type { IPublicationState } from '../state';

/** What is ordered: the notebooks that are ticked, within the limits that the user wrote. */
export function orderOf(
  { id, testRun }: Pick<IPublicationState, 'id' | 'testRun'>,
  files: Pick<ITestRunOrder, 'stamp' | 'entries'>,
  trans: ITranslator
): ITestRunOrder {
  const { notebooks, offer, limits } = testRun;
  const seconds = (of: TimeLimitOf) =>
    offer && readTimeLimit(of, limits, offer, trans).seconds;
  return {
    ...{ ...files, publication: id },
    notebooks: notebooks.flatMap(({ path, on }) => (on ? [path] : [])),
    ...{ cellSeconds: seconds('cell'), totalSeconds: seconds('total') }
  };
}
