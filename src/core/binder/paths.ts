/** Paths inside of a bundle. */

/** The folder of a file; '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A file's name. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * A relative path, seen from a folder of the bundle.
 *
 * @returns null if it leads out of the bundle.
 */
export function joinPath(folder: string, relative: string): string | null {
  if (/^(?:[/\\~]|[a-z]:)/i.test(relative)) {
    return null;
  }
  const parts = folder ? folder.split('/') : [];
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return null;
      }
    } else if (part && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
