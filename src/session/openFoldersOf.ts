import { IPlan, isWithin } from '../core/bundle/entry';
import { openFolder } from '../core/bundle/openFolder';
import type { ILookOptions } from '../core/bundle/plan';

/**
 * Look into the folders that the plan left out as a whole and that hold some of
 * these files, or are wanted themselves. All in them stays left out: what of it
 * is wanted is ticked afterwards.
 *
 * @param paths - of files and folders, in the bundle.
 *
 * @throws CancelledError
 */
export async function openFoldersOf(
  plan: IPlan,
  paths: readonly string[],
  options: ILookOptions
): Promise<IPlan> {
  const { trans } = options;
  const folders = plan.entries.filter(
    ({ kind, path }) =>
      kind === 'folder' && paths.some(wanted => isWithin(wanted, path))
  );
  let opened = plan;
  for (const { path } of folders) {
    const before = new Set(opened.entries.map(entry => entry.path));
    const after = await openFolder(opened, path, options);
    opened = {
      ...after,
      entries: after.entries.map(entry =>
        entry.included && !before.has(entry.path)
          ? {
              ...entry,
              included: false,
              reason: trans.__('left out: no notebook uses it'),
              reasonKind: 'unselected' as const
            }
          : entry
      )
    };
  }
  return opened;
}
