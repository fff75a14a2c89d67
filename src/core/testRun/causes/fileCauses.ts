/** Why a file was not found. */
import { nameOf, parentOf, pathWithin } from '../../paths';
import { CodeReader } from '../../uses/code/codeReader';
import { locate } from '../../uses/where';
import { ProjectEntry } from './cause';
import { IClue } from './clue';
import { Explained } from './explained';
import { including } from './localModules';
import { cellNumber, IFailed } from './scene';

/** Why a file was not found; null where it is a part of the system. */
export function fileCause(
  failed: IFailed,
  { subject }: IClue
): Explained | null {
  const { scene, notebook } = failed;
  const text = subject.replace(/\\\\/g, '\\');
  const where = locate(text, parentOf(notebook.path), true);
  if (where.kind === 'inside') {
    return inside(failed, where.path, text);
  }
  if (where.kind !== 'far') {
    return null;
  }
  if (where.far === 'above') {
    return above(failed, text);
  }
  // A path that the code put together (from the working folder) is in the run's folder.
  const isWritten = scene
    .cells(notebook.path)
    .some(({ source }) => source.includes(subject) || source.includes(text));
  const meant = isWritten ? null : endOf(scene.context.entries, text);
  return meant
    ? inside(failed, meant.path, text)
    : absolute(failed, text, where.far === 'service');
}

