import type { FieldDigests, ISeenDraft } from './seenDraft';
import type { StepName } from './steps';
import type { IVersionOf } from './versions';

/** A file as it was archived: what "changed since published" is compared with. */
export interface IJournalFile {
  readonly path: string;
  readonly size: number;
  readonly sourceHash: string;
  /**
   * The user's own file, from the server's root; null for one that is in no
   * folder. Missing where it lies at its path below the bundle's root.
   */
  readonly source?: string | null;
}

/** A file as it is deposited: the archive, or one of the individual files. */
export interface IJournalUpload {
  readonly key: string;
  readonly size: number;
  /** MD5 of the bytes, in hex: the only thing an upload is compared with. */
  readonly md5: string;
}

/** A notebook of the bundle. */
export interface IJournalNotebook {
  /** Its path in the bundle: what Binder opens. */
  readonly path: string;
  /** The user's own file, from the server's root; null for one that is in no folder. */
  readonly source: string | null;
}

/** What was packed last. Void as soon as the draft or the plan changes. */
export interface IJournalPack {
  /** One archive, or the individual files. */
  readonly uploads: readonly IJournalUpload[];
  /** Identity of what was packed, cheap to compute again without reading the files. */
  readonly stamp: string;
  readonly fingerprint: string;
  /** Keys of what was sent before and goes by another name now: still to be removed. */
  readonly former?: readonly string[];
}

/**
 * How the review of a draft stands: `unsent` = the community is chosen on the
 * site, and not asked; `submitting` = it was asked, and no answer was heard;
 * `open` = its curators look at the draft; the others are how it ended.
 */
export type ReviewState =
  | 'unsent'
  | 'submitting'
  | 'open'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'expired';

/** All of them. */
export const reviewStates: readonly ReviewState[] = [
  'unsent',
  'submitting',
  'open',
  'accepted',
  'declined',
  'cancelled',
  'expired'
];

/** A community that looks at the draft first: its curators publish it, or decline. */
export interface IJournalReview {
  /** The community's UUID. */
  readonly community: string;
  readonly title: string;
  /** UUID of the request; '' until the site has told it. */
  readonly request: string;
  readonly state: ReviewState;
}

/** What is known of one publication. Holds no token, ever. */
export interface IJournalEntry {
  readonly id: string;
  /** Raised with each write; of two versions the higher one is newer. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly updated: string;
  /** The page that works on it, and when it last said so (milliseconds since 1970; 0 = it ended). */
  readonly owner: string;
  readonly heartbeat: number;
  readonly siteId: string;
  readonly siteUrl: string;
  readonly selection: readonly string[];
  readonly title: string;
  /** Identifies the draft after a lost answer; sent as a reference of the new draft. */
  readonly nonce: string;
  readonly step: StepName;
  /** `begun` is written before a step acts, `done` when it is verified. */
  readonly status: 'begun' | 'done';
  readonly draft: IJournalDraft | null;
  readonly pack: IJournalPack | null;
  /** Something may have been sent to the draft: look before sending again. */
  readonly uploadBegun: boolean;
  readonly files: readonly IJournalFile[];
  /** The bundle's root, from the server's root; known once the files were packed. */
  readonly root?: string;
  /** The notebooks among them, the one that Binder opens first; known once they were packed. */
  readonly notebooks?: readonly IJournalNotebook[];
  /** Binder accepts the bundle. */
  readonly binderReady?: boolean;
  readonly record: IJournalRecord | null;
  /** The record of the data, where they got one of their own. */
  readonly data?: IJournalRecord;
  /** The record of which this is a further version. */
  readonly versionOf?: IVersionOf;
  /** The community that was to look at the draft first. */
  readonly review?: IJournalReview;
  /** The record whose files it replaces: its draft is that record's. */
  readonly replaces?: IVersionOf;
}

/** A draft that is known to exist, or to have existed. */
export interface IJournalDraft {
  readonly id: string;
  /** The id of the parent, which stands for all versions. */
  readonly conceptId: string;
  /** The reserved DOI; '' before it is reserved. */
  readonly doi: string;
  /** How it was seen last; missing in older journals. */
  readonly seen?: ISeenDraft;
  /** What was sent last, until its answer was heard. */
  readonly sending?: FieldDigests;
  /** The user wants the details that stand on the site. */
  readonly detailsOfSite?: boolean;
}

/** A published record. */
export interface IJournalRecord {
  readonly id: string;
  readonly doi: string;
  readonly conceptDoi: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** ISO 8601: the site has only a tombstone of it any more. */
  readonly deletedAt?: string;
}

/** What a publication's entry is before anything happened. */
export function newEntry(
  fields: Pick<
    IJournalEntry,
    'id' | 'owner' | 'siteId' | 'siteUrl' | 'selection' | 'title' | 'nonce'
  >
): IJournalEntry {
  return {
    ...fields,
    sequence: 0,
    updated: '',
    heartbeat: 0,
    step: 'check',
    status: 'done',
    draft: null,
    pack: null,
    uploadBegun: false,
    files: [],
    record: null
  };
}

/** The entry without its draft, for a new one: all that carried the old DOI is void. */
export function withoutDraft(
  entry: IJournalEntry,
  nonce: string
): IJournalEntry {
  return {
    ...entry,
    nonce,
    step: 'check',
    status: 'done',
    draft: null,
    pack: null,
    uploadBegun: false,
    files: [],
    review: undefined
  };
}

/** Publishing was asked for, by us or of curators, and no clear answer is known. */
export function mayBePublic(entry: IJournalEntry): boolean {
  return (
    !entry.record &&
    ((entry.step === 'publish' && entry.status === 'begun') ||
      isInReview(entry))
  );
}

/** Curators published it, and the badges are not in the user's files: they are offered. */
export function isOffered({ record, review, step }: IJournalEntry): boolean {
  const byCurators = ['accepted', 'open', 'submitting'];
  return (
    record !== null &&
    step !== 'finish' &&
    byCurators.includes(review?.state ?? '')
  );
}

/** A community looks at the draft, or did and it is a draft again: there is something to tell. */
export function isReviewKnown({ record, review }: IJournalEntry): boolean {
  const told = ['open', 'declined', 'cancelled', 'expired'];
  return !record && told.includes(review?.state ?? '');
}

/** A community was asked to look at the draft, and has not decided as far as is known. */
export function isInReview({ record, review }: IJournalEntry): boolean {
  return (
    !record && (review?.state === 'open' || review?.state === 'submitting')
  );
}
