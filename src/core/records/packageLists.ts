import {
  BINDER_FOLDERS,
  ENVIRONMENT_FILES,
  ROOT_FILES,
  UNKNOWN_FILES
} from '../binder/binderFiles';

/**
 * The files that say which packages a bundle needs: in the folder for Binder,
 * else at the root. Opening a record installs none of them.
 *
 * @param paths - of all files of the bundle, from its root
 */
export function packageLists(paths: readonly string[]): string[] {
  const all = new Set(paths);
  const of = (folder: string, names: readonly string[]) =>
    names.map(name => folder + name).filter(path => all.has(path));
  for (const folder of BINDER_FOLDERS) {
    const found = of(`${folder}/`, ENVIRONMENT_FILES);
    if (found.length > 0) {
      return found;
    }
  }
  return of('', [...ENVIRONMENT_FILES, ...ROOT_FILES, ...UNKNOWN_FILES]);
}
