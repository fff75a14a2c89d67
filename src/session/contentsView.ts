import { bulkOf, bulkyFiles } from '../core/bundle/bigData';
import { totals } from '../core/bundle/edit';
import type { IPlan } from '../core/bundle/entry';
import { layoutsFor } from '../core/bundle/layouts';
import type { ITranslator } from '../core/text';
import { foldersUp } from './bundlePlan';
import type { IContentsChoices } from './contentsChoices';
import type { IContentsState } from './contentsState';

/** What of the contents' state follows from the plan. */
type View = Omit<
  IContentsState,
  'reading' | 'checking' | 'unsaved' | 'packedBytes'
>;

/**
 * What the panel shows of a plan.
 *
 * @param found - the plan before anything was taken in from above the root
 */
export function contentsView(
  plan: IPlan | null,
  found: IPlan | null,
  choices: IContentsChoices,
  notebooks: readonly string[],
  trans: ITranslator
): View {
  const { layout, deepest, usesGitignore, crate } = choices;
  const chosen = { usesGitignore, crate };
  if (!plan) {
    return {
      ...chosen,
      ...{ root: '', roots: [], entries: [], above: [], count: 0, bytes: 0 },
      ...{ showsHidden: false, layout: 'zip', layouts: [] },
      ...{ bulk: 'small', bulky: [] }
    };
  }
  const { count, bytes } = totals(plan);
  const layouts = layoutsFor(plan, trans, notebooks);
  const isPossible = layouts.some(one => one.layout === layout && one.possible);
  return {
    ...chosen,
    root: plan.root,
    roots: deepest === null ? [plan.root] : foldersUp(deepest),
    entries: plan.entries,
    above: found?.above ?? [],
    count,
    bytes,
    showsHidden: plan.showsHidden,
    layout: isPossible ? layout : 'zip',
    layouts,
    bulk: bulkOf(plan),
    bulky: bulkyFiles(plan).map(({ path }) => path)
  };
}
