import { bulkOf, bulkyFiles } from '../core/bundle/bigData';
import { totals } from '../core/bundle/edit';
import type { IPlan } from '../core/bundle/entry';
import { layoutsFor } from '../core/bundle/layouts';
import type { ITranslator } from '../core/text';
import { foldersUp, IPlanSources } from './bundlePlan';
import type { BundleWalk } from './bundleWalk';
import type { IContentsState } from './contentsState';
import { pickedView } from './pickedFiles';

/** What of the contents' state follows from the plan. */
type View = Omit<
  IContentsState,
  'reading' | 'checking' | 'unsaved' | 'packedBytes' | 'picked' | 'notPicked'
>;

/** What the panel shows of a plan, of what was found in the folders, and of what was chosen. */
export function contentsView(
  plan: IPlan | null,
  walk: Pick<BundleWalk, 'found' | 'plan'>,
  contents: Pick<IPlanSources, 'picked' | 'choices'> & {
    readonly notebooks: readonly string[];
  },
  trans: ITranslator
): View {
  const { notebooks, choices } = contents;
  const picked = pickedView(contents.picked, walk.plan);
  const { layout, deepest, usesGitignore, crate } = choices;
  const chosen = { usesGitignore, crate, picked };
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
    above: walk.found?.above ?? [],
    count,
    bytes,
    showsHidden: plan.showsHidden,
    layout: isPossible ? layout : 'zip',
    layouts,
    bulk: bulkOf(plan),
    bulky: bulkyFiles(plan).map(({ path }) => path)
  };
}
