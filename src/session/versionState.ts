import type { IKnownRecord, IVersionChanges } from '../core/publish/versions';

/**
 * What a publication is to a record that is there already.
 *
 * - `new-version`: the next version of it
 * - `separate`: a record of its own; linked with the other as derived from it,
 *   where that is somebody else's
 * - `replace-files`: the same version with the same DOI and other files, as the
 *   site allows for some weeks
 */
export type PublishAs = 'new-version' | 'separate' | 'replace-files';

/** A record that the bundle may belong to, as the panel shows it. */
export interface ILastVersion extends Pick<
  IKnownRecord,
  'recordId' | 'doi' | 'conceptDoi' | 'title' | 'publishedAt'
> {
  readonly doiUrl: string;
  /** Its version number; '' where it has none, or nobody asked yet. */
  readonly version: string;
  /** Whether the user may make its next version; null = not known before signing in. */
  readonly isOwn: boolean | null;
  /** Until when its files can be replaced; milliseconds since 1970; null = they cannot. */
  readonly replaceUntil: number | null;
  /** The keys of its files; null = not known before the site was asked. */
  readonly files: readonly string[] | null;
}

/**
 * The details of the last version, of which the form of the next one is filled in.
 *
 * - `unasked`: the site was not asked, as nobody signed in, or they are of no use
 * - `taken`: they are in the form, where nothing counts more
 * - `failed`: the site did not tell them
 */
export type LastDetails = 'unasked' | 'taken' | 'failed';

/** The record that the bundle belongs to, and what is new. */
export interface IVersionState {
  /** Null = none is known: it becomes a new record. */
  readonly last: ILastVersion | null;
  /** All that it may belong to; `last` is one of them. */
  readonly records: readonly ILastVersion[];
  readonly as: PublishAs;
  readonly details: LastDetails;
  /** Null = not compared: the files of the last version are not known here. */
  readonly changes: IVersionChanges | null;
}

/** What the user chose, kept over a reload of the page. */
export interface IVersionChoices {
  /** Null = what fits. */
  readonly as: PublishAs | null;
  /** The record; null = the newest. */
  readonly recordId: string | null;
}

export const noVersionChoices: IVersionChoices = { as: null, recordId: null };

export const noVersion: IVersionState = {
  last: null,
  records: [],
  as: 'separate',
  details: 'unasked',
  changes: null
};
