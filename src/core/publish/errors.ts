import { PublisherError } from '../error';
import type { IFinding } from '../finding';

/** The draft is not there any more; nor was it published. Its DOI is gone with it. */
export class DraftGoneError extends PublisherError {}

/** The draft was published, and the record deleted since. Its DOI is taken for ever. */
export class RecordDeletedError extends PublisherError {}

/** Files are in the draft that did not come from here. */
export class StrangeFilesError extends PublisherError {}

/** What would go out may hold secrets. */
export class SecretsFoundError extends PublisherError {
  constructor(
    readonly findings: readonly IFinding[],
    message: string
  ) {
    super(message);
  }
}

/** It is not known whether the site published the draft. */
export class PublicationUnknownError extends PublisherError {}

/** The token worked before and does not any more. */
export class TokenEndedError extends PublisherError {}

/** The publication goes on in another tab or browser. */
export class OpenElsewhereError extends PublisherError {}

/** The user said no to the confirmation: the verified draft waits. */
export class NotConfirmedError extends PublisherError {}
