import { includedEntries, toggleAll, withEntries } from '../core/bundle/edit';
import type { IPlan, IPlanEntry } from '../core/bundle/entry';
import { generatedEntry } from '../core/bundle/generated';
import { parentOf } from '../core/paths';
import { cratePath, makesCrate } from '../core/crate/crate';
import type { ITranslator } from '../core/text';
import type { IContentsChoices } from './contentsChoices';
import { IPickedFile, pickedEntries } from './pickedFiles';

/** What a plan is made of, beside what is in the folders. */
export interface IPlanSources {
  /** Files that are made here. */
  readonly generated: readonly IPlanEntry[];
  /** Files that notebooks use, and that nobody decided to leave out. */
  readonly proposed: readonly IPlanEntry[];
  /** Files from the user's own computer. */
  readonly picked: readonly IPickedFile[];
  readonly choices: IContentsChoices;
}

/** The plan as it follows from what was found, made here, proposed and ticked. */
export function composePlan(
  walked: IPlan,
  { generated, proposed, picked, choices }: IPlanSources,
  trans: ITranslator
): IPlan {
  const isPicked = new Set(picked.map(({ path }) => path));
  const overridden = Object.entries(choices.overrides).map(([path, content]) =>
    generatedEntry({
      path,
      content,
      reason:
        path.startsWith('.') && !isPicked.has(path)
          ? trans.__('a hidden file, as your kernel sees it')
          : trans.__('changed here, in the bundle only'),
      lastModified: ''
    })
  );
  // One for each path: what the user did last comes last.
  const all = [
    ...proposed,
    ...generated,
    ...pickedEntries(picked, trans),
    ...overridden
  ];
  const added = new Map(all.map(entry => [entry.path, entry]));
  const plan = withEntries(walked, [...added.values()]);
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
export function isMadeCrate({ path, source, content }: IPlanEntry): boolean {
  // One that the user picked, or changed for the bundle, has its bytes.
  return path === cratePath && source === null && content === undefined;
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
