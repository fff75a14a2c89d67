import { IFileEntry } from '../files';

/** The folder that holds a path; '' for what lies in the server's root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Put a folder before a name; '' is the server's root. */
export function joinPath(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}

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
