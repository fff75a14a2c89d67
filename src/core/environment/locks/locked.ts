import { PublisherError } from '../../error';
import { ITomlTable, TomlError } from '../tomlReader';
import { parseToml } from '../toml';

/** Where a locked package comes from. */
export type LockedSource =
  | { readonly kind: 'index' }
  | {
      readonly kind: 'git';
      readonly url: string;
      readonly commit: string;
      readonly subdirectory: string;
    }
  | { readonly kind: 'url'; readonly url: string }
  /** A folder or file of the project; '.' or '' is the project itself. */
  | { readonly kind: 'path'; readonly path: string };

/** A package that a lock file installs on Binder. */
export interface ILockedPackage {
  readonly name: string;
  readonly version: string;
  readonly source: LockedSource;
}

/** A package of conda's that a lock file installs on Binder. */
export interface ILockedConda {
  readonly name: string;
  readonly version: string;
}

/** What is taken from a lock file. */
export interface ILocked {
  /** `3.12`, as the lock file says; null where it leaves it open. */
  readonly python: string | null;
  readonly packages: readonly ILockedPackage[];
  /** Empty where the lock file has nothing to do with conda. */
  readonly conda: readonly ILockedConda[];
  readonly channels: readonly string[];
  /** It does not tell what is for development only. */
  readonly hasAllGroups: boolean;
}

/** A lock file could not be read; the message is the place in it. */
export class LockError extends PublisherError {}

/** What does not belong to conda. */
export const noConda = { conda: [], channels: [], hasAllGroups: false };

/**
 * Read a lock file that is TOML.
 *
 * @throws LockError
 */
export function lockToml(text: string): ITomlTable {
  try {
    return parseToml(text);
  } catch (cause) {
    throw cause instanceof TomlError
      ? new LockError(cause.message, { cause })
      : cause;
  }
}
