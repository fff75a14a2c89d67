import { ITranslator } from '../text';
import { isData } from './bigData';
import { IPlan, IPlanEntry, isWithin } from './entry';

/** One bundle as two records that are linked. */
export interface ISplit {
  /** The plan without the data, to be published as it was meant to be. */
  readonly notebooks: IPlan;
  /** The data alone, with the paths that they had: a record of type `dataset`. */
  readonly data: IPlan;
}

/** The data's record, in the words of the site's vocabularies. */
export const dataResourceType = 'dataset';

/**
 * Part the data from the notebooks. Notebooks, environment files and the like
 * stay where they are, also inside of a folder that is parted off. Findings
 * stay with the notebooks: they were made over all that was looked through.
 *
 * @param paths - files and folders, in the bundle.
 */
export function splitPlan(
  plan: IPlan,
  paths: readonly string[],
  trans: ITranslator
): ISplit {
  const moves = (entry: IPlanEntry) =>
    entry.kind === 'file' &&
    entry.included &&
    isData(entry) &&
    paths.some(path => isWithin(entry.path, path));
  return {
    notebooks: {
      ...plan,
      entries: plan.entries.map(entry =>
        moves(entry)
          ? {
              ...entry,
              included: false,
              reason: trans.__('left out: in the record of the data'),
              reasonKind: 'elsewhere' as const
            }
          : entry
      )
    },
    data: { ...plan, entries: plan.entries.filter(moves), findings: [], above: [] } // prettier-ignore
  };
}
