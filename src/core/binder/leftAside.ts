/** The files that Binder leaves aside, and why. */
import {
  BinderKind,
  ENVIRONMENT_FILES,
  ignoredFiles,
  ROOT_FILES,
  UNKNOWN_FILES
} from './binderFiles';
import { BinderFindings } from './binderFindings';
import { BinderTree } from './binderTree';
import { environmentOf } from './condaEnvironment';
import { parentOf, joinInBundle, nameOf } from '../paths';
import { includedFile, parseRequirements } from './requirementsFile';
import { IRuntime } from './runtimeTxt';

/** Say why Binder finds nothing that it can build. */
export function sayWhyNone(
  tree: BinderTree,
  runtime: IRuntime | null,
  say: BinderFindings
): void {
  const names = [...ENVIRONMENT_FILES, ...ROOT_FILES];
  const hidden = names.find(name => tree.folder && tree.isThere(name));
  if (runtime) {
    say.otherRuntime(tree.path('runtime.txt'), runtime.text);
  } else if (hidden !== undefined) {
    say.hiddenByFolder(tree.folder, hidden);
  } else if (tree.hasAtRoot('pyproject.toml')) {
    say.incompleteProject();
  } else {
    say.none();
  }
}

/** The environment files that Binder does not look at, because of its choice. */
export async function shadowedFiles(
  tree: BinderTree,
  kind: BinderKind,
  file: string
): Promise<string[]> {
  const name = nameOf(file);
  const listed = await listedFiles(tree, kind, file);
  const inPlace = ignoredFiles(kind, name)
    .filter(candidate => tree.has(candidate))
    .map(candidate => tree.path(candidate));
  const atRoot = tree.folder
    ? ENVIRONMENT_FILES.filter(candidate => tree.isThere(candidate))
    : [];
  return [...inPlace, ...atRoot].filter(path => !listed.includes(path));
}

/** The files that what pip installs from names: `-r ../requirements.txt`. */
async function listedFiles(
  tree: BinderTree,
  kind: BinderKind,
  file: string
): Promise<string[]> {
  const source = kind === 'conda' ? file : tree.path('requirements.txt');
  if (!tree.isThere(source)) {
    return [];
  }
  const content = await tree.text(source);
  const items =
    kind === 'conda'
      ? (environmentOf(content)?.pip ?? [])
      : parseRequirements(content.text).items;
  return items.flatMap(({ text: line }) => {
    const name = includedFile(line);
    const path =
      name === null ? null : joinInBundle(parentOf(source), name.file);
    return path === null ? [] : [path];
  });
}

/** Name the files that only other programs read. */
export function sayUnknown(
  tree: BinderTree,
  say: BinderFindings,
  isAlone: boolean
): void {
  for (const name of UNKNOWN_FILES) {
    if (tree.has(name)) {
      say.unknown(tree.path(name), isAlone);
    } else if (tree.isThere(name)) {
      say.unknown(name, isAlone);
    }
  }
}
