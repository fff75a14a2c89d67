import type { ICapture } from '../../../environment/capture';
import type { INotebook } from '../../../notebook/notebook';
import { plainEnglish as trans } from '../../../text';
import type { INotebookRun, ITestRun } from '../../testRuns';
import { ICauseContext, ProjectEntry } from '../cause';

/** A run of one notebook, `analysis.ipynb`, by Python 3.11. */
export function runOf(
  notebook: Partial<INotebookRun>,
  run: Partial<ITestRun> = {}
): ITestRun {
  return {
    id: 'run',
    publication: 'publication',
    stamp: 'stamp',
    phase: 'done',
    begun: 1,
    ended: 2,
    now: null,
    environment: {
      tool: 'uv',
      files: ['requirements.txt'],
      language: 'python',
      wanted: '3.11',
      used: '3.11.7',
      differences: [],
      isolation: 'hidden',
      seconds: 1
    },
    notebooks: [
      {
        path: 'analysis.ipynb',
        outcome: 'error',
        cells: 1,
        done: 0,
        cell: 0,
        error: null,
        seconds: 1,
        peakBytes: 0,
        outside: [],
        ...notebook
      }
    ],
    failure: null,
    logLength: 0,
    ...run
  };
}

/** A run whose installation failed. */
export function notInstalled(text: string, used = '3.11.7'): ITestRun {
  const run = runOf({ outcome: 'waiting', cell: null });
  return {
    ...run,
    phase: 'failed',
    environment: run.environment && { ...run.environment, used },
    failure: { code: 'install', path: '', text }
  };
}

/** A notebook of code cells, written with a version of Python. */
export function notebookOf(
  cells: readonly string[],
  version = '3.11.7'
): INotebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python', version } },
    cells: cells.map(source => ({ cell_type: 'code', source }))
  };
}

/** What is known beside a run. */
export function contextOf({
  cells = [],
  python,
  ...context
}: Partial<ICauseContext> & {
  cells?: readonly string[];
  python?: string;
} = {}): ICauseContext {
  return {
    entries: [],
    environment: new Map([['requirements.txt', 'natsort==8.4.0\n']]),
    kernel: null,
    notebooks: [{ path: 'analysis.ipynb', notebook: notebookOf(cells, python) }], // prettier-ignore
    log: '',
    trans,
    ...context
  };
}

/** A file of the project. */
export function entry(
  path: string,
  included: boolean,
  reasonKind: ProjectEntry['reasonKind'] = 'unselected',
  kind: ProjectEntry['kind'] = 'file'
): ProjectEntry {
  return { path, included, reasonKind, kind };
}

/** A kernel with packages, each with the module that it is there for. */
export function kernelOf(
  packages: Readonly<Record<string, readonly [version: string, module: string]>>
): ICapture {
  return {
    python: '3.11',
    conda: false,
    needsConda: false,
    channels: [],
    packages: Object.entries(packages).map(([name, [version, module]]) => ({
      name,
      version,
      requirement: `${name}==${version}`,
      conda: null,
      reason: 'import',
      modules: [module]
    })),
    system: [],
    modules: [],
    requires: new Map(),
    sources: [],
    findings: []
  };
}
