import { IModuleUse } from '../uses/moduleUse';
import { parentOf } from '../paths';

/**
 * Whether a module is a file of the bundle: beside the notebook that imports
 * it, or at the root.
 */
export function isInBundle(
  { name, places }: Pick<IModuleUse, 'name' | 'places'>,
  files: readonly string[]
): boolean {
  const top = name.split('.')[0];
  const folders = new Set([
    '',
    ...places.map(({ path }) => parentOf(path ?? ''))
  ]);
  return [...folders].some(folder => {
    const start = folder ? `${folder}/` : '';
    return files.some(
      file =>
        file === `${start}${top}.py` ||
        (file.startsWith(`${start}${top}/`) && file.endsWith('.py'))
    );
  });
}
