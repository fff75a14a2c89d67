import { CancelledError, PublisherError } from '../core/error';
import type { ITranslator } from '../core/text';

/** Jupyter's own server did not answer, or answered with an error. */
export class JupyterServerError extends PublisherError {
  constructor(
    message: string,
    /** The HTTP status; null where there was no answer. */
    readonly status: number | null,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** Jupyter's server did not store how far a publication is. */
export class JournalNotSavedError extends JupyterServerError {}

/** A working file could not be saved or changed. */
export class WorkingFileError extends PublisherError {
  constructor(
    readonly path: string,
    readonly reason: WorkingFileError.Reason,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

export namespace WorkingFileError {
  /**
   * - `missing`: there is no such file any more
   * - `read-only`: it may not be written
   * - `changed`: somebody else keeps changing it
   * - `not-saved`: the server, or the user in a dialog, refused
   */
  export type Reason = 'missing' | 'read-only' | 'changed' | 'not-saved';
}

/**
 * The HTTP status in an error of a contents service; null where it has none.
 * Drives throw errors of their own, so this looks at the shape.
 */
export function statusOf(error: unknown): number | null {
  const status = (error as { response?: { status?: unknown } } | null)?.response
    ?.status;
  return typeof status === 'number' ? status : null;
}

/**
 * The result of work that cannot be stopped itself: when the signal is aborted,
 * its result is no longer waited for.
 *
 * @throws CancelledError
 */
export function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  trans: ITranslator
): Promise<T> {
  if (!signal) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(
        new CancelledError(trans.__('Cancelled'), { cause: signal.reason })
      );
    if (signal.aborted) {
      work.catch(() => undefined);
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    void work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
