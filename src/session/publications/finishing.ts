import type { IPublicationItem } from '../../core/publications/item';
import type { Journal } from '../../core/publish/journal';
import { alone } from '../claim';
import type { IPublicationsPorts } from './ports';

/**
 * Note down that the badges of a record are in the files: nothing is left to
 * do. The journal may not know yet that curators published it.
 *
 * @throws OpenElsewhereError, and as the journal's store does
 */
export async function noteFinished(
  { clock, trans }: Pick<IPublicationsPorts, 'clock' | 'trans'>,
  journal: Journal,
  owner: string,
  item: IPublicationItem
): Promise<void> {
  const { here, depositId, doi, conceptDoi, publishedAt } = item;
  if (!here || !depositId || item.status !== 'unfinished') {
    return;
  }
  const { id } = here;
  await alone(
    {
      ...{ id, owner, journal, clock, trans, takeOver: false },
      // It is one write: there is nothing to stop.
      onLost: () => undefined
    },
    async () => {
      const entry = await journal.read(id);
      if (!entry || (entry.record ?? entry.draft)?.id !== depositId) {
        return;
      }
      await journal.write({
        ...entry,
        record: entry.record ?? {
          id: depositId,
          doi: doi ?? '',
          conceptDoi: conceptDoi ?? '',
          publishedAt: publishedAt || new Date(clock.now()).toISOString()
        },
        ...(entry.review
          ? { review: { ...entry.review, state: 'accepted' as const } }
          : {}),
        step: 'finish',
        status: 'done'
      });
    }
  );
}