/** The entry with which a path ends, by more than its last name. */
function endOf(
  entries: readonly ProjectEntry[],
  text: string
): ProjectEntry | null {
  const ends = entries.filter(({ path }) => text.endsWith(`/${path}`));
  return ends.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

function inside(failed: IFailed, path: string, text: string): Explained {
  const { scene, notebook } = failed;
  const { trans } = scene;
  const kind = 'missing-file';
  const title = trans.__('The file %1 is missing', shown(path || text));
  const cell = cellNumber(notebook);
  const out = scene.leftOut.filter(
    one =>
      one.path === path ||
      one.path.startsWith(`${path}/`) ||
      (one.kind === 'folder' && path.startsWith(`${one.path}/`))
  );
  if (out.length > 0) {
    return leftOut(failed, title, out);
  }
  if (isWritten(failed, text)) {
    return {
      kind,
      title: trans.__('The folder %1 is missing', shown(parentOf(path))),
      meaning: trans.__('Cell %1 writes into it. An empty folder does not get into an archive.', cell), // prettier-ignore
      advice: trans.__('Let the notebook make it first: os.makedirs("%1", exist_ok=True).', shown(parentOf(text))), // prettier-ignore
      fixes: []
    };
  }
  const near = scene.context.entries.find(
    one => one.path.toLowerCase() === path.toLowerCase() && one.path !== path
  );
  const other = near ?? namesake(scene.context.entries, path);
  return {
    kind,
    title,
    meaning: near
      ? trans.__('Cell %1 uses it. There is %2: Binder tells upper and lower case apart.', cell, near.path) // prettier-ignore
      : other
        ? trans.__('Cell %1 uses it. A file of this name is at another place: %2.', cell, other.path) // prettier-ignore
        : trans.__('Cell %1 uses it, and it is nowhere in your project.', cell),
    advice: other
      ? trans.__('Correct the path in the notebook, and test again.')
      : trans.__('Put the file into the project and add it to the files, or let the notebook make or download it.'), // prettier-ignore
    fixes: other && !other.included ? including([other], trans.__('Add to the files')) : [] // prettier-ignore
  };
}

/** It is in the project, and not in the bundle. */
function leftOut(
  { scene, notebook }: IFailed,
  title: string,
  out: readonly ProjectEntry[]
): Explained {
  const { trans } = scene;
  const fixes = including(out, trans.__('Add to the files'));
  const kinds = new Set(out.map(({ reasonKind }) => reasonKind));
  return {
    kind: 'missing-file',
    title,
    meaning: trans.__('Cell %1 uses it. It is in your project, but not among the files that readers get.', cellNumber(notebook)), // prettier-ignore
    advice: kinds.has('private')
      ? trans.__('It may hold passwords or keys. Add it only if it holds none; else let the notebook do without it.') // prettier-ignore
      : kinds.has('over-limit')
        ? trans.__('It is bigger than the site takes. Give a smaller one, or let the notebook download it.') // prettier-ignore
        : kinds.has('elsewhere')
          ? trans.__('It goes into the record of the data: let the notebook fetch it from there.') // prettier-ignore
          : trans.__('Add it to the files, and test again.'),
    fixes
  };
}

function above({ scene, notebook }: IFailed, text: string): Explained {
  const { trans } = scene;
  return {
    kind: 'outside-file',
    title: trans.__('%1 lies outside of the published folder', shown(text)),
    meaning: trans.__('Cell %1 uses it. Readers get the published folder only.', cellNumber(notebook)), // prettier-ignore
    advice: trans.__('Copy it into the folder and change the path in the notebook, or publish the folder above.'), // prettier-ignore
    fixes: []
  };
}

function absolute(
  failed: IFailed,
  text: string,
  isOfService: boolean
): Explained {
  const { scene, notebook } = failed;
  const { trans } = scene;
  const cell = cellNumber(notebook);
  const name = nameOf(text.replace(/\\/g, '/'));
  const meant =
    endOf(scene.context.entries, text.replace(/\\/g, '/')) ??
    namesake(scene.context.entries, name);
  const relative = meant && relativeTo(parentOf(notebook.path), meant.path);
  return {
    kind: 'absolute-path',
    title: isOfService
      ? trans.__('%1 is a place in Colab, Kaggle or Databricks', shown(text))
      : trans.__('%1 is a place on your computer', shown(text)),
    meaning: trans.__('Cell %1 uses it. Elsewhere it is not there, nor on Binder.', cell), // prettier-ignore
    advice: relative
      ? meant.included
        ? trans.__('Write %1 in cell %2: the file is among those that readers get.', shown(relative), cell) // prettier-ignore
        : trans.__('Add the file to the published ones, and write %1 in cell %2.', shown(relative), cell) // prettier-ignore
      : /\.\w+$/.test(name)
        ? trans.__('Put the file into the project, and write its path from the notebook on, such as data/%1.', shown(name)) // prettier-ignore
        : trans.__('Put what is needed of it into the project, and write paths from the notebook on, such as data/….'), // prettier-ignore
    fixes: meant && !meant.included ? including([meant], trans.__('Add to the files')) : [] // prettier-ignore
  };
}

/** The only file with this name. */
function namesake(
  entries: readonly ProjectEntry[],
  path: string
): ProjectEntry | null {
  const found = entries.filter(
    one => one.kind === 'file' && nameOf(one.path) === nameOf(path)
  );
  return found.length === 1 && nameOf(path) !== '' ? found[0] : null;
}

/** A path as code in a folder writes it. */
export function relativeTo(folder: string, path: string): string {
  const from = folder ? folder.split('/') : [];
  const to = path.split('/');
  let same = 0;
  while (
    same < from.length &&
    same < to.length - 1 &&
    from[same] === to[same]
  ) {
    // prettier-ignore
    same++;
  }
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Whether the cell that failed writes a file at a path. */
function isWritten({ scene, notebook }: IFailed, text: string): boolean {
  const cell = scene.cells(notebook.path).find(({ index }) => index === notebook.cell); // prettier-ignore
  const notes = new CodeReader().read(cell?.source ?? '', 'python').notes;
  return notes.some(
    note =>
      note.type === 'path' &&
      (note.role === 'write' || note.role === 'fill') &&
      pathWithin('', note.text) === pathWithin('', text)
  );
}

function shown(text: string): string {
  return text.length <= 100 ? text : `…${text.slice(-99)}`;
}
