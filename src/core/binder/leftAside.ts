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
import { IRuntime } from './runtimeTxt';

/** Say why Binder finds nothing that it can build. */
export function sayWhyNone(
  tree: BinderTree,
  runtime: IRuntime | string | null,
  say: BinderFindings
): void {
  const names = [...ENVIRONMENT_FILES, ...ROOT_FILES];
  const hidden = names.find(name => tree.folder && tree.isAtRoot(name));
  if (runtime && typeof runtime !== 'string') {
    const { name, version, date } = runtime;
    const parts = [name, version, date].filter(part => part !== null);
    say.otherRuntime(tree.path('runtime.txt'), parts.join('-'));
  } else if (hidden !== undefined) {
    say.hiddenByFolder(tree.folder, hidden);
  } else if (tree.hasAtRoot('pyproject.toml')) {
    say.incompleteProject();
  } else {
    say.none();
  }
}

/** The environment files that Binder does not look at, because of its choice. */
export function shadowedFiles(
  tree: BinderTree,
  kind: BinderKind,
  file: string
): string[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const inPlace = ignoredFiles(kind, name)
    .filter(candidate => tree.has(candidate))
    .map(candidate => tree.path(candidate));
  const atRoot = tree.folder
    ? ENVIRONMENT_FILES.filter(candidate => tree.isAtRoot(candidate))
    : [];
  return [...inPlace, ...atRoot];
}

/** Name the files that only other programs read. */
export function sayUnknown(tree: BinderTree, say: BinderFindings): void {
  for (const name of UNKNOWN_FILES) {
    if (tree.has(name)) {
      say.unknown(tree.path(name));
    } else if (tree.isAtRoot(name)) {
      say.unknown(name);
    }
  }
}
