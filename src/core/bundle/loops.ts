import { CancelledError } from '../error';
import { FileMissingError, IFileEntry } from '../files';
import { joinPath, nameOf, parentOf } from '../paths';

/** A folder on the way down, as it looked. */
export interface ISeenFolder {
  /** Path on the server. */
  readonly path: string;
  /** See `listingDigest`. */
  readonly digest: string;
}

/** Levels above a selected folder that a link in it is compared with. */
const maxAbove = 4;

/**
 * What a folder holds, in a few characters: names, kinds, sizes and times. Null
 * for a folder without folders, which leads nowhere.
 */
export function listingDigest(listing: readonly IFileEntry[]): string | null {
  if (!listing.some(({ kind }) => kind === 'folder')) {
    return null;
  }
  const lines = listing.map(({ path, kind, size, lastModified }) =>
    JSON.stringify([nameOf(path), kind, size, lastModified])
  );
  // FNV-1a from two starts. What looks equal is looked at again, so a
  // collision costs a request and nothing else.
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const line of lines.sort()) {
    for (let i = 0; i < line.length; i++) {
      a = Math.imul(a ^ line.charCodeAt(i), 0x01000193);
      b = Math.imul(b ^ line.charCodeAt(i), 0x01000193);
    }
  }
  return `${lines.length}.${a >>> 0}.${b >>> 0}`;
}

/**
 * The folders above the one where a walk begins, the outermost first. A link to
 * one of them would bring in all that lies there, though nobody selected it.
 *
 * @throws CancelledError
 */
export async function foldersAbove(
  folder: string,
  list: (folder: string) => Promise<IFileEntry[]>
): Promise<ISeenFolder[]> {
  const seen: ISeenFolder[] = [];
  let path = folder;
  while (path !== '' && seen.length < maxAbove) {
    path = parentOf(path);
    try {
      seen.unshift({ path, digest: listingDigest(await list(path)) ?? '' });
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // What cannot be listed cannot be known again.
      break;
    }
  }
  return seen;
}

/**
 * Whether a folder is a folder above it once more, by way of a link. Folders
 * can look alike without that: copies, or ones that hold nothing but a folder
 * or an empty file of the same name. But the way that led from the one to the
 * other leads on for ever only in a loop, so it is followed further: one round
 * where a file's size and time tell the folders apart, ten where nothing does.
 *
 * @throws CancelledError
 */
export async function leadsBack(
  folder: ISeenFolder,
  listing: readonly IFileEntry[],
  above: readonly ISeenFolder[],
  list: (folder: string) => Promise<IFileEntry[]>
): Promise<boolean> {
  const same = [...above]
    .reverse()
    .find(({ digest }) => digest === folder.digest);
  if (!same) {
    return false;
  }
  const way = folder.path.slice(same.path === '' ? 0 : same.path.length + 1);
  const tells = listing.some(
    ({ kind, size, lastModified }) =>
      kind === 'file' && (size ?? 0) > 0 && lastModified !== ''
  );
  let at = folder.path;
  for (let round = 0; round < (tells ? 1 : 10); round++) {
    at = joinPath(at, way);
    try {
      if (listingDigest(await list(at)) !== folder.digest) {
        return false;
      }
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // The way ends here, or the server itself had enough of going round.
      return !(error instanceof FileMissingError);
    }
  }
  return true;
}
