/** What there is to say about an environment for Binder, in the user's words. */
import { IFinding, Severity } from '../finding';
import { ITranslator } from '../text';

/** Gathers findings. */
export class BinderFindings {
  constructor(private readonly _trans: ITranslator) {}

  readonly all: IFinding[] = [];

  /** Whether Binder certainly refuses or fails. */
  get hasErrors(): boolean {
    return this.all.some(finding => finding.severity === 'error');
  }

  /** Both `binder` and `.binder` are there. */
  twoFolders(): void {
    const text = this._trans.__(
      'Both binder and .binder are here. Binder refuses that. Leave one of them out.'
    );
    this._say('two-folders', 'error', text, 'binder');
  }

  /** There is nothing that Binder takes for an environment. */
  none(): void {
    const text = this._trans.__(
      'No environment file. Binder will refuse this. Read the kernel, or add requirements.txt or environment.yml.'
    );
    this._say('none', 'error', text);
  }

  /** The folder for Binder hides the environment file at the root. */
  hiddenByFolder(folder: string, path: string): void {
    const text = this._trans.__(
      'Binder does not look at %1, because the folder %2 is here, and it finds no environment in it. Move the file there, or leave the folder out.',
      path,
      folder
    );
    this._say('hidden', 'error', text, path);
  }

  /** A pyproject.toml of a project that is not built, alone. */
  incompleteProject(): void {
    const text = this._trans.__(
      'Binder takes pyproject.toml only with both [project] and [build-system] in it. Add requirements.txt.'
    );
    this._say('project', 'error', text, 'pyproject.toml');
  }

  /** The removed first generation of Binder. */
  legacyDockerfile(): void {
    const text = this._trans.__(
      'Dockerfile is made for a Binder of 2016, and Binder refuses it now. Use another environment file.'
    );
    this._say('dockerfile', 'error', text, 'Dockerfile');
  }

  /** A Dockerfile decides everything. */
  dockerfile(path: string): void {
    const text = this._trans.__(
      'Binder builds with %1 alone. It must install Jupyter and make a user with the number 1000.',
      path
    );
    this._say('dockerfile', 'info', text, path);
  }

  /** Julia's old way to name packages. */
  require(path: string): void {
    const text = this._trans.__(
      'Binder no longer reads %1. Use Project.toml for Julia.',
      path
    );
    this._say('require', 'error', text, path);
  }

  /** A runtime.txt that Binder cannot read. */
  runtime(path: string, value: string): void {
    const text = this._trans.__(
      '%1 says %2. Binder reads two numbers only, such as python-3.12.',
      path,
      value
    );
    this._say('runtime', 'error', text, path);
  }

  /** A runtime.txt that switches Python off, with nothing else there. */
  otherRuntime(path: string, value: string): void {
    const text = this._trans.__(
      '%1 says %2, and Binder finds no environment for it. For Python write python-3.12, for R a day, such as r-4.4-2026-01-31.',
      path,
      value
    );
    this._say('runtime', 'error', text, path);
  }

  /** A version of R, or a day, that Binder does not have. */
  rVersion(path: string, value: string): void {
    const text = this._trans.__(
      '%1 says %2. Binder has R 3.3 to 4.6, and packages from 7 December 2018 on, such as r-4.4-2026-01-31.',
      path,
      value
    );
    this._say('r-version', 'error', text, path);
  }

  /** A file that Binder cannot read. */
  unreadable(path: string): void {
    const text = this._trans.__(
      'Binder cannot read %1: there is a mistake in it.',
      path
    );
    this._say('unreadable', 'error', text, path);
  }

  /** An environment.yml that is YAML, but no environment. */
  environment(path: string): void {
    const text = this._trans.__(
      'Binder cannot read %1. It needs a line “dependencies:” with a list below it.',
      path
    );
    this._say('unreadable', 'error', text, path);
  }

  /** A Python version that Binder does not have. */
  unsupportedPython(path: string, version: string): void {
    const text = this._trans.__(
      'Binder has no Python %2, which %1 asks for. It has 3.7 to 3.14.',
      path,
      version
    );
    this._say('python', 'error', text, path);
  }

  /** runtime.txt and pyproject.toml contradict each other. */
  contradiction(path: string, version: string): void {
    const text = this._trans.__(
      '%1 asks for Python %2, which pyproject.toml rules out. Binder refuses that.',
      path,
      version
    );
    this._say('python', 'error', text, path);
  }

  /** A version for which Binder makes a kernel beside its own Python. */
  oldPython(path: string, version: string): void {
    const text = this._trans.__(
      'Python %2 in %1 is too old for Jupyter. Binder makes a kernel of its own for it, and often fails.',
      path,
      version
    );
    this._say('python-old', 'warning', text, path);
  }

  /** No version of Python is named. */
  defaultPython(path: string, version: string): void {
    const text = this._trans.__(
      'No Python version is given. Binder takes %1 now, and another one later. Add runtime.txt or name it in %2.',
      version,
      path
    );
    this._say('python-default', 'warning', text, path);
  }

  /** The project allows several, and Binder takes the newest. */
  newestPython(version: string): void {
    const text = this._trans.__(
      'Binder takes Python %1, the newest that pyproject.toml allows. Add runtime.txt to fix the version.',
      version
    );
    this._say('python-newest', 'warning', text, 'pyproject.toml');
  }

  /** A dependency on Python in a form that Binder does not read. */
  unreadPython(path: string, dependency: string, version: string): void {
    const text = this._trans.__(
      '%1 says %2. Binder reads only the form python=3.12, and begins with Python %3.',
      path,
      dependency,
      version
    );
    this._say('python-form', 'warning', text, path);
  }

  /** A file that is not used because of another one. */
  shadowed(path: string, by: string): void {
    const text = this._trans.__('Binder uses %2 and ignores %1.', path, by);
    this._say('shadowed', 'warning', text, path);
  }

  /** A file of another program. */
  unknown(path: string): void {
    const text = this._trans.__(
      'Binder does not read %1. Export its packages to requirements.txt.',
      path
    );
    this._say('unknown', 'info', text, path);
  }

  private _say(
    id: string,
    severity: Severity,
    message: string,
    path?: string
  ): void {
    const place = path === undefined ? {} : { place: { path } };
    const section = 'environment';
    this.all.push({ id: `binder.${id}`, severity, section, message, ...place });
  }
}
