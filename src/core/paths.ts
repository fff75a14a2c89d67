/** Paths as JupyterLab and bundles have them: with `/`, and '' for the root. */

/** The folder that holds a path; '' for what lies in the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Put a folder before a name; '' is the root. */
export function joinPath(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}

/**
 * A relative path that somebody wrote, seen from a folder of the bundle.
 *
 * @returns '' for the bundle's root; null where it leads out of the bundle, or
 * does not begin in it: `/data`, `~/data`, `C:\data`.
 */
export function joinInBundle(folder: string, relative: string): string | null {
  if (/^(?:[/\\~]|[a-z]:)/i.test(relative)) {
    return null;
  }
  return pathWithin(folder, relative);
}

/**
 * A path below a folder of the bundle, without `.` and `..`; null where it
 * leads out of the bundle.
 */
export function pathWithin(folder: string, path: string): string | null {
  const parts = folder ? folder.split('/') : [];
  for (const part of path.split('/')) {
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
