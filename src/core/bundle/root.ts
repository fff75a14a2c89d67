import { IFileEntry } from '../files';
import { parentOf } from '../paths';

/**
 * The deepest folder that holds the whole selection: a single selected folder
 * is the root itself, a single file lies in it.
 */
export function bundleRoot(
  selection: readonly Pick<IFileEntry, 'path' | 'kind'>[]
): string {
  const folders = selection.map(({ path, kind }) =>
    kind === 'folder' ? path : parentOf(path)
  );
  const [first = '', ...others] = folders;
  let parts = first.split('/');
  for (const folder of others) {
    const other = folder.split('/');
    const different = parts.findIndex((part, i) => part !== other[i]);
    parts = different === -1 ? parts : parts.slice(0, different);
  }
  return parts.join('/');
}
