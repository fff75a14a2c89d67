/** What there is to say about versions of Python and R, in the user's words. */
import { FindingList } from './findingList';

/** Gathers findings about versions. */
export class PythonFindings extends FindingList {
  /** A runtime.txt that Binder cannot read. */
  runtime(path: string, value: string): void {
    const text = value
      ? this.trans.__(
          '%1 says %2. Binder reads two numbers only, such as python-3.12.',
          path,
          shown(value)
        )
      : this.trans.__(
          '%1 is empty. Binder needs one line in it, such as python-3.12.',
          path
        );
    this.say('runtime', 'error', text, { path, line: 1 });
  }

  /** A runtime.txt that switches Python off, with nothing else there. */
  otherRuntime(path: string, value: string): void {
    const text = this.trans.__(
      '%1 says %2, and Binder finds no environment for it. For Python write python-3.12, for R a day, such as r-4.4-2026-01-31.',
      path,
      shown(value)
    );
    this.say('runtime', 'error', text, { path, line: 1 });
  }

  /** A version of R, or a day, that Binder does not have. */
  rVersion(path: string, value: string): void {
    const text = this.trans.__(
      '%1 says %2. Binder has R 3.3 to 4.6, and packages from 7 December 2018 on, such as r-4.4-2026-01-31.',
      path,
      shown(value)
    );
    this.say('r-version', 'error', text, { path, line: 1 });
  }

  /** A Python version that Binder does not have. */
  unsupportedPython(path: string, version: string, line?: number): void {
    const text = this.trans.__(
      'Binder has no Python %2, which %1 asks for. It has 3.7 to 3.14.',
      path,
      version
    );
    this.say('python', 'error', text, { path, line });
  }

  /** runtime.txt and pyproject.toml contradict each other. */
  contradiction(path: string, version: string): void {
    const text = this.trans.__(
      '%1 asks for Python %2, which pyproject.toml rules out. Binder refuses that.',
      path,
      version
    );
    this.say('python', 'error', text, { path });
  }

  /** A version for which Binder makes a kernel beside its own Python. */
  oldPython(path: string, version: string): void {
    const text = this.trans.__(
      'Python %2 in %1 is too old for Jupyter. Binder makes a kernel of its own for it, and often fails.',
      path,
      version
    );
    this.say('python-old', 'warning', text, { path });
  }

  /** No version of Python is named. */
  defaultPython(path: string, version: string): void {
    const isNamedThere = /(?:^|\/)(?:environment\.ya?ml|Pipfile)$/.test(path);
    const text = isNamedThere
      ? this.trans.__(
          'No Python version is given. Binder takes %1 now, and another one later. Name the version in %2.',
          version,
          path
        )
      : this.trans.__(
          'No Python version is given. Binder takes %1 now, and another one later. Name it in runtime.txt: python-%1.',
          version
        );
    this.say('python-default', 'warning', text, { path });
  }

  /** The project allows several, and Binder takes the newest. */
  newestPython(version: string, line: number): void {
    const text = this.trans.__(
      'Binder takes Python %1, the newest that pyproject.toml allows. Add runtime.txt to fix the version.',
      version
    );
    const path = 'pyproject.toml';
    this.say('python-newest', 'warning', text, { path, line });
  }

  /** A dependency on Python in a form that Binder does not read. */
  unreadPython(
    path: string,
    dependency: string,
    version: string,
    line: number
  ): void {
    const text = this.trans.__(
      '%1 says %2. Binder reads only the form python=3.12, and begins with Python %3.',
      path,
      dependency,
      version
    );
    this.say('python-form', 'warning', text, { path, line }, dependency);
  }
}

/** What a file says, on one line and not too long. */
function shown(value: string): string {
  return value
    .replace(/[\s\ufeff]+/g, ' ')
    .trim()
    .slice(0, 60);
}
