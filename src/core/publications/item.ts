import type { IJournalEntry, IJournalNotebook } from '../publish/journalEntry';
import type { ISite } from '../zenodo/sites';

/**
 * How a publication stands.
 *
 * - `stopped`: a step failed, was cancelled, or its page was closed
 * - `unheard`: publishing was asked for, and nobody heard whether it happened
 * - `unfinished`: it is published, and the badges are not in the files yet
 * - `uploaded`: the draft is complete and waits for `Publish`
 * - `declined`: the community did not take it; the draft is there
 * - `going-on`: a page works on it at this moment
 * - `in-review`: a community looks at it
 * - `draft`: a draft on the site that was not made by a publication known here
 * - `published`, `test` (on a site to practise on)
 * - `withdrawn`: the record was deleted; its DOI leads to a tombstone
 */
export type PublicationStatus =
  | 'stopped'
  | 'unheard'
  | 'unfinished'
  | 'uploaded'
  | 'declined'
  | 'going-on'
  | 'in-review'
  | 'draft'
  | 'published'
  | 'test'
  | 'withdrawn';

/** Where a publication stands in the list. */
export type PublicationGroup = 'needs-you' | 'on-their-way' | 'published';

/** The groups in their order. */
export const publicationGroups: readonly PublicationGroup[] = [
  'needs-you',
  'on-their-way',
  'published'
];

/** The group of each state. */
export const groupOf: Readonly<Record<PublicationStatus, PublicationGroup>> = {
  stopped: 'needs-you',
  unheard: 'needs-you',
  unfinished: 'needs-you',
  uploaded: 'needs-you',
  declined: 'needs-you',
  'going-on': 'on-their-way',
  'in-review': 'on-their-way',
  draft: 'on-their-way',
  published: 'published',
  test: 'published',
  withdrawn: 'published'
};

/** What the journal adds to what the site says. */
export interface IKnownHere {
  /** The publication's id in the journal. */
  readonly id: string;
  /** What the user picked. */
  readonly selection: readonly string[];
  /** The notebooks, the one that Binder opens first; empty where they were not noted. */
  readonly notebooks: readonly IJournalNotebook[];
  readonly binderReady: boolean;
  /** The user's README that may have its badge, from the server's root; null for none. */
  readonly readme: string | null;
}

/** A draft, or the newest published version of a work, on one site. */
export interface IPublicationItem {
  /** Stays the same while a draft becomes a record, and over a reload. */
  readonly key: string;
  readonly site: ISite;
  /** Plain text; '' where neither the site nor the journal has one. */
  readonly title: string;
  readonly status: PublicationStatus;
  /** Reserved, or registered. */
  readonly doi: string | null;
  /** Of all versions. */
  readonly conceptDoi: string | null;
  /** The id of the draft and of the record that it becomes; null before there is a draft. */
  readonly depositId: string | null;
  /** As its author counts; '' where the site was not asked. */
  readonly version: string;
  /** How many published versions came before it. */
  readonly earlier: number;
  /** It is on its way to replace the files of a record, which is in the list beside it. */
  readonly replaces: boolean;
  /** The last change that is known; ISO 8601. */
  readonly updated: string;
  /** ISO 8601; '' for what is not published, or not known to be published when. */
  readonly publishedAt: string;
  /** Until when it can be deleted; milliseconds since 1970; null = it cannot. */
  readonly undoUntil: number | null;
  /** A change of its details was begun on the site and not published there. */
  readonly hasEdit: boolean;
  /** Null for what was not published from here. */
  readonly here: IKnownHere | null;
}

/** What a join needs to know of an entry besides the entry. */
export type IsGoingOn = (entry: IJournalEntry) => boolean;
