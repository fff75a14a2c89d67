import { dataPublicationId, isDataPublication } from '../publish/dataRecord';
import type { IJournalEntry } from '../publish/journalEntry';
import { ageOf } from '../publish/versions';
import { cleanDoi, cleanId } from '../zenodo/parse';
import { plainText } from '../zenodo/errors';
import type { ISite } from '../zenodo/sites';
import type { IDraft } from '../zenodo/types';

/** One thing that is known of a draft or record: by the journal, by the site, or by both. */
export interface ISource {
  readonly site: ISite;
  readonly entry: IJournalEntry | null;
  readonly deposit: IDraft | null;
  /** The id of draft and record; '' before there is a draft. */
  readonly depositId: string;
  readonly doi: string | null;
  readonly conceptDoi: string | null;
  readonly title: string;
  readonly isPublished: boolean;
  /** ISO 8601, or ''. */
  readonly publishedAt: string;
  readonly updated: string;
  /** Everything by which other versions of the same work are known. */
  readonly marks: readonly string[];
}

/**
 * What the journal and the site know, brought together by the id of the draft
 * or record. Left out: entries of sites that are not among those given, entries
 * of which nothing is left (a discarded draft), and the drafts of data, which
 * belong to the publication of their notebooks.
 *
 * Nothing of the journal is taken at its word that becomes a part of an address.
 */
export function sourcesOf(
  site: ISite,
  entries: readonly IJournalEntry[],
  deposits: readonly IDraft[]
): ISource[] {
  const own = entries.filter(({ siteUrl }) => siteUrl === site.url);
  const led = new Set(own.map(({ id }) => dataPublicationId(id)));
  const byId = new Map<string, IJournalEntry>();
  const others: IJournalEntry[] = [];
  const hidden = new Set<string>();
  for (const entry of [...own].sort(oldestFirst)) {
    const id = idOf(entry);
    if (entry.replaces && !entry.record) {
      // Its draft has the id of the record, which is in the list beside it.
      if (entry.draft || entry.status === 'begun') {
        others.push(entry);
      }
    } else if (isDataPublication(entry.id) && !entry.record) {
      if (led.has(entry.id)) {
        hidden.add(id);
      }
    } else if (id) {
      byId.set(id, entry);
    } else if (entry.step === 'check' && entry.status === 'begun') {
      others.push(entry);
    }
  }
  const listed = new Map(deposits.map(deposit => [deposit.id, deposit]));
  const ids = new Set([...byId.keys(), ...listed.keys()]);
  return [
    ...[...ids]
      .filter(id => !hidden.has(id))
      .map(id => source(site, byId.get(id) ?? null, listed.get(id) ?? null)),
    ...others.map(entry => source(site, entry, null))
  ];
}

function idOf({ record, draft }: IJournalEntry): string {
  return cleanId(record?.id ?? draft?.id);
}

function source(
  site: ISite,
  entry: IJournalEntry | null,
  deposit: IDraft | null
): ISource {
  const record = entry?.record ?? null;
  const draft = entry?.draft ?? null;
  const replaces = entry?.record ? undefined : entry?.replaces;
  const depositId = replaces ? '' : (deposit?.id ?? (entry ? idOf(entry) : ''));
  const doi = deposit?.doi ?? cleanDoi(record?.doi) ?? cleanDoi(draft?.doi);
  const conceptDoi = deposit?.conceptDoi ?? cleanDoi(record?.conceptDoi);
  const conceptId = deposit?.conceptId || cleanId(draft?.conceptId);
  const isPublished = Boolean(record) || deposit?.isPublished === true;
  const former = entry?.versionOf;
  const newer = deposit && (!entry || deposit.updated >= entry.updated);
  const titles = [deposit?.title, plainText(textOf(entry?.title), 1000)];
  return {
    site,
    entry,
    deposit,
    depositId,
    doi,
    conceptDoi,
    title: (newer ? titles : titles.reverse()).find(Boolean) ?? '',
    isPublished,
    publishedAt: dateOf(
      record?.publishedAt ??
        // The row of a record is made when it is published; an open edit has another.
        (deposit?.isPublished && !deposit.isDraft ? deposit.created : '')
    ),
    updated:
      [dateOf(deposit?.updated), dateOf(entry?.updated)].sort().pop() ?? '',
    marks: [
      replaces && `id ${textOf(replaces.recordId)}`,
      depositId && `id ${depositId}`,
      conceptId && `work ${conceptId}`,
      doi && `doi ${doi}`,
      conceptDoi && `doi ${conceptDoi}`,
      former && `id ${textOf(former.recordId)}`,
      former && `doi ${textOf(former.doi)}`
    ].filter(mark => typeof mark === 'string' && mark !== '') as string[]
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** ISO 8601 of anything that is a date, so that dates can be compared as texts; else ''. */
function dateOf(value: unknown): string {
  const time = Date.parse(textOf(value));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function oldestFirst(a: IJournalEntry, b: IJournalEntry): number {
  const [one, other] = [a, b].map(ageOf);
  return one < other ? -1 : one > other ? 1 : 0;
}
