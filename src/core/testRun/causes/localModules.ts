/** Modules that are files of the project. */
import { IFix } from '../../finding';
import { parentOf } from '../../paths';
import { ProjectEntry } from './cause';
import { Explained } from './explained';
import { bringing } from './packages';
import { cellNumber, IFailed } from './scene';

/** Files that one fix takes in, at most. */
const mostFiles = 500;

/** A module that the project has as a file; null where it has none. */
export function localModule(
  { scene, notebook }: IFailed,
  module: string
): Explained | null {
  const { trans } = scene;
  const top = module.split('.', 1)[0];
  const found = filesOf(scene.context.entries, top);
  if (found.length === 0) {
    return null;
  }
  const folder = parentOf(notebook.path);
  const near = found.filter(({ path }) => isAt(path, folder, top) || isAt(path, '', top)); // prettier-ignore
  if (near.length === 0 && bringing(scene, module) !== null) {
    // A copy of a package somewhere in the project is not what is meant.
    return null;
  }
  const files = near.length > 0 ? near : found;
  const out = files.filter(({ included }) => !included);
  const [first] = out.length > 0 ? out : files;
  const title = trans.__('The module %1 is missing', top);
  const kind = 'missing-module';
  if (out.length === 0) {
    return {
      kind,
      title,
      meaning: trans.__('Cell %1 imports it. %2 is among the files, but Python does not look there.', cellNumber(notebook), first.path), // prettier-ignore
      advice: trans.__('Put it beside the notebook, or name its folder in the notebook: sys.path.insert(0, "…").'), // prettier-ignore
      fixes: []
    };
  }
  return {
    kind,
    title,
    meaning: trans.__('Cell %1 imports it. %2 is in your project, but not among the files that readers get.', cellNumber(notebook), first.path), // prettier-ignore
    advice:
      near.length > 0
        ? trans.__('Add it to the files, and test again.')
        : trans.__('Add it to the files, and name its folder in the notebook: sys.path.insert(0, "…").'), // prettier-ignore
    fixes: including(out, trans.__('Add to the files'))
  };
}

/** What a notebook imports with a dot before it. */
export function relativeImport({ scene, notebook }: IFailed): Explained {
  const { trans } = scene;
  return {
    kind: 'missing-module',
    title: trans.__('A notebook is no package'),
    meaning: trans.__('Cell %1 imports with a dot before the name. That works inside of packages only.', cellNumber(notebook)), // prettier-ignore
    advice: trans.__('Write the name without the dot, as in: import helpers.'),
    fixes: []
  };
}

/** The files of a module or package of this name, wherever they lie. */
function filesOf(
  entries: readonly ProjectEntry[],
  top: string
): ProjectEntry[] {
  const module = `${top}.py`;
  return entries.filter(({ path, kind }) => {
    const parts = path.split('/');
    const isModule = parts[parts.length - 1] === module;
    const isInside = parts.slice(0, -1).includes(top) && path.endsWith('.py');
    const isFolder = kind === 'folder' && parts[parts.length - 1] === top;
    return (kind === 'file' && (isModule || isInside)) || isFolder;
  });
}

function isAt(path: string, folder: string, top: string): boolean {
  const start = folder ? `${folder}/${top}` : top;
  return (
    path === start || path === `${start}.py` || path.startsWith(`${start}/`)
  );
}

/** Take files in; none where nobody should without a thought: they may hold keys, or are too big. */
export function including(
  entries: readonly ProjectEntry[],
  label: string
): IFix[] {
  const isFree = ({ reasonKind }: ProjectEntry) =>
    !['private', 'over-limit', 'elsewhere', 'unreadable'].includes(reasonKind);
  const free = entries.filter(isFree);
  const isAll = free.length === entries.length && free.length > 0;
  return isAll && free.length <= mostFiles
    ? [
        {
          label,
          fix: { kind: 'include', paths: free.map(({ path }) => path) }
        }
      ]
    : [];
}
