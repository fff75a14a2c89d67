import { CancelledError, PublisherError } from '../core/error';
import type { IFinding } from '../core/finding';
import type { ITranslator } from '../core/text';

/** Why the folder was not looked through to its end. */
export function readingFinding(error: unknown, trans: ITranslator): IFinding {
  return {
    id: 'contents.not-read',
    severity: 'error',
    section: 'contents',
    message:
      error instanceof CancelledError
        ? trans.__(
            'You stopped looking through the folder. Read it again to go on.'
          )
        : error instanceof PublisherError
          ? error.message
          : trans.__('The folder could not be read. Read it again to go on.')
  };
}
