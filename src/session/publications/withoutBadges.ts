import type { IPublicationItem } from '../../core/publications/item';
import { removeGoneBadges } from '../shownBadges';
import type { IDone } from './done';
import type { IPublicationsPorts } from './ports';

/** What was discarded or deleted leaves badges behind that lead nowhere: ask about them. */
export async function withoutBadges(
  ports: IPublicationsPorts,
  done: IDone,
  item: IPublicationItem
): Promise<IDone> {
  if (!item.depositId || !done.gone.includes(item.depositId)) {
    return done;
  }
  const notice = await removeGoneBadges(ports, item);
  return notice && done.notice
    ? {
        ...done,
        notice: { ...notice, text: `${done.notice.text} ${notice.text}` }
      }
    : done;
}
