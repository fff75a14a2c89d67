/**
 * The base of every error that this product throws on purpose. The message is
 * the user's text, already translated: what happened, in plain words.
 */
export class PublisherError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message);
    this.name = new.target.name;
    this.cause = options.cause;
  }

  /** What made this error happen, for the details that can be copied. */
  readonly cause: unknown;
}

/** The user (or the closing of the panel) stopped an operation. Not a failure. */
export class CancelledError extends PublisherError {}

/**
 * Throw a `CancelledError` when the signal has been aborted.
 *
 * @throws CancelledError
 */
export function throwIfCancelled(
  signal: AbortSignal | undefined,
  message: string
): void {
  if (signal?.aborted) {
    throw new CancelledError(message, { cause: signal.reason });
  }
}
