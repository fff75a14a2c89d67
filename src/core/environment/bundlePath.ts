/**
 * A relative path, seen from a folder of the bundle, as a path in the bundle.
 *
 * @param folder - '' = the bundle's root.
 * @returns '' for the root; null where it leads out of the bundle.
 */
export function joinInBundle(folder: string, path: string): string | null {
  if (path.startsWith('/')) {
    return null;
  }
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return null;
      }
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The folder of a path; '' = the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
