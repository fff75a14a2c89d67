import { IGeneratedFile } from '../../bundle/generated';
import { IFinding } from '../../finding';
import { ITranslator } from '../../text';
import { joinInBundle, nameOf } from '../../paths';
import {
  isDistributionName,
  isVersion,
  normalizedName
} from '../../binder/distributionName';
import { environmentFinding } from '../environmentFinding';
import { binderPython, runtimeText } from '../files';
import { publicUrl } from '../fromUrl';
import { standIn } from '../../binder/platformPackages';
import { isPlumbing } from '../plumbing';
import { readCondaLock, readPixiLock } from './condaLocks';
import { ILocked, ILockedPackage, LockError } from './locked';
import { readPdmLock, readPoetryLock, readPylock } from './tomlLocks';
import { readUvLock } from './uvLock';

export interface ILockOptions {
  /** `3.12`, as the kernel or the project says; null = as the lock file allows. */
  readonly python: string | null;
  /** pixi.toml beside the lock file; null without. */
  readonly manifest?: string | null;
  /** Top-level modules that the notebooks import: the project itself is installed only when it is among them. */
  readonly imports?: readonly string[];
  /** Milliseconds since 1970, the files' time. */
  readonly now: number;
  readonly trans: ITranslator;
}

/** Files that Binder reads, and what could not be taken over. */
export interface IConvertedLock {
  /** For the bundle's root. The lock file itself stays in the bundle. */
  readonly files: readonly IGeneratedFile[];
  readonly findings: readonly IFinding[];
}

const readers: Readonly<
  Record<string, (text: string, options: ILockOptions) => ILocked>
> = {
  'uv.lock': (text, { python }) => readUvLock(text, python),
  'poetry.lock': (text, { python }) => readPoetryLock(text, python),
  'pdm.lock': (text, { python }) => readPdmLock(text, python),
  'pylock.toml': (text, { python }) => readPylock(text, python),
  'pixi.lock': (text, { manifest }) => readPixiLock(text, manifest ?? null),
  'conda-lock.yml': text => readCondaLock(text)
};

/** Whether a file is a lock file that can be turned into what Binder reads. */
export function isConvertibleLock(path: string): boolean {
  return Object.hasOwn(readers, nameOf(path));
}

/**
 * Turn a lock file into what Binder reads: `runtime.txt` and `requirements.txt`,
 * or `environment.yml`. Markers are decided for Linux and the Python version;
 * hashes are left out, because with one of them pip wants all.
 *
 * @throws LockError when the file cannot be read
 */
export function convertLock(
  path: string,
  text: string,
  options: ILockOptions
): IConvertedLock {
  const { trans, now } = options;
  const name = nameOf(path);
  let locked: ILocked;
  try {
    locked = readers[name](text, options);
  } catch (cause) {
    throw cause instanceof LockError
      ? new LockError(
          trans.__('%1 could not be read (%2).', path, cause.message),
          { cause }
        )
      : cause;
  }
  const findings: IFinding[] = [];
  const lines = pipLines(locked.packages, options, findings);
  const asked = locked.python ?? options.python ?? '3.12';
  const python = binderPython(asked);
  if (python !== asked) {
    findings.push(
      environmentFinding(
        'environment.python-version',
        'warning',
        trans.__('%1 is for Python %2, which Binder does not have. Binder takes Python %3.', name, asked, python) // prettier-ignore
      )
    );
  }
  if (locked.hasAllGroups) {
    findings.push(
      environmentFinding(
        'environment.lock-groups',
        'info',
        trans.__('%1 does not tell which packages are for development only. All are taken.', name) // prettier-ignore
      )
    );
  }
  const reason = trans.__('made here from %1', name);
  const lastModified = new Date(now).toISOString();
  const head = `# From ${name}. Made by jupyterlab-zenodo-publisher.`;
  const file = (to: string, content: string) => ({ path: to, content, reason, lastModified }); // prettier-ignore
  return {
    files:
      locked.conda.length > 0
        ? [file('environment.yml', condaYaml(head, locked, python, lines))]
        : [
            file('runtime.txt', runtimeText(python)),
            file('requirements.txt', [head, ...lines, ''].join('\n'))
          ],
    findings
  };
}

function condaYaml(
  head: string,
  { conda, channels }: ILocked,
  python: string,
  pip: readonly string[]
): string {
  const packages = conda
    .filter(
      ({ name, version }) =>
        name !== 'python' &&
        !isPlumbing(name) &&
        /^[\w][\w.-]*$/.test(name) &&
        isVersion(version)
    ) // prettier-ignore
    .map(({ name, version }) => `  - ${name}=${version}`);
  return [
    head,
    'channels:',
    ...channels.map(name => `  - ${name}`),
    'dependencies:',
    `  - python=${python}`,
    ...packages.sort(),
    ...(pip.length > 0
      ? ['  - pip', '  - pip:', ...pip.map(line => `      - '${line}'`)]
      : []),
    ''
  ].join('\n');
}

function pipLines(
  packages: readonly ILockedPackage[],
  options: ILockOptions,
  findings: IFinding[]
): string[] {
  const lines = packages.flatMap(one => {
    if (isPlumbing(one.name) || standIn(one.name) === null) {
      return [];
    }
    const { line, finding } = lineOf(one, options);
    if (finding) {
      findings.push(finding);
    }
    return line === null ? [] : [line];
  });
  const key = (line: string) => line.toLowerCase();
  return [...new Set(lines)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function lineOf(
  { name, version, source }: ILockedPackage,
  { imports = [], trans }: ILockOptions
): { line: string | null; finding?: IFinding } {
  const none = (text: string) => ({
    line: null,
    finding: environmentFinding('environment.lock-left-out', 'warning', text)
  });
  if (!isDistributionName(name)) {
    return none(trans.__('A package of the lock file has no proper name.'));
  }
  switch (source.kind) {
    case 'index':
      return isVersion(version)
        ? { line: `${standIn(name) ?? name}==${version.split('+')[0]}` }
        : none(trans.__('The lock file does not say the version of %1.', name));
    case 'git': {
      const found = publicUrl(source.url.replace(/^git\+/, ''), true);
      const { commit, subdirectory } = source;
      const isPlain = /^[\w./-]*$/.test(subdirectory);
      return found && isPlain && /^[0-9a-z]+$/i.test(commit)
        ? {
            line: `${name} @ git+${found.url}@${commit}${subdirectory && `#subdirectory=${subdirectory}`}`
          }
        : none(trans.__('%1 comes from a repository that Binder cannot reach.', name)); // prettier-ignore
    }
    case 'url': {
      const found = publicUrl(source.url);
      return found
        ? { line: `${name} @ ${found.url}` }
        : none(trans.__('%1 comes from a place that Binder cannot reach.', name)); // prettier-ignore
    }
    case 'path': {
      const path = joinInBundle('', source.path || '.');
      const modules = imports.map(normalizedName);
      const isImported = modules.includes(normalizedName(name));
      if (path === '') {
        // The project itself: it needs its packages, not an installation.
        return { line: isImported ? '.' : null };
      }
      return path !== null && /^[\w./-]+$/.test(path)
        ? { line: `./${path}` }
        : none(trans.__('%1 comes from a folder that is not in the bundle.', name)); // prettier-ignore
    }
  }
}
