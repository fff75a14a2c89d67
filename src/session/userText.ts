import { CancelledError, PublisherError } from '../core/error';

/** The user's text of an error; a fallback for those that are not ours. */
export function textOf(error: unknown, fallback: string): string {
  return error instanceof PublisherError && !(error instanceof CancelledError)
    ? error.message
    : fallback;
}
