import { FileAccessError } from '../core/files';
import type { IFinding } from '../core/finding';
import { SecretsFoundError, TokenEndedError } from '../core/publish/errors';
import { GoneError, RefusedMetadataError } from '../core/zenodo/errors';
import type { AccountPart } from './accountPart';

/** The parts that can do something about a publication that failed. */
export interface IFailureListener {
  /** The server objects to the metadata. */
  refused(error: RefusedMetadataError): void;
  /** A file of the bundle cannot be read. */
  unreadable(source: string): void;
  /** Possible secrets are in what would go out. */
  secretsFound(findings: readonly IFinding[]): void;
  /** A record that this was to become a version of is deleted. */
  recordGone(): void;
}

/** Tell those whom it concerns why a publication failed, so that it shows where it can be mended. */
export function tellFailure(
  error: unknown,
  account: AccountPart,
  listener: IFailureListener
): void {
  if (error instanceof TokenEndedError) {
    account.tokenEnded();
  }
  if (error instanceof RefusedMetadataError) {
    listener.refused(error);
  }
  if (error instanceof FileAccessError) {
    listener.unreadable(error.path);
  }
  if (error instanceof SecretsFoundError) {
    listener.secretsFound(error.findings);
  }
  if (error instanceof GoneError) {
    listener.recordGone();
  }
}
