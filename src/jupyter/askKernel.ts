import type { Kernel } from '@jupyterlab/services';
import {
  KernelAnswerError,
  KernelUnavailableError
} from '../core/environment/kernel';
import type { ITranslator } from '../core/text';
import { untilAborted } from './errors';
import { parsePythonString } from './pythonString';

/** Milliseconds that a kernel may take to answer; a busy one queues the question. */
export const answerTimeout = 30_000;

/** Milliseconds that a kernel of our own may take to start and answer. */
export const startTimeout = 120_000;

/** How a kernel is asked. */
export interface IAskOptions {
  /** Milliseconds to wait for the answer. */
  readonly timeout: number;
  /** The answer is what Python's `repr` writes for a string. */
  readonly isPython: boolean;
  readonly signal?: AbortSignal;
  readonly trans: ITranslator;
}

/**
 * Ask a kernel what an expression is worth, without running a cell: no output,
 * no execution count, no history.
 *
 * @throws KernelUnavailableError, KernelAnswerError, CancelledError
 */
export async function askKernel(
  connection: Kernel.IKernelConnection,
  expression: string,
  options: IAskOptions
): Promise<string> {
  const { timeout, isPython, signal, trans } = options;
  const future = connection.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { value: expression }
  });
  const reply = await untilAborted(within(future.done, timeout), signal, trans);
  if (!reply) {
    throw new KernelUnavailableError(
      trans.__(
        'The kernel is busy: it did not answer in %1 seconds.',
        Math.round(timeout / 1000)
      )
    );
  }
  const text = textOf(reply.content);
  const value = text !== null && isPython ? parsePythonString(text) : text;
  if (value === null) {
    throw new KernelAnswerError(
      trans.__('The kernel could not answer the question about its packages.'),
      { cause: reply.content }
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

/** The plain text of the expression's value in a reply; null where there is none. */
function textOf(content: unknown): string | null {
  const { user_expressions } = content as {
    user_expressions?: { value?: { data?: Record<string, unknown> } };
  };
  const text = user_expressions?.value?.data?.['text/plain'];
  return typeof text === 'string' ? text : null;
}
