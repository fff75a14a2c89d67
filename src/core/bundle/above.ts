import { CancelledError } from '../error';
import { environmentFolders, environmentNames } from './companions';
import { IFolderAbove } from './entry';
import { nameOf, parentOf } from './root';
import { Walker } from './walk';

/** How far up to look: `project/analysis/notebooks/part-1` is deep already. */
const maxLevels = 4;

/**
 * The nearest folder above the root that holds environment files. It is only
 * proposed: taking it would publish a folder that the user did not select.
 *
 * @throws CancelledError
 */
export async function findFolderAbove(
  root: string,
  walker: Walker
): Promise<IFolderAbove | null> {
  let folder = root;
  for (let level = 0; level < maxLevels && folder !== ''; level++) {
    folder = parentOf(folder);
    try {
      const names = (await walker.list(folder))
        .filter(({ path, kind }) =>
          (kind === 'file' ? environmentNames : environmentFolders).has(
            nameOf(path)
          )
        )
        .map(({ path }) => nameOf(path))
        .sort();
      if (names.length > 0) {
        return { folder, names };
      }
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // A folder above that may not be read has nothing to propose.
      return null;
    }
  }
  return null;
}
