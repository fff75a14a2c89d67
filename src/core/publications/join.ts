import { isDataPublication } from '../publish/dataRecord';
import {
  IJournalEntry,
  IJournalNotebook,
  mayBePublic
} from '../publish/journalEntry';
import { isBadgeReadme } from '../publish/prepare';
import { undoDays } from '../zenodo/limits';
import type { ISite } from '../zenodo/sites';
import type { IDraft } from '../zenodo/types';
import {
  groupOf,
  IKnownHere,
  IPublicationItem,
  IsGoingOn,
  publicationGroups,
  PublicationStatus
} from './item';
import { ISource, sourcesOf } from './source';
import { sourcesIn } from './sources';
import { worksOf } from './works';

/** What the list is made of. */
export interface IJoinInput {
  /** All that the journal has. */
  readonly entries: readonly IJournalEntry[];
  /** What each site listed; empty where nobody is signed in. */
  readonly listings: readonly {
    readonly site: ISite;
    readonly deposits: readonly IDraft[];
  }[];
  readonly isGoingOn: IsGoingOn;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The publications of all sites, by group and the newest first. Of each work
 * the newest published version is an item, and what is on its way to become
 * one; older versions are counted.
 */
export function joinPublications(input: IJoinInput): IPublicationItem[] {
  const items = input.listings.flatMap(({ site, deposits }) =>
    worksOf(sourcesOf(site, input.entries, deposits)).flatMap(work =>
      itemsOf(work, input)
    )
  );
  const rank = ({ status }: IPublicationItem) =>
    publicationGroups.indexOf(groupOf[status]);
  return items.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(b.updated, a.updated) ||
      compare(a.key, b.key)
  );
}

/** How many publications of the journal belong to sites that are not among these. */
export function elsewhere(
  entries: readonly IJournalEntry[],
  sites: readonly ISite[]
): number {
  const urls = new Set(sites.map(({ url }) => url));
  return entries.filter(({ siteUrl }) => !urls.has(siteUrl)).length;
}

function itemsOf(work: readonly ISource[], input: IJoinInput) {
  const published = work
    .filter(({ isPublished }) => isPublished)
    .sort(
      (a, b) =>
        compare(b.publishedAt, a.publishedAt) ||
        compare(b.depositId, a.depositId)
    );
  const newest =
    published.find(one => !one.entry?.record?.deletedAt) ?? published[0];
  const unfinished = work.filter(({ isPublished }) => !isPublished);
  return [
    ...(newest ? [itemOf(newest, published, input)] : []),
    ...unfinished.map(one => itemOf(one, published, input))
  ];
}

function itemOf(
  source: ISource,
  published: readonly ISource[],
  { isGoingOn, now }: IJoinInput
): IPublicationItem {
  const { site, entry, deposit, depositId, isPublished, publishedAt } = source;
  const status = statusOf(source, isGoingOn);
  const before = published.filter(
    one => one !== source && !one.entry?.record?.deletedAt
  ).length;
  const until = Date.parse(publishedAt) + undoDays * 24 * 3600 * 1000;
  // A version that was published by hand belongs to the same files.
  const known = entry ?? published.find(one => one.entry)?.entry ?? null;
  const { version } = deposit?.metadata ?? {};
  return {
    key: `${site.url} ${depositId || entry?.id}`,
    site,
    title: source.title,
    status,
    doi: source.doi,
    conceptDoi: source.conceptDoi,
    depositId: depositId || null,
    version: typeof version === 'string' ? version.slice(0, 100) : '',
    replaces: Boolean(entry?.replaces && !entry.record),
    earlier:
      entry?.replaces && !entry.record
        ? 0
        : Math.max(before, (deposit?.versionIndex ?? 1) - 1),
    updated: source.updated,
    publishedAt,
    undoUntil:
      isPublished && status !== 'withdrawn' && until > now ? until : null,
    hasEdit: deposit?.isPublished === true && deposit.isDraft,
    here: known && !isDataPublication(known.id) ? hereOf(known) : null
  };
}

/** What an entry of the journal knows of the user's own files. */
export function hereOf(entry: IJournalEntry): IKnownHere {
  const { id, selection, notebooks, binderReady, files } = entry;
  const own = {
    ...entry,
    notebooks: Array.isArray(notebooks)
      ? (notebooks as readonly unknown[]).filter(isNotebook)
      : []
  };
  const readme = files?.find(({ path }) => isBadgeReadme(path));
  return {
    id,
    selection: selection.filter(path => typeof path === 'string'),
    notebooks: own.notebooks,
    binderReady: binderReady === true,
    readme: readme ? sourcesIn(own)(readme) : null
  };
}

function isNotebook(value: unknown): value is IJournalNotebook {
  const { path, source } = (value ?? {}) as Partial<IJournalNotebook>;
  return (
    typeof path === 'string' && (source === null || typeof source === 'string')
  );
}

function statusOf(
  { site, entry, deposit, isPublished }: ISource,
  isGoingOn: IsGoingOn
): PublicationStatus {
  if (entry?.record?.deletedAt) {
    return 'withdrawn';
  }
  if (entry && !isDone(entry, site) && isGoingOn(entry)) {
    return 'going-on';
  }
  if (isPublished) {
    return entry && !isDone(entry, site)
      ? 'unfinished'
      : site.test
        ? 'test'
        : 'published';
  }
  if (deposit?.status === 'in_review') {
    return 'in-review';
  }
  if (deposit?.status === 'declined' || deposit?.status === 'expired') {
    return 'declined';
  }
  if (!entry) {
    return 'draft';
  }
  if (!deposit && entry.review?.state === 'open') {
    return 'in-review';
  }
  const ended = entry.review?.state;
  if (!deposit && (ended === 'declined' || ended === 'expired')) {
    return 'declined';
  }
  // Taken back on the site, it is a draft again.
  const isBack = deposit !== null && entry.review?.state === 'open';
  if (mayBePublic(entry) && !isBack) {
    return 'unheard';
  }
  return entry.step === 'upload' && entry.status === 'done'
    ? 'uploaded'
    : 'stopped';
}

/** All is done that the journal speaks of. On a test site nothing is written back. */
function isDone({ id, record, step }: IJournalEntry, site: ISite): boolean {
  return (
    Boolean(record) && (step === 'finish' || site.test || isDataPublication(id))
  );
}

/** By code units: the same in each language, so that the order is the same, too. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
