import { PublisherError } from '../error';

/**
 * What to do with a kernel that is busy and cannot answer meanwhile:
 * - `tell`: throw a `KernelBusyError`, so that the user can choose;
 * - `wait`: until it is done, or until the signal is aborted;
 * - `start-another`: start one of the same kind for the question, and stop it.
 */
export type WhenBusy = 'tell' | 'wait' | 'start-another';

/** The port to a running kernel. Adapters: Jupyter's kernel; scripted (tests); none. */
export interface IKernel {
  /** Language of the kernel, as its `language_info.name` says: `python`, `R`, `julia`. */
  readonly language: string;
  /**
   * The string that an expression in the kernel's language gives. It is asked
   * for silently: no output, no execution count, no name left behind.
   *
   * @param whenBusy - by itself `tell`.
   * @throws KernelUnavailableError, KernelBusyError, KernelAnswerError
   * @throws CancelledError when the signal is aborted
   */
  evaluate(
    code: string,
    signal?: AbortSignal,
    whenBusy?: WhenBusy
  ): Promise<string>;
}

/** There is no kernel to ask, or it is busy or gone. */
export class KernelUnavailableError extends PublisherError {}

/** The kernel runs something and cannot answer: wait for it, or start another one. */
export class KernelBusyError extends KernelUnavailableError {}

/** The kernel answered, but with an exception or with something else than asked for. */
export class KernelAnswerError extends PublisherError {}

/**
 * The port without a kernel.
 *
 * @param language - '' where no language is known.
 * @param message - the user's text.
 */
export function noKernel(message: string, language = ''): IKernel {
  return {
    language,
    evaluate: async () => {
      throw new KernelUnavailableError(message);
    }
  };
}

/** A kernel for tests: gives prepared answers and keeps what it was asked. */
export class ScriptedKernel implements IKernel {
  /** @param answer - a string, or a function that makes it (or throws). */
  constructor(
    private readonly _answer: string | ((code: string) => string),
    readonly language = 'python'
  ) {}

  /** The expressions so far. */
  readonly asked: string[] = [];

  async evaluate(code: string): Promise<string> {
    this.asked.push(code);
    return typeof this._answer === 'string' ? this._answer : this._answer(code);
  }
}
