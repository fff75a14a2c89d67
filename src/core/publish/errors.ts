import { PublisherError } from '../error';
import type { IFinding } from '../finding';
import type { IDraft } from '../zenodo/types';

/** The draft is not there any more; nor was it published. Its DOI is gone with it. */
export class DraftGoneError extends PublisherError {}

/** The draft was published, and the record deleted since. Its DOI is taken for ever. */
export class RecordDeletedError extends PublisherError {}

/** The draft's details are not those that were sent: somebody changed them on the site. */
export class DraftChangedError extends PublisherError {
  constructor(
    message: string,
    /** The server's names of the fields that changed, as `metadata.title`. */
    readonly fields: readonly string[],
    /** As it is now; its revision is what a decision is about. */
    readonly draft: IDraft
  ) {
    super(message);
  }
}

/** What was uploaded is not in the draft any more. */
export class FilesLostError extends PublisherError {}

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

/** A community takes nothing from this user. */
export class ReviewRefusedError extends PublisherError {}

/** The token worked before and does not any more. */
export class TokenEndedError extends PublisherError {}

/** The publication goes on in another tab or browser. */
export class OpenElsewhereError extends PublisherError {}

/** A newer version of this extension keeps the journal: ours would lose what it wrote. */
export class JournalTooNewError extends PublisherError {}

/** A change of the record's details was begun on the site: it is not ours to publish. */
export class EditBegunError extends PublisherError {}

/** The site lets nobody replace the files of this record any more. */
export class WindowOverError extends PublisherError {}

/** The user said no to the confirmation: the verified draft waits. */
export class NotConfirmedError extends PublisherError {}
