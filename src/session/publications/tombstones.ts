import { PublisherError } from '../../core/error';
import type { Journal } from '../../core/publish/journal';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import type { SiteList } from './siteList';

/** So many records are asked for at once: a look must not use up the site's patience. */
const MOST = 5;

/**
 * The records of the journal that their sites have deleted. Only those that a
 * complete list lacks are asked for. Never rejects: what is not heard now is
 * asked the next time.
 */
export async function findDeleted(
  lists: readonly SiteList[],
  entries: readonly IJournalEntry[]
): Promise<{ id: string; siteUrl: string }[]> {
  const deleted: { id: string; siteUrl: string }[] = [];
  for (const list of lists.filter(({ isComplete }) => isComplete)) {
    const { site, client, deposits } = list;
    const listed = new Set(
      deposits.flatMap(({ id, conceptDoi }) => [id, conceptDoi ?? ''])
    );
    const missing = entries.flatMap(({ siteUrl, record }) =>
      siteUrl === site.url &&
      record &&
      !record.deletedAt &&
      !listed.has(record.id) &&
      // An older version is not listed, but its work is.
      !(record.conceptDoi && listed.has(record.conceptDoi))
        ? [record.id]
        : []
    );
    for (const id of missing.slice(0, MOST)) {
      try {
        if (await client.isGone(id)) {
          deleted.push({ id, siteUrl: site.url });
        }
      } catch (error) {
        if (!(error instanceof PublisherError)) {
          throw error;
        }
        return deleted;
      }
    }
  }
  return deleted;
}

/** Write down that a record is deleted. Rejects as the journal does. */
export async function noteDeleted(
  journal: Journal,
  recordId: string,
  siteUrl: string,
  now: number
): Promise<void> {
  for (const entry of await journal.all()) {
    const { record } = entry;
    if (record?.id === recordId && entry.siteUrl === siteUrl) {
      const deletedAt = new Date(now).toISOString();
      await journal.write(
        { ...entry, record: { ...record, deletedAt } },
        // To look is not to work on it.
        entry.heartbeat > 0
      );
    }
  }
}
