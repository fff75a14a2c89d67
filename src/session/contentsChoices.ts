import type { Choice } from '../core/bundle/edit';
import type { Layout } from '../core/bundle/layouts';
import type { CopyEdit } from '../core/finding';

/** What the user chose about the contents, kept over a reload of the page. */
export interface IContentsChoices {
  /** What was ticked or unticked, by path in the bundle, in order. */
  readonly ticks: readonly Choice[];
  /** The folder that is the top; null = the deepest that holds the selection. */
  readonly root: string | null;
  /** The deepest folder that holds the selection, once it is known. */
  readonly deepest: string | null;
  /** Proposals from above the root that were taken in, by path in the bundle. */
  readonly above: readonly string[];
  readonly usesGitignore: boolean;
  /** Hidden files were asked for. */
  readonly hidden: boolean;
  readonly layout: Layout;
  readonly crate: boolean;
  /** Changes to the copies, by path in the bundle. */
  readonly copyEdits: Readonly<Record<string, readonly CopyEdit[]>>;
  /** Text files that are others in the bundle than in the folder, by path. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Files that go into a record of the data, by path in the bundle. */
  readonly split: readonly string[];
}

export const noChoices: IContentsChoices = {
  ticks: [],
  root: null,
  deepest: null,
  above: [],
  usesGitignore: false,
  hidden: false,
  layout: 'zip',
  crate: true,
  copyEdits: {},
  overrides: {},
  split: []
};

/**
 * The same with files and folders ticked or unticked: the latest choice counts,
 * also for what was parted off.
 */
export function withTicks(
  choices: IContentsChoices,
  paths: readonly string[],
  included: boolean
): IContentsChoices {
  const others = choices.ticks.filter(([path]) => !paths.includes(path));
  const fresh = paths.map(path => [path, included] as const);
  const split = choices.split.filter(path => !paths.includes(path));
  return { ...choices, split, ticks: [...others, ...fresh] };
}

/** The same with a file from above the root taken in, or left out again. */
export function withAbove(
  choices: IContentsChoices,
  path: string,
  included: boolean
): IContentsChoices {
  const others = choices.above.filter(chosen => chosen !== path);
  return { ...choices, above: included ? [...others, path] : others };
}

/** The same with one more change to a copy, after those that were made before. */
export function withCopyEdit(
  choices: IContentsChoices,
  path: string,
  edit: CopyEdit
): IContentsChoices {
  const { copyEdits } = choices;
  const edits = [...(copyEdits[path] ?? []), edit];
  return { ...choices, copyEdits: { ...copyEdits, [path]: edits } };
}

/** The same with nothing of what was chosen for these files. */
export function withoutPaths(
  choices: IContentsChoices,
  paths: readonly string[]
): IContentsChoices {
  const others = <T>(byPath: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(byPath).filter(([path]) => !paths.includes(path))
    );
  return {
    ...choices,
    ticks: choices.ticks.filter(([path]) => !paths.includes(path)),
    copyEdits: others(choices.copyEdits),
    overrides: others(choices.overrides)
  };
}

/** The same where a file is at another path: what was chosen for it goes along. */
export function withMovedPath(
  choices: IContentsChoices,
  from: string,
  to: string
): IContentsChoices {
  const moved = (path: string) => (path === from ? to : path);
  const { ticks, copyEdits, overrides } = withoutPaths(choices, [to]);
  const movedAll = <T>(byPath: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(byPath).map(([path, value]) => [moved(path), value])
    );
  return {
    ...choices,
    ticks: ticks.map(([path, on]) => [moved(path), on] as const),
    copyEdits: movedAll(copyEdits),
    overrides: movedAll(overrides)
  };
}

/** The same with text files that are others in the bundle than in the folder. */
export function withOverrides(
  choices: IContentsChoices,
  texts: Readonly<Record<string, string>>
): IContentsChoices {
  return { ...choices, overrides: { ...choices.overrides, ...texts } };
}
