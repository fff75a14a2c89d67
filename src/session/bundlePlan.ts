import { includedEntries, toggleAll, withEntries } from '../core/bundle/edit';
import type { IPlan, IPlanEntry } from '../core/bundle/entry';
import { generatedEntry } from '../core/bundle/generated';
import { parentOf } from '../core/paths';
import { cratePath, makesCrate } from '../core/crate/crate';
import type { ITranslator } from '../core/text';
import type { IContentsChoices } from './contentsChoices';

/** The plan as it follows from what was found, made here, proposed and ticked. */
export function composePlan(
  walked: IPlan,
  made: readonly IPlanEntry[],
  proposed: readonly IPlanEntry[],
  choices: IContentsChoices,
  trans: ITranslator
): IPlan {
  const overridden = Object.entries(choices.overrides).map(([path, content]) =>
    generatedEntry({
      path,
      content,
      reason: path.startsWith('.')
        ? trans.__('a hidden file, as your kernel sees it')
        : trans.__('changed here, in the bundle only'),
      lastModified: ''
    })
  );
  const paths = new Set([...made, ...overridden].map(({ path }) => path));
  const plan = withEntries(walked, [
    ...proposed.filter(({ path }) => !paths.has(path)),
    ...made,
    ...overridden
  ]);
  return toggleAll(withCrate(plan, choices.crate, trans), choices.ticks, trans);
}

/** The list of contents is made when all else is packed; the tree shows that it will be there. */
function withCrate(plan: IPlan, on: boolean, trans: ITranslator): IPlan {
  if (!makesCrate(includedEntries(plan).map(({ path }) => path))) {
    return plan;
  }
  return withEntries(plan, [
    {
      path: cratePath,
      source: null,
      kind: 'file',
      size: null,
      lastModified: '',
      included: on,
      reason: on
        ? trans.__('made here: a list of contents for machines')
        : trans.__('left out: by you'),
      reasonKind: 'generated'
    }
  ]);
}

/** Whether an entry is the list of contents that is made here. */
export function isMadeCrate({ path, source }: IPlanEntry): boolean {
  return path === cratePath && source === null;
}

/** A folder and those above it, up to the server's root. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let up = folder; up !== '';) {
    up = parentOf(up);
    folders.push(up);
  }
  return folders;
}

/** The notebooks among the files; those that the user selected come first. */
export function notebooksOf(
  included: readonly IPlanEntry[],
  selection: readonly string[]
): string[] {
  const selected = new Set(selection);
  const all = included.filter(({ path }) => /\.ipynb$/i.test(path));
  const isSelected = ({ source }: IPlanEntry) =>
    source !== null && selected.has(source);
  return [
    ...all.filter(isSelected),
    ...all.filter(entry => !isSelected(entry))
  ].map(({ path }) => path);
}
