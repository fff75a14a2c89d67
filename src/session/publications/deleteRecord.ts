import { PublisherError } from '../../core/error';
import type { IPublicationItem } from '../../core/publications/item';
import type { Journal } from '../../core/publish/journal';
import type { ZenodoClient } from '../../core/zenodo/client';
import type { IVocabularyItem } from '../../core/zenodo/types';
import { changed, IDone, nothing } from './done';
import type { IPublicationsPorts } from './ports';
import { noteDeleted } from './tombstones';
import { withoutBadges } from './withoutBadges';

/**
 * Delete a record, after asking for the reason that the site wants; then ask
 * about its badges.
 *
 * @throws PublisherError
 */
export async function deleteRecord(
  ports: IPublicationsPorts,
  journal: Journal,
  item: IPublicationItem,
  client: ZenodoClient
): Promise<IDone> {
  const { dialogs, trans, clock } = ports;
  const { site, title, doi, depositId, undoUntil } = item;
  if (!depositId || undoUntil === null) {
    return nothing;
  }
  const reasons = reasonsOf(await client.vocabularies.all('removalreasons'));
  const until = new Date(undoUntil);
  const reason = await dialogs.confirmDelete({
    ...{ site, title, until, reasons },
    doi: doi ?? ''
  });
  if (reason === null) {
    return nothing;
  }
  await client.deleteRecord(depositId, reason);
  try {
    await noteDeleted(journal, depositId, site.url, clock.now());
  } catch (error) {
    if (!(error instanceof PublisherError)) {
      throw error;
    }
    // It is deleted all the same, and noticed the next time.
  }
  const text = trans.__('The record was deleted on %1.', site.name);
  return withoutBadges(ports, changed(text, [depositId]), item);
}

/** The reasons that owners are offered, as the site's vocabulary tags them; where it tags none, all. */
function reasonsOf(all: readonly IVocabularyItem[]) {
  const offered = all.filter(({ tags }) => tags.includes('deletion-request'));
  return offered.length > 0 ? offered : all;
}
