import { PublisherError } from '../error';
import type { ITranslator } from '../text';
import { plainText } from '../zenodo/errors';
import type { ISite } from '../zenodo/sites';

/** What was typed names no record of a known site. */
export class RecordAddressError extends PublisherError {
  constructor(
    readonly reason: RecordAddressError.Reason,
    message: string
  ) {
    super(message);
  }
}

export namespace RecordAddressError {
  /**
   * - `empty`: nothing was typed
   * - `no-address`: neither a DOI nor an address
   * - `unknown-doi`: the DOI's prefix belongs to no site that is known
   * - `unknown-host`: the address is on no site that is known
   * - `no-record`: on a known site, but of something else
   * - `draft`: of a draft
   */
  export type Reason =
    | 'empty'
    | 'no-address'
    | 'unknown-doi'
    | 'unknown-host'
    | 'no-record'
    | 'draft';
}

/** The record was deleted; a tombstone is in its place. */
export class RecordDeletedError extends PublisherError {
  constructor(trans: ITranslator, site: ISite) {
    super(
      trans.__('This record was deleted on %1. Its files are gone.', site.name)
    );
  }
}

/** Nothing is published under this number. */
export class RecordMissingError extends PublisherError {
  constructor(trans: ITranslator, site: ISite) {
    super(
      trans.__(
        '%1 has no published record of this number. Look whether the DOI is complete; a draft can be opened once it is published.',
        site.name
      )
    );
  }
}

/** The record, or its files, are not for everybody. */
export class RecordRestrictedError extends PublisherError {
  constructor(
    trans: ITranslator,
    readonly site: ISite,
    readonly isSignedIn: boolean,
    /** The day until which they are under embargo, as the site writes it; '' for none. */
    readonly until = ''
  ) {
    super(
      isSignedIn
        ? trans.__(
            'The files of this record are restricted, and your account on %1 may not read them. Ask its owner for access.',
            site.name
          )
        : until
          ? trans.__(
              'The files of this record are under embargo until %1. If it is yours, sign in to %2.',
              plainText(until, 40),
              site.name
            )
          : trans.__(
              'The files of this record are restricted. If it is yours, sign in to %1.',
              site.name
            )
    );
  }
}

/** A record of details only. */
export class NoFilesError extends PublisherError {
  constructor(trans: ITranslator) {
    super(trans.__('This record has no files: there is nothing to open.'));
  }
}

/** What arrived is not what the record holds. Nothing of it was written. */
export class DownloadChecksumError extends PublisherError {
  constructor(
    trans: ITranslator,
    readonly key: string
  ) {
    super(
      trans.__(
        '“%1” did not arrive as the record holds it: its checksum is another. Nothing of it was written. Try again.',
        plainText(key, 100)
      )
    );
  }
}

/** The archive cannot be unpacked, or must not be. */
export class UnpackError extends PublisherError {
  constructor(
    readonly reason: UnpackError.Reason,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

export namespace UnpackError {
  /**
   * - `entries`: too many
   * - `size`: too large when unpacked
   * - `ratio`: far larger unpacked than any real data
   * - `lies`: an entry is larger than the archive says
   * - `broken`: no program could unpack it
   */
  export type Reason = 'entries' | 'size' | 'ratio' | 'lies' | 'broken';
}
