import type {
  Contents,
  Kernel,
  ServiceManager,
  Session
} from '@jupyterlab/services';
import {
  IKernel,
  KernelAnswerError,
  KernelBusyError,
  KernelUnavailableError,
  WhenBusy
} from '../core/environment/kernel';
import { CancelledError } from '../core/error';
import { parentOf } from '../core/paths';
import type { ITranslator } from '../core/text';
import { answerTimeout, askKernel, patience, within } from './askKernel';
import { untilAborted } from './errors';
import type { OpenDocuments } from './openDocuments';
import { askOwnKernel } from './ownKernel';

/** Milliseconds for the server to make a subshell. */
const subshellTimeout = 3000;

/**
 * The kernel of a notebook: the one that runs, else one that is started for
 * the question and shut down after it. Asking leaves no trace: no output, no
 * count, no history.
 */
export class NotebookKernel implements IKernel {
  constructor(options: NotebookKernel.IOptions) {
    this._options = options;
  }

  /**
   * The language of the notebook's kernel. Python where nothing is known without
   * asking the server (the notebook is closed and nothing runs for it);
   * `evaluate` makes sure.
   */
  get language(): string {
    const { documents, path } = this._options;
    const name =
      this._session()?.kernel?.name ??
      documents
        .contexts(path)
        .map(context => context.model.defaultKernelName)
        .find(name => name);
    return this._languageOf(name ?? '') || this._language || 'python';
  }

  /**
   * The text that an expression of the kernel's language is worth.
   *
   * @throws KernelUnavailableError, KernelBusyError, KernelAnswerError
   * @throws CancelledError
   */
  async evaluate(
    expression: string,
    signal?: AbortSignal,
    whenBusy: WhenBusy = 'tell'
  ): Promise<string> {
    const { trans, services } = this._options;
    const supposed = this.language;
    const running = await this._running(signal);
    const name = running?.name ?? (await this._specName(signal));
    await this._until(services.kernelspecs.ready, signal);
    this._language = this._languageOf(name);
    if (this._language && this._language !== supposed) {
      throw new KernelAnswerError(
        trans.__(
          'The kernel “%1” of this notebook is not for %2 but for %3.',
          name,
          supposed,
          this._language
        )
      );
    }
    const language = this._language;
    const own = () => {
      const { path, contents } = this._options;
      const folder = parentOf(contents.localPath(path));
      const kernel = { name, folder, language };
      return askOwnKernel(services, kernel, expression, { signal, trans });
    };
    if (!running) {
      return own();
    }
    const isBusy = this._isBusy(running);
    // A subshell answers while the kernel works on something else.
    const subshellId = isBusy ? await this._subshell(running, signal) : null;
    if (isBusy && subshellId === null && whenBusy !== 'wait') {
      if (whenBusy === 'start-another') {
        return own();
      }
      throw new KernelBusyError(
        trans.__(
          'The kernel is running a cell and cannot answer before it is done. Wait for it, or let a second kernel of the same kind answer.'
        )
      );
    }
    const connection = services.kernels.connectTo({
      model: running,
      handleComms: false,
      ...(subshellId ? { subshellId } : {})
    });
    const timeout = whenBusy === 'wait' ? patience : answerTimeout;
    try {
      const options = { timeout, language, signal, trans };
      return await askKernel(connection, expression, options);
    } finally {
      // Also removes the subshell; the kernel itself goes on.
      connection.dispose();
    }
  }

  /** The kernel that runs for the notebook, or null. */
  private async _running(signal?: AbortSignal): Promise<Kernel.IModel | null> {
    try {
      await this._until(
        this._options.services.sessions.refreshRunning(),
        signal
      );
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
    }
    return this._session()?.kernel ?? null;
  }

  /** The session of the notebook among those that are known to run. */
  private _session(): Session.IModel | undefined {
    const { contents, services, path } = this._options;
    const paths = [contents.normalize(path), contents.localPath(path)];
    const sessions = [...services.sessions.running()].filter(
      session => paths.includes(session.path) && session.kernel
    );
    return sessions.find(({ type }) => type === 'notebook') ?? sessions[0];
  }

  /** The language of a kernel by its specification, as `python`; '' = not known. */
  private _languageOf(name: string): string {
    const { specs } = this._options.services.kernelspecs;
    return specs?.kernelspecs[name]?.language ?? '';
  }

  /** The connection of the open notebook to the kernel: it knows what a new one would learn late. */
  private _known(model: Kernel.IModel): Kernel.IKernelConnection | undefined {
    return (
      this._options.documents
        .contexts(this._options.path)
        .map(context => context.sessionContext.session?.kernel)
        .find(kernel => kernel?.id === model.id) ?? undefined
    );
  }

  /** Whether the kernel runs something, by the server or by the open notebook. */
  private _isBusy(model: Kernel.IModel): boolean {
    return (
      model.execution_state === 'busy' || this._known(model)?.status === 'busy'
    );
  }

  /** A new subshell's id; null where the kernel has none, or nobody here knows. */
  private async _subshell(
    model: Kernel.IModel,
    signal?: AbortSignal
  ): Promise<string | null> {
    // A new connection to a busy kernel would not learn whether it has
    // subshells: the kernel says so on the channel that is busy.
    const known = this._known(model);
    if (!known?.supportsSubshells) {
      return null;
    }
    try {
      const reply = await this._until(
        within(known.requestCreateSubshell({}).done, subshellTimeout),
        signal
      );
      return reply?.content.subshell_id ?? null;
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      return null;
    }
  }

  /** The name of the kernel that the notebook asks for; '' where it says none. */
  private async _specName(signal?: AbortSignal): Promise<string> {
    const { contents, path } = this._options;
    const open = this._options.documents
      .contexts(path)
      .map(context => context.model.defaultKernelName)
      .find(name => name);
    if (open) {
      return open;
    }
    try {
      const model = await this._until(
        contents.get(path, { type: 'notebook', content: true }),
        signal
      );
      const name: unknown = model?.content?.metadata?.kernelspec?.name;
      return typeof name === 'string' ? name : '';
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      throw new KernelUnavailableError(
        this._options.trans.__('The notebook %1 could not be read.', path),
        { cause: error }
      );
    }
  }

  private _until<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    return untilAborted(work, signal, this._options.trans);
  }

  private readonly _options: NotebookKernel.IOptions;
  /** As the server said last. */
  private _language = '';
}

export namespace NotebookKernel {
  export interface IOptions {
    /** The notebook, from the server's root. */
    readonly path: string;
    readonly services: Pick<
      ServiceManager.IManager,
      'kernels' | 'kernelspecs' | 'sessions'
    >;
    readonly contents: Contents.IManager;
    readonly documents: OpenDocuments;
    readonly trans: ITranslator;
  }
}
