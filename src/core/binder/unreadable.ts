/** Files on which repo2docker itself stumbles. */
import { BinderKind } from './binderFiles';
import { BinderFindings } from './binderFindings';
import { BinderTree } from './binderTree';
import { environmentOf } from './condaEnvironment';
import { yamlMistake } from '../yamlText';

/**
 * The text of a file that repo2docker reads as UTF-8; null, with a finding, if
 * it cannot.
 *
 * @param marks - `mark`: it takes a byte order mark.
 */
export async function textFor(
  tree: BinderTree,
  path: string,
  say: BinderFindings,
  marks: 'mark' | 'no-mark' = 'no-mark'
): Promise<string | null> {
  const { text, isUtf8, hasMark } = await tree.text(path);
  if (!isUtf8 || (hasMark && marks === 'no-mark')) {
    say.encoding(path);
    return null;
  }
  return text;
}

/** Lines of an apt.txt that repo2docker refuses (`buildpacks/base.py`). */
export function aptMistakes(text: string): number[] {
  return text.split('\n').flatMap((line, i) => {
    const name = line.split('#', 1)[0].trim();
    return name && !/^[a-z0-9.+-]/.test(name) ? [i + 1] : [];
  });
}

/** Say what is wrong in apt.txt. */
export async function sayApt(
  tree: BinderTree,
  say: BinderFindings
): Promise<void> {
  if (tree.has('apt.txt')) {
    const path = tree.path('apt.txt');
    const text = await textFor(tree, path, say);
    const [line] = text === null ? [] : aptMistakes(text);
    if (text !== null && line !== undefined) {
      say.apt(path, text.split('\n')[line - 1].trim(), line);
    }
  }
}

/** Say whether environment.yml cannot be read, where it is not what Binder chose. */
export async function sayOtherEnvironment(
  tree: BinderTree,
  say: BinderFindings
): Promise<void> {
  const name = ['environment.yml', 'environment.yaml'].find(one =>
    tree.has(one)
  );
  if (name !== undefined) {
    const path = tree.path(name);
    const text = await textFor(tree, path, say, 'mark');
    if (text !== null && !environmentOf(await tree.text(path))) {
      say.environment(path, yamlMistake(text));
    }
  }
}

/** Say which of the files that Binder reads are folders. */
export function sayFolders(
  tree: BinderTree,
  kind: BinderKind,
  file: string,
  say: BinderFindings
): void {
  const usesPip = kind === 'python' || kind === 'r' || kind === 'julia';
  const read = [
    file,
    ...(usesPip ? [tree.path('requirements.txt')] : []),
    ...(kind === 'docker' ? [] : [tree.path('apt.txt')])
  ];
  for (const path of new Set(read)) {
    if (tree.isFolder(path)) {
      say.unreadable(path);
    }
  }
}
