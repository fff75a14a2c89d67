import type { Kernel, KernelMessage } from '@jupyterlab/services';
import {
  KernelAnswerError,
  KernelBusyError,
  KernelUnavailableError
} from '../core/environment/kernel';
import { CancelledError } from '../core/error';
import type { ITranslator } from '../core/text';
import { untilAborted } from './errors';
import { questionFor, textOf } from './kernelQuestion';

/** Milliseconds that a kernel may take to answer. */
export const answerTimeout = 30_000;

/** Milliseconds that a kernel of our own may take to start and answer. */
export const startTimeout = 120_000;

/** Milliseconds that a kernel is waited for that the user wants to wait for. */
export const patience = 3_600_000;

/** How often a question is asked that goes down with the cells before it. */
const attempts = 3;

/** How a kernel is asked. */
export interface IAskOptions {
  /** Milliseconds to wait for the answer. */
  readonly timeout: number;
  /** As the kernel's specification says: `python`, `R`, `julia`. */
  readonly language: string;
  readonly signal?: AbortSignal;
  readonly trans: ITranslator;
}

/**
 * Ask a kernel what an expression is worth, without running a cell: no output,
 * no execution count, no history.
 *
 * @throws KernelUnavailableError also when the kernel dies meanwhile
 * @throws KernelBusyError, KernelAnswerError, CancelledError
 */
export async function askKernel(
  connection: Kernel.IKernelConnection,
  expression: string,
  options: IAskOptions
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const reply = await askOnce(connection, expression, options);
    // Jupyter drops what waits behind a cell that fails ("Messaging in
    // Jupyter", `stop_on_error`). Our question has nothing to do with that cell.
    if (reply.status !== 'aborted' || attempt === attempts) {
      return valueOf(reply, options);
    }
  }
}

/** @throws as `askKernel` */
async function askOnce(
  connection: Kernel.IKernelConnection,
  expression: string,
  options: IAskOptions
): Promise<KernelMessage.IExecuteReplyMsg['content']> {
  const { timeout, language, signal, trans } = options;
  const death = new Death(connection);
  let reply;
  try {
    const future = connection.requestExecute({
      silent: true,
      store_history: false,
      allow_stdin: false,
      stop_on_error: false,
      ...questionFor(language, expression)
    });
    const answer = Promise.race([within(future.done, timeout), death.happened]);
    reply = await untilAborted(answer, signal, trans);
  } catch (cause) {
    // A connection throws, or rejects, when its kernel is gone or restarts.
    throw cause instanceof CancelledError
      ? cause
      : new KernelUnavailableError(
          trans.__(
            'The kernel stopped before it answered. Start it again, and try once more.'
          ),
          { cause }
        );
  } finally {
    death.dispose();
  }
  if (!reply) {
    throw new KernelBusyError(
      trans.__(
        'The kernel is busy: it did not answer in %1 seconds.',
        Math.round(timeout / 1000)
      )
    );
  }
  return reply.content;
}

/** @throws KernelAnswerError */
function valueOf(
  reply: KernelMessage.IExecuteReplyMsg['content'],
  { language, trans }: IAskOptions
): string {
  const value = textOf(language, reply);
  if (value === null) {
    throw new KernelAnswerError(
      trans.__('The kernel could not answer the question about its packages.'),
      { cause: reply }
    );
  }
  return value;
}

/** What a promise is worth, or null where it takes too long. */
export async function within<T>(
  work: Promise<T>,
  timeout: number
): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Rejects when the kernel dies or restarts: a question to it is then lost without an answer. */
export class Death {
  constructor(private readonly _connection: Kernel.IKernelConnection) {
    this.happened = new Promise((_, reject) => {
      this._changed = (_sender, status) => {
        if (/^(?:dead|restarting|autorestarting|terminating)$/.test(status)) {
          reject(new Error(`The kernel is ${status}.`));
        }
      };
    });
    // It may be raced against something that has failed before.
    this.happened.catch(() => undefined);
    this._connection.statusChanged.connect(this._changed);
  }

  readonly happened: Promise<never>;

  dispose(): void {
    this._connection.statusChanged.disconnect(this._changed);
  }

  private _changed: (
    sender: Kernel.IKernelConnection,
    status: Kernel.Status
  ) => void = () => undefined;
}
