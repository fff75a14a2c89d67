import { PublisherError } from '../../error';

/** A file cannot be written, or changed, so that it stays as it is. */
export class UnwritableFileError extends PublisherError {}
