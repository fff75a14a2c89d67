/** What there is to say about an environment for Binder, in the user's words. */
import { exportCommand } from './binderFiles';
import { nameOf } from '../paths';
import { PythonFindings } from './pythonFindings';

/** Gathers findings. */
export class BinderFindings extends PythonFindings {
  /** Both `binder` and `.binder` are there. */
  twoFolders(): void {
    const text = this.trans.__(
      'Both binder and .binder are here. Binder refuses that. Leave one of them out.'
    );
    this.say('two-folders', 'error', text, { path: 'binder' });
  }

  /** There is nothing that Binder takes for an environment. */
  none(): void {
    const text = this.trans.__(
      'No environment file. Binder will refuse this. Read the kernel, or add requirements.txt or environment.yml.'
    );
    this.say('none', 'error', text);
  }

  /** The folder for Binder hides the environment file at the root. */
  hiddenByFolder(folder: string, path: string): void {
    const text = this.trans.__(
      'Binder does not look at %1, because the folder %2 is here, and in that it finds no environment.',
      path,
      folder
    );
    this.say('hidden', 'error', text, { path });
  }

  /** A pyproject.toml of a project that is not built, alone. */
  incompleteProject(): void {
    const text = this.trans.__(
      'Binder takes pyproject.toml only with both [project] and [build-system] in it. Add requirements.txt.'
    );
    this.say('project', 'error', text, { path: 'pyproject.toml' });
  }

  /** The removed first generation of Binder. */
  legacyDockerfile(): void {
    const text = this.trans.__(
      'Dockerfile is made for a Binder of 2016, and Binder refuses it now. Use another environment file.'
    );
    this.say('dockerfile', 'error', text, { path: 'Dockerfile' });
  }

  /** A Dockerfile decides everything. */
  dockerfile(path: string): void {
    const text = this.trans.__(
      'Binder builds with %1 alone. It must install Jupyter and make a user with the number 1000.',
      path
    );
    this.say('dockerfile', 'info', text, { path });
  }

  /** Julia's old way to name packages. */
  require(path: string): void {
    const text = this.trans.__(
      'Binder no longer reads %1. Use Project.toml for Julia.',
      path
    );
    this.say('require', 'error', text, { path });
  }

  /** Nix decides everything. */
  nix(path: string): void {
    const text = this.trans.__(
      'Binder builds with %1 alone. It must bring Jupyter.',
      path
    );
    this.say('nix', 'info', text, { path });
  }

  /** A file that Binder cannot read. */
  unreadable(path: string, line?: number): void {
    const text =
      line === undefined
        ? this.trans.__(
            'Binder cannot read %1: there is a mistake in it.',
            path
          )
        : this.trans.__(
            'Binder cannot read %1: there is a mistake in line %2.',
            path,
            line
          );
    this.say('unreadable', 'error', text, { path, line });
  }

  /** A text that is not plain UTF-8. */
  encoding(path: string): void {
    const text = this.trans.__(
      'Binder cannot read %1, because of its encoding. Save it as UTF-8 without a byte order mark.',
      path
    );
    this.say('encoding', 'error', text, { path });
  }

  /** A line of apt.txt that is no name of a package. */
  apt(path: string, line: string, number: number): void {
    const text = this.trans.__(
      '%1 may hold names of Ubuntu packages only, in small letters, one a line. Binder refuses “%2”.',
      path,
      line.slice(0, 80)
    );
    this.say('apt', 'error', text, { path, line: number }, line);
  }

  /** An environment.yml that is YAML, but no environment. */
  environment(path: string, line?: number): void {
    const text = this.trans.__(
      'Binder cannot read %1. It needs a line “dependencies:” with a list below it.',
      path
    );
    this.say('unreadable', 'error', text, { path, line });
  }

  /** A file that is not used because of another one. */
  shadowed(path: string, by: string): void {
    const text = this.trans.__('Binder uses %2 and ignores %1.', path, by);
    this.say('shadowed', 'warning', text, { path });
  }

  /**
   * A file of another program.
   *
   * @param isAlone - there is nothing else from which Binder could build.
   */
  unknown(path: string, isAlone: boolean): void {
    const command = exportCommand(nameOf(path));
    const text = command
      ? this.trans.__(
          'Binder does not read %1. Read the kernel, or write the packages to a file that Binder reads, with: %2',
          path,
          command
        )
      : this.trans.__(
          'Binder does not read %1. Read the kernel, or write the packages to requirements.txt or environment.yml.',
          path
        );
    this.say('unknown', isAlone ? 'warning' : 'info', text, { path });
  }
}
