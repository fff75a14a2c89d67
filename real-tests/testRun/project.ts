/** The fixture projects: what is in them, and what is expected of them. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { ICapture } from '../../src/core/environment/capture';
import { Fix } from '../../src/core/finding';
import { readNotebook } from '../../src/core/notebook/notebook';
import { CauseKind, ICauseContext } from '../../src/core/testRun/causes/cause';
import { NotebookOutcome } from '../../src/core/testRun/testRuns';
import { plainEnglish as trans } from '../../src/core/text';

const root = resolve('tests/fixtures/testrun');

const environmentFile = /^(?:requirements|runtime|apt)\.txt$/;

/** What `expected.json` says. */
export interface IExpected {
  /** In one sentence, what the project is broken in. */
  readonly about: string;
  /** How the notebook ends; `install` = it does not begin. */
  readonly outcome: NotebookOutcome | 'install';
  /** Zero-based index of the cell where it stops. */
  readonly cell: number | null;
  readonly cause: CauseKind | null;
  /** In the title of the cause. */
  readonly says: string;
  /** The first fix; of a file that is written, a line that it adds. */
  readonly fix: {
    readonly kind: Fix['kind'];
    readonly path?: string;
    readonly adds?: string;
    readonly paths?: readonly string[];
  } | null;
  /** How it ends after the fix; null = there is nothing to try. */
  readonly secondRun: NotebookOutcome | null;
  /** What the author's kernel would say; null = nobody asked it. */
  readonly kernel: {
    readonly python: string;
    readonly packages: Readonly<
      Record<
        string,
        {
          readonly version: string;
          readonly modules: readonly string[];
          readonly reason?: 'call';
        }
      >
    >;
  } | null;
  /** Files of the project that are not in the bundle. */
  readonly leftOut?: readonly string[];
  /** How the machine is kept out; by itself as well as it goes. */
  readonly isolation?: 'watched';
  /** A file outside of the project, which the run reads. */
  readonly outside?: { readonly path: string; readonly text: string };
  readonly cellSeconds?: number;
  readonly memoryBytes?: number;
  /** The versions of Python that a machine must have to show it. */
  readonly pythons?: readonly string[];
  /** A program without which alone it can be shown. */
  readonly unlessProgram?: string;
}

/** A fixture, with the files of its bundle as they are now. */
export class FixtureProject {
  constructor(readonly name: string) {
    const text = readFileSync(join(root, name, 'expected.json'), 'utf8');
    this.expected = JSON.parse(text) as IExpected;
    this._leftOut = new Set(this.expected.leftOut ?? []);
  }

  readonly expected: IExpected;

  /** Copy the bundle's files into an empty folder. */
  writeBundle(folder: string): void {
    for (const path of this._paths()) {
      if (!this._leftOut.has(path)) {
        const target = join(folder, path);
        mkdirSync(dirname(target), { recursive: true });
        cpSync(join(this._project, path), target);
      }
    }
    for (const [path, text] of this._written) {
      writeFileSync(join(folder, path), text);
    }
  }

  /** What the page knows of it. */
  context(log: string): ICauseContext {
    const paths = [...new Set([...this._paths(), ...this._written.keys()])];
    const included = paths.filter(path => !this._leftOut.has(path));
    return {
      entries: paths.map(path => ({
        path,
        kind: 'file',
        included: !this._leftOut.has(path),
        reasonKind: this._leftOut.has(path) ? 'unselected' : 'selected'
      })),
      environment: new Map(
        included
          .filter(path => environmentFile.test(path))
          .map(path => [path, this._text(path)])
      ),
      kernel: this._kernel(),
      notebooks: this.notebooks.map(path => ({
        path,
        notebook: readNotebook(readFileSync(join(this._project, path)))
      })),
      log,
      trans
    };
  }

  /** The paths of its notebooks. */
  get notebooks(): string[] {
    return this._paths().filter(path => path.endsWith('.ipynb'));
  }

  /** Do what a fix says, as the session would. */
  apply(fix: Fix): void {
    switch (fix.kind) {
      case 'write-file': {
        const before = existsSync(join(this._project, fix.path))
          ? this._text(fix.path)
          : null;
        expect(fix.before).toBe(before);
        this._written.set(fix.path, fix.after);
        break;
      }
      case 'include':
        fix.paths.forEach(path => this._leftOut.delete(path));
        break;
      default:
        throw new Error(`No fixture is mended by '${fix.kind}'.`);
    }
  }

  private get _project(): string {
    return join(root, this.name, 'project');
  }

  private _paths(): string[] {
    return readdirSync(this._project, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(this._project, join(entry.parentPath, entry.name)))
      .sort();
  }

  private _text(path: string): string {
    return (
      this._written.get(path) ?? readFileSync(join(this._project, path), 'utf8')
    );
  }

  private _kernel(): ICapture | null {
    const { kernel } = this.expected;
    return (
      kernel && {
        python: kernel.python,
        conda: false,
        needsConda: false,
        channels: [],
        packages: Object.entries(kernel.packages).map(
          ([name, { version, modules, reason }]) => ({
            name,
            version,
            requirement: `${name}==${version}`,
            conda: null,
            reason: reason ?? 'import',
            modules
          })
        ),
        system: [],
        modules: [],
        requires: new Map(),
        sources: [],
        findings: []
      }
    );
  }

  private readonly _leftOut: Set<string>;
  private readonly _written = new Map<string, string>();
}

/** The names of all fixtures. */
export const fixtureNames: readonly string[] = readdirSync(root, {
  withFileTypes: true
})
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
