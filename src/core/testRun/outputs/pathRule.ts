/** Where files are on a machine: a reader's are elsewhere. */

/* Absolute paths below folders that machines have, `~`, Windows' drives; perhaps with a line's number. */
export const PATHS =
  /(?<![\w./:~\\-])(?:(?:file:\/\/)?\/(?:home|Users|root|tmp|private|var|opt|srv|mnt|media|scratch|usr|content|work|workspace|app|data|Volumes|gpfs|lustre|nfs)(?=\/)|~(?=\/)|[A-Za-z]:(?=[\\/]))(?:[\\/]{1,2}[^\s\\/'"`<>|:*?;,()[\]{}]{1,255}){1,40}(?::\d{1,7}\b)?/g;

/** Whether two paths name the same on two machines. */
export function isSamePlace(a: string, b: string): boolean {
  return placeOf(a) === placeOf(b);
}

/**
 * What stays of a path elsewhere: of a package's file its path in the package;
 * of any other its name; of a folder, and of a cell as ipykernel names it,
 * nothing; of a name that `tempfile` made, its ending. Lines are those of a
 * version of a package.
 */
function placeOf(path: string): string {
  const parts = path.replace(/:\d{1,7}$/, '').split(/[\\/]+/);
  if (parts.some(part => /^(?:ipykernel|xpython)_\d+$/.test(part))) {
    return '<cell>';
  }
  const packages = parts.findIndex(part =>
    /^(?:site|dist)-packages$/.test(part)
  );
  if (packages !== -1) {
    return parts.slice(packages + 1).join('/');
  }
  const name = parts[parts.length - 1];
  const ending = /\.[A-Za-z]\w{0,9}$/.exec(name)?.[0] ?? '';
  return ending && !/^tmp\w{6,10}\./.test(name) ? name : ending;
}
