import { ITranslator } from '../text';
import { IPlanEntry, isWithin } from './entry';
import { nameProblem } from './names';

/** So many bytes can be picked from the user's computer, all files together: they stay in memory. */
export const MOST_PICKED = 50_000_000;

/**
 * Why a picked file cannot be at a path of the bundle, in the user's words;
 * null where it can. It may take the place of a file that is found in the folder.
 *
 * @param from - where it is now; null for one that is nowhere yet
 * @param picked - paths of all picked files
 */
export function placeProblem(
  path: string,
  from: string | null,
  entries: readonly Pick<IPlanEntry, 'path' | 'kind'>[],
  picked: readonly string[],
  trans: ITranslator
): string | null {
  const problem = nameProblem(path, trans);
  if (problem !== null || path === from) {
    return problem;
  }
  if (picked.includes(path)) {
    return trans.__('Another file that you picked is at “%1”.', path);
  }
  const others = entries.filter(entry => entry.path !== from);
  const isFolder = others.some(entry =>
    entry.path === path ? entry.kind === 'folder' : isWithin(entry.path, path)
  );
  if (isFolder) {
    return trans.__('“%1” is a folder in the bundle.', path);
  }
  const file = others.find(
    entry =>
      entry.kind === 'file' && entry.path !== path && isWithin(path, entry.path)
  );
  return file
    ? trans.__('“%1” is a file in the bundle, and no folder.', file.path)
    : null;
}
