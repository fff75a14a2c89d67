/** Files that nobody wants in an archive. */
import { defaultRules, IIgnoreRule, ignoreTest } from '../bundle/ignore';
import { ITranslator } from '../text';

import { ICheck, Step } from './check';
import { excerptOf } from './excerpt';

/** Paths that are tested in one step. */
const BATCH = 200;

/**
 * Files in the bundle that the rules would have left out: caches, histories of
 * version control, installed packages. Somebody ticked them, or they came with
 * a folder that was opened. Files with passwords are the secrets' business.
 */
export function junkFilesCheck(trans: ITranslator): ICheck {
  return {
    id: 'bundle',
    version: 1,
    title: trans.__('Files that do not belong into an archive'),
    budget: 1_000,
    scope: 'bundle',
    *run({ files }): Iterable<Step> {
      const rules = defaultRules(trans).filter(
        ({ kind }) => kind === 'ignored'
      );
      const test = ignoreTest(rules);
      const groups = new Map<IIgnoreRule, string[]>();
      const environments = new Map<string, string[]>();
      const roots = environmentRoots(files.map(({ path }) => path));
      for (const [i, { path }] of files.entries()) {
        const root = rootOf(path, roots);
        const rule = root === null ? test(path, 'file') : null;
        if (root !== null) {
          addTo(environments, root, path);
        } else if (rule && typeof rule === 'object') {
          addTo(groups, rule, path);
        }
        if (i % BATCH === BATCH - 1) {
          yield null;
        }
      }
      for (const [root, paths] of environments) {
        yield junk(
          paths,
          root,
          trans.__(
            '%1 is an installed environment. It is large, and works on your computer only. Binder builds its own.',
            root || '/'
          ),
          trans
        );
      }
      for (const [rule, paths] of groups) {
        yield junk(
          paths,
          paths[0],
          trans._n(
            '%1 file does not belong into an archive (%2).',
            '%1 files do not belong into an archive (%2).',
            paths.length,
            rule.reason
          ),
          trans
        );
      }
    }
  };
}

function addTo<K>(groups: Map<K, string[]>, key: K, path: string): void {
  const paths = groups.get(key);
  if (paths) {
    paths.push(path);
  } else {
    groups.set(key, [path]);
  }
}

function junk(
  paths: readonly string[],
  place: string,
  message: string,
  trans: ITranslator
): Step {
  return {
    id: 'bundle.junk',
    severity: 'warning',
    section: 'contents',
    message,
    place: { path: place },
    excerpt: excerptOf(paths[0]),
    about: JSON.stringify(paths),
    fixes: [
      {
        label: trans._n('Leave it out', 'Leave them out', paths.length),
        fix: { kind: 'exclude', paths }
      }
    ]
  };
}

/** Folders with an installed environment: `pyvenv.cfg` (PEP 405), conda's `conda-meta`. */
function environmentRoots(paths: readonly string[]): Set<string> {
  const roots = new Set<string>();
  for (const path of paths) {
    const root = /^(?:(.*)\/)?(?:pyvenv\.cfg|conda-meta\/history)$/.exec(path);
    if (root?.[1]) {
      roots.add(root[1]);
    }
  }
  return roots;
}

/** The outermost of the folders in which a path lies. */
function rootOf(path: string, roots: ReadonlySet<string>): string | null {
  for (
    let slash = roots.size ? path.indexOf('/') : -1;
    slash !== -1;
    slash = path.indexOf('/', slash + 1)
  ) {
    const folder = path.slice(0, slash);
    if (roots.has(folder)) {
      return folder;
    }
  }
  return null;
}
