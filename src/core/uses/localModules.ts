import { IPlanEntry } from '../bundle/entry';
import { joinPath } from '../paths';
import { IImportNote } from './code/note';
import { Listing } from './listing';

/**
 * The files of the project that a Python import runs: the module's, and the
 * `__init__.py` of each package around it. Empty if it is no module of the
 * project.
 *
 * @param from - the folder of the importing file, for relative imports.
 * @param search - the folders in which modules are looked for, in this order.
 * @throws CancelledError
 */
export async function localModule(
  note: IImportNote,
  from: string,
  search: readonly string[],
  listing: Listing
): Promise<IPlanEntry[]> {
  const parts = note.name ? note.name.split('.') : [];
  if (note.level > 0) {
    const up = from ? from.split('/') : [];
    const isAbove = note.level - 1 > up.length;
    const folder = up
      .slice(0, Math.max(0, up.length - note.level + 1))
      .join('/');
    return isAbove ? [] : filesOf(folder, parts, note.members, listing);
  }
  for (const folder of search) {
    const files = await filesOf(folder, parts, note.members, listing);
    if (files.length) {
      return files;
    }
  }
  return [];
}

async function filesOf(
  root: string,
  parts: readonly string[],
  members: readonly string[],
  listing: Listing
): Promise<IPlanEntry[]> {
  const files: IPlanEntry[] = [];
  let folder = root;
  for (const part of parts) {
    const path = joinPath(folder, part);
    const step = await stepInto(path, listing);
    files.push(...step.files);
    if (!step.isFolder) {
      return files;
    }
    folder = path;
  }
  for (const member of members.filter(name => name !== '*').slice(0, 100)) {
    files.push(...(await stepInto(joinPath(folder, member), listing)).files);
  }
  return files;
}

/** A package comes before a module of the same name, and that before a folder without `__init__.py`. */
async function stepInto(
  path: string,
  listing: Listing
): Promise<{ files: IPlanEntry[]; isFolder: boolean }> {
  const isFolder = (await listing.find(path)) === 'folder';
  const init = isFolder ? await listing.find(`${path}/__init__.py`) : null;
  if (init && typeof init === 'object') {
    return { files: [init], isFolder };
  }
  const module = await listing.find(`${path}.py`);
  return module && typeof module === 'object'
    ? { files: [module], isFolder: false }
    : { files: [], isFolder };
}
