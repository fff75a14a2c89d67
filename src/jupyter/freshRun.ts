import type { Contents, ServiceManager } from '@jupyterlab/services';
import { CancelledError, PublisherError } from '../core/error';
import {
  INotebook,
  isJsonObject,
  readNotebook
} from '../core/notebook/notebook';
import { joinPath, parentOf } from '../core/paths';
import type {
  IFreshKernels,
  IFreshOrder,
  IFreshResult
} from '../core/testRun/freshKernels';
import type { ITestRun, ITestRunFailure } from '../core/testRun/testRuns';
import type { ITranslator } from '../core/text';
import { startTimeout, within } from './askKernel';
import { untilAborted } from './errors';
import { CellsEnd, runCells, runnableCells } from './freshCells';
import { RunState } from './freshState';
import { RunFolder } from './runFolder';
import { withStartedKernel } from './startedKernel';

/** All of it goes through the page, and in JupyterLite into the browser's storage. */
const maxBytes = 50_000_000;

const noEnd = { done: 0, cell: null, error: null } as const;

/**
 * Runs notebooks in the kernels that are here: restart and run all, on the
 * files that would be deposited and nothing else. It finds missing files, hidden
 * state and cells out of order; packages are those of the kernel.
 */
export class FreshKernelRuns implements IFreshKernels {
  constructor(options: FreshKernelRuns.IOptions) {
    this._options = options;
  }

  readonly maxBytes = maxBytes;

  async run(
    order: IFreshOrder,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<IFreshResult> {
    const { contents, trans } = this._options;
    const state = new RunState(order, onState);
    const folder = new RunFolder(contents, trans);
    const notebooks = new Map<string, string>();
    let last: Partial<ITestRun> = { phase: 'done' };
    try {
      const size = order.files.reduce((sum, file) => sum + file.size, 0);
      if (size > maxBytes) {
        last = failed({ code: 'too-large', path: '', text: '' });
      } else {
        state.change({ phase: 'unpacking' });
        await folder.make(order.folder);
        await folder.fill(order.files, signal);
        state.change({ phase: 'running' });
        await this._runAll(order, folder.path, state, notebooks, signal);
      }
    } catch (error) {
      last =
        error instanceof CancelledError || signal?.aborted
          ? { phase: 'cancelled' }
          : failed(failureOf(error, trans));
    }
    const isGone = folder.path === '' || (await folder.remove());
    const run = state.change({ ...last, now: null, ended: Date.now() });
    return {
      run,
      notebooks,
      leftOut: folder.leftOut,
      left: isGone ? null : folder.path
    };
  }

  /** @throws CancelledError, and what reading a file throws */
  private async _runAll(
    order: IFreshOrder,
    folder: string,
    state: RunState,
    notebooks: Map<string, string>,
    signal: AbortSignal | undefined
  ): Promise<void> {
    const deadline =
      order.totalSeconds === null
        ? null
        : Date.now() + order.totalSeconds * 1000;
    for (const path of order.notebooks) {
      const begun = Date.now();
      const notebook = await this._read(order, path, signal);
      if (!notebook) {
        state.notebook(path, { ...noEnd, outcome: 'unreadable' });
        continue;
      }
      const cells = runnableCells(notebook).length;
      state.notebook(path, { outcome: 'running', cells });
      const end = await this._runOne(
        notebook,
        joinPath(folder, parentOf(path)),
        {
          cellTime:
            order.cellSeconds === null ? null : order.cellSeconds * 1000,
          deadline,
          onCell: cell => {
            state.notebook(path, { done: cell - 1 });
            state.change({ now: { notebook: path, cell, cells } });
          },
          signal,
          trans: this._options.trans
        }
      );
      notebooks.set(path, JSON.stringify(notebook));
      const seconds = (Date.now() - begun) / 1000;
      state.notebook(path, { ...end, seconds });
    }
  }

  private async _read(
    order: IFreshOrder,
    path: string,
    signal: AbortSignal | undefined
  ): Promise<INotebook | null> {
    const file = order.files.find(one => one.path === path);
    const bytes = await file?.read(signal);
    try {
      return bytes ? readNotebook(bytes, this._options.trans) : null;
    } catch (error) {
      if (error instanceof PublisherError) {
        return null;
      }
      throw error;
    }
  }

  /** @throws CancelledError */
  private async _runOne(
    notebook: INotebook,
    folder: string,
    options: Parameters<typeof runCells>[2]
  ): Promise<CellsEnd> {
    const { services, contents, trans } = this._options;
    const { signal } = options;
    await untilAborted(services.kernelspecs.ready, signal, trans);
    const { kernelspec } = notebook.metadata;
    const name = isJsonObject(kernelspec) ? String(kernelspec.name) : '';
    if (!services.kernelspecs.specs?.kernelspecs[name]) {
      return { ...noEnd, outcome: 'no-kernel' };
    }
    try {
      // It is stopped before its folder goes: it may still write.
      return await withStartedKernel(
        services.kernels,
        { name, folder: contents.localPath(folder) },
        async connection => {
          const isUp = await untilAborted(
            within(connection.info, startTimeout),
            signal,
            trans
          );
          return isUp
            ? runCells(connection, notebook, options)
            : { ...noEnd, outcome: 'died' };
        },
        { signal, trans }
      );
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // The server could not start it, or it ended while it started.
      return { ...noEnd, outcome: 'died' };
    }
  }

  private readonly _options: FreshKernelRuns.IOptions;
}

export namespace FreshKernelRuns {
  export interface IOptions {
    readonly services: Pick<ServiceManager.IManager, 'kernels' | 'kernelspecs'>;
    readonly contents: Contents.IManager;
    readonly trans: ITranslator;
  }
}

function failed(failure: ITestRunFailure): Partial<ITestRun> {
  return { phase: 'failed', failure };
}

function failureOf(error: unknown, trans: ITranslator): ITestRunFailure {
  const { path } = error as { path?: unknown };
  return {
    code: 'trouble',
    path: typeof path === 'string' ? path : '',
    text:
      error instanceof PublisherError
        ? error.message
        : trans.__('The copy of the files could not be made.')
  };
}
