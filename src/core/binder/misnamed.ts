/** Files for Binder whose names are nearly right. */
import { IFinding } from '../finding';
import { BinderTree } from './binderTree';
import { IFixContext, provenFixes } from './fixTrial';

/* Files beside an environment that people name in their own way. */
const BESIDE = ['runtime.txt', 'apt.txt', 'postBuild', 'install.R'];

/**
 * Files in the place where Binder looks that have other letters, or `.txt`
 * twice, and the names that they should have; those are not there.
 */
export function misnamed(
  tree: BinderTree,
  names: readonly string[]
): (readonly [path: string, name: string])[] {
  const inside = tree.folder ? `${tree.folder}/` : '';
  return tree.files.flatMap(path => {
    const name = path.slice(inside.length);
    if (!path.startsWith(inside) || name.includes('/')) {
      return [];
    }
    const plain = name.toLowerCase().replace(/^(.*\.\w+)\.txt$/, '$1');
    const right = names.find(
      one => one.toLowerCase() === plain || SPELLINGS[plain] === one
    );
    return right !== undefined && right !== name && !tree.has(right)
      ? [[path, right] as const]
      : [];
  });
}

/* Names that people write, and those that they mean. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'requirement.txt': 'requirements.txt',
  'environments.yml': 'environment.yml',
  'environments.yaml': 'environment.yaml',
  post_build: 'postBuild',
  'postbuild.sh': 'postBuild'
};

/** Say which files beside the environment Binder does not see for their names. */
export async function misnamedFindings(
  context: IFixContext
): Promise<IFinding[]> {
  const { tree, verdict, trans } = context;
  if (verdict.kind === null || verdict.kind === 'docker') {
    return [];
  }
  const found: IFinding[] = [];
  for (const [path, name] of misnamed(tree, BESIDE)) {
    const finding: IFinding = {
      id: 'binder.name',
      severity: 'warning',
      section: 'environment',
      message: trans.__(
        'Binder does not see %1. It looks for %2, with just these letters.',
        path,
        name
      ),
      place: { path }
    };
    const { meant: after } = await tree.text(path);
    const to = tree.path(name);
    const fix = { kind: 'write-file', path: to, before: null, after } as const;
    const choice = [{ label: trans.__('Copy it to %1', to), fix }];
    const fixes = await provenFixes(finding, [choice], context);
    found.push(fixes.length ? { ...finding, fixes } : finding);
  }
  return found;
}
