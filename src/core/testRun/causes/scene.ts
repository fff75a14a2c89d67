/** What is known around a failure, worked out once for a run. */
import { readDeclarations } from '../../environment/coverage/readDeclarations';
import type { IDeclarations } from '../../environment/coverage/declaration';
import { cellSource } from '../../notebook/notebook';
import type { INotebook } from '../../notebook/notebook';
import { isJsonObject } from '../../notebook/notebook';
import { nameOf, parentOf } from '../../paths';
import { ITranslator } from '../../text';
import type { INotebookRun, ITestRun } from '../testRuns';
import { ICauseContext, ProjectEntry } from './cause';

/** A code cell of the notebook that failed. */
export interface ISceneCell {
  /** Zero-based, among all cells. */
  readonly index: number;
  readonly source: string;
}

/** Characters of a cell that are looked at. */
const longest = 200_000;

/** A run, with what belongs to it. */
export class Scene {
  constructor(
    readonly run: ITestRun,
    readonly context: ICauseContext
  ) {
    this.declarations = readDeclarations(context.environment, context.shadowed);
    this.trans = context.trans;
  }

  readonly declarations: IDeclarations;
  readonly trans: ITranslator;

  /** The version of Python that ran, as `3.12`; null = not known. */
  get python(): string | null {
    const { environment } = this.run;
    const { language = '', used = '' } = environment ?? {};
    return language === 'python' || language === '' ? minor(used) : null;
  }

  /** The version of Python that the author has: of the kernel, else as a notebook says; null = not known. */
  get authorsPython(): string | null {
    const said = this.context.notebooks.map(({ notebook }) => {
      const { language_info: language } = notebook.metadata;
      return isJsonObject(language) && language.name === 'python' && typeof language.version === 'string' ? minor(language.version) : null; // prettier-ignore
    });
    return this.context.kernel?.python ?? said.find(Boolean) ?? null;
  }

  /** The files that went into the run. */
  get included(): ProjectEntry[] {
    return this.context.entries.filter(({ included }) => included);
  }

  /** Files of the project that did not. */
  get leftOut(): ProjectEntry[] {
    return this.context.entries.filter(({ included }) => !included);
  }

  /** The environment file with this name that counts; null = there is none. */
  environmentFile(name: RegExp): string | null {
    const { environment, shadowed = [] } = this.context;
    const counted = [...environment.keys()].filter(one => !shadowed.includes(one)); // prettier-ignore
    return counted.find(path => name.test(nameOf(path))) ?? null;
  }

  /** The folder in which Binder looks for environment files. */
  get folder(): string {
    const { environment } = this.context;
    const known = this.declarations.editable ?? [...environment.keys()][0];
    return parentOf(known ?? '');
  }

  /** Whether this machine could not do what the environment asks for, though Binder can. */
  differs(code: string, detail: string): boolean {
    const differences = this.run.environment?.differences ?? [];
    return differences.some(
      one => one.code === code && one.detail.split(/[\s,]+/).includes(detail)
    );
  }

  notebook(path: string): INotebook | null {
    const found = this.context.notebooks.find(one => one.path === path);
    return found?.notebook ?? null;
  }

  /** The code cells of a notebook. */
  cells(path: string): ISceneCell[] {
    return (this.notebook(path)?.cells ?? []).flatMap((cell, index) =>
      cell.cell_type === 'code'
        ? [{ index, source: cellSource(cell).slice(0, longest) }]
        : []
    );
  }
}

/** A notebook that failed, and the run around it. */
export interface IFailed {
  readonly scene: Scene;
  readonly notebook: INotebookRun;
}

function minor(version: string): string | null {
  return /^(\d+\.\d+)/.exec(version)?.[1] ?? null;
}

/** The number of a cell as people count; '?' where none is known. */
export function cellNumber({ cell }: Pick<INotebookRun, 'cell'>): string {
  return cell === null ? '?' : String(cell + 1);
}
