import createIgnore from 'ignore';
import { IFileEntry } from '../files';
import { ITranslator } from '../text';
import { nameOf } from '../paths';

/** What is left out by default, and why. */
export interface IIgnoreRule {
  /** Patterns in the syntax of `.gitignore`. */
  readonly patterns: readonly string[];
  readonly kind: 'ignored' | 'private';
  /** The user's text. */
  readonly reason: string;
}

/** The rules that hold for every bundle. A file can still be ticked by hand. */
export function defaultRules(trans: ITranslator): IIgnoreRule[] {
  return [
    {
      kind: 'ignored',
      reason: trans.__('left out: checkpoints of notebooks'),
      patterns: ['.ipynb_checkpoints/']
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: Python’s cache'),
      patterns: ['__pycache__/', '*.pyc', '*.pyo']
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: history of the version control'),
      patterns: ['.git', '.hg/', '.svn/', '.bzr/', 'CVS/']
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: made by the operating system'),
      patterns: [
        '.DS_Store',
        '._*',
        '__MACOSX/',
        'Thumbs.db',
        'desktop.ini',
        '.Trash*/',
        '.directory',
        '.fuse_hidden*',
        '.nfs*'
      ]
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: installed packages, not your files'),
      patterns: [
        'node_modules/',
        '.venv/',
        '.pixi/',
        '.tox/',
        '.nox/',
        '.eggs/',
        '*.egg-info/',
        '**/renv/library/',
        '**/packrat/lib*/'
      ]
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: Jupyter’s own work files'),
      patterns: ['.virtual_documents/', '.jupyter_ystore.db', '.~*.ipynb']
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: the cache of a tool'),
      patterns: [
        '.cache/',
        '.mypy_cache/',
        '.pytest_cache/',
        '.ruff_cache/',
        '.dask-worker-space/',
        'dask-worker-space/',
        '.Rproj.user/',
        '.Rhistory',
        '.snakemake/'
      ]
    },
    {
      kind: 'ignored',
      reason: trans.__('left out: a temporary file of an editor'),
      patterns: ['*~', '.*.sw[a-p]', '.~lock.*#', '~$*', '.#*', '#*#']
    },
    {
      kind: 'private',
      reason: trans.__('left out: may hold passwords or keys'),
      patterns: [
        '.env',
        '.env.*',
        '!.env.example',
        '!.env.sample',
        '!.env.template',
        '.netrc',
        '_netrc',
        '.pypirc',
        '.npmrc',
        '.htpasswd',
        '.git-credentials',
        '.pgpass',
        '.Renviron',
        'kaggle.json',
        'credentials',
        'credentials.json',
        'client_secret*.json',
        'service-account*.json',
        'id_rsa*',
        'id_dsa*',
        'id_ecdsa*',
        'id_ed25519*',
        '*.pem',
        '*.p12',
        '*.pfx',
        '*.key',
        '*.jks',
        '*.kdbx',
        '.aws/',
        '.azure/',
        '.docker/',
        '.gnupg/',
        '.kube/',
        '.jupyter/',
        '.ssh/'
      ]
    }
  ];
}

/** Rules that the user or a hub's administrator added in the settings. */
export function settingsRule(
  patterns: readonly string[],
  trans: ITranslator
): IIgnoreRule {
  return {
    kind: 'ignored',
    reason: trans.__('left out: by a rule in the settings'),
    patterns
  };
}

/** What rules say of a path: a rule leaves it out, a `!` pattern takes it in again, or nothing. */
export type Verdict = IIgnoreRule | 'taken' | null;

/** A test of paths against the rules; among several that match, the last one counts. */
export function ignoreTest(
  rules: readonly IIgnoreRule[],
  options: { readonly ignoreCase?: boolean } = {}
): (path: string, kind: IFileEntry['kind']) => Verdict {
  // Relative paths are allowed so that a server's odd name never throws.
  const matcher = createIgnore({
    allowRelativePaths: true,
    ignoreCase: options.ignoreCase ?? true
  });
  rules.forEach((rule, index) => {
    matcher.add(
      rule.patterns.map(pattern => ({
        // A leading "#" or "!" has a meaning of its own; only "!" is meant.
        pattern: pattern.replace(/^#/, '\\#'),
        mark: String(index)
      }))
    );
  });
  return (path, kind) => {
    const { ignored, unignored, rule } = matcher.test(
      kind === 'folder' ? `${path}/` : path
    );
    return ignored ? rules[Number(rule?.mark)] : unignored ? 'taken' : null;
  };
}

/**
 * Whether a folder's entries say that it is an installed environment, whatever
 * its name: `pyvenv.cfg` is written by `venv` (PEP 405), `conda-meta` by conda,
 * mamba and pixi.
 */
export function isInstalledEnvironment(
  listing: readonly Pick<IFileEntry, 'path' | 'kind'>[]
): boolean {
  return listing.some(({ path, kind }) => {
    const name = nameOf(path);
    return (
      (name === 'pyvenv.cfg' && kind === 'file') ||
      (name === 'conda-meta' && kind === 'folder')
    );
  });
}
