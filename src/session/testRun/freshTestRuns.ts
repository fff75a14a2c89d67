import { CancelledError, PublisherError } from '../../core/error';
import { type IFiles, readBytes } from '../../core/files';
import type {
  IFreshFile,
  IFreshKernels,
  IFreshResult
} from '../../core/testRun/freshKernels';
import type {
  ITestRun,
  ITestRunOffer,
  ITestRunOrder,
  ITestRuns
} from '../../core/testRun/testRuns';
import type { ITransferEntry } from '../../core/transfer/transfers';
import type { ITranslator } from '../../core/text';

/** Where runs in this page are made. */
export interface IFreshTestRunsOptions {
  readonly kernels: IFreshKernels;
  readonly files: IFiles;
  /** The server's folder in which the copy is made. */
  readonly folder: string;
  readonly trans: ITranslator;
}

/** What is under way in this page. */
interface IUnderWay {
  readonly abort: AbortController;
  readonly ended: Promise<IFreshResult>;
  last: ITestRun | null;
  listener: (run: ITestRun) => void;
}

/**
 * The smaller check, in the form of the larger one: the notebooks run in fresh
 * kernels of this page, on a copy of their files. It ends with the panel.
 */
export class FreshTestRuns implements ITestRuns {
  constructor(private readonly _options: IFreshTestRunsOptions) {}

  async offer(): Promise<ITestRunOffer | null> {
    const { maxBytes } = this._options.kernels;
    return { maxBytes, cellSeconds: 0, totalSeconds: 0, memoryBytes: 0 };
  }

  async start(order: ITestRunOrder): Promise<ITestRun> {
    const { kernels, folder, trans } = this._options;
    const abort = new AbortController();
    const freshOrder = {
      ...order,
      files: order.entries.map(entry => this._file(entry)),
      folder
    };
    const tell = (state: ITestRun) => {
      run.last = state;
      run.listener(state);
    };
    const run: IUnderWay = (this._run = {
      abort,
      last: null,
      listener: () => undefined,
      // Not at once: it tells its first state before it returns.
      ended: Promise.resolve().then(() =>
        kernels.run(freshOrder, tell, abort.signal)
      )
    });
    await Promise.resolve();
    if (!run.last) {
      await run.ended;
    }
    if (!run.last) {
      throw new PublisherError(trans.__('The test run did not begin.'));
    }
    return run.last;
  }

  async list(): Promise<readonly ITestRun[]> {
    return [];
  }

  async follow(
    _id: string,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<ITestRun> {
    const { trans } = this._options;
    const run = this._run;
    if (!run) {
      throw new CancelledError(trans.__('Cancelled'));
    }
    run.listener = onState;
    // Nobody looks any more: it could not be found again.
    signal?.addEventListener('abort', () => run.abort.abort());
    const { run: last, notebooks, leftOut, left } = await run.ended;
    this._notebooks = notebooks;
    this._words = [
      ...leftOut.map(path =>
        trans.__(
          'Jupyter does not write %1 here: the run was without it.',
          path
        )
      ),
      ...(left === null
        ? []
        : [
            trans.__(
              'The folder %1 could not be removed. Nothing needs it any more: delete it.',
              left
            )
          ])
    ];
    return { ...last, logLength: this._words.join('\n').length };
  }

  async log(_id: string, from: number): Promise<string> {
    return this._words.join('\n').slice(from);
  }

  async notebook(_id: string, path: string): Promise<string> {
    const text = this._notebooks.get(path);
    if (text === undefined) {
      const { trans } = this._options;
      throw new PublisherError(trans.__('%1 was not run.', path));
    }
    return text;
  }

  async cancel(): Promise<void> {
    this._run?.abort.abort();
    await this._run?.ended;
  }

  private _file({ path, size, content, source }: ITransferEntry): IFreshFile {
    const { files } = this._options;
    return {
      ...{ path, size },
      read: signal =>
        content
          ? Promise.resolve(content)
          : readBytes(files, source ?? '', signal)
    };
  }

  private _run: IUnderWay | null = null;
  private _notebooks: ReadonlyMap<string, string> = new Map();
  private _words: readonly string[] = [];
}
