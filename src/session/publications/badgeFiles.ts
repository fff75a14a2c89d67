import { badgeSource } from '../../core/notebook/badge';
import type { IPublicationItem } from '../../core/publications/item';
import { badgeFor } from '../../core/publish/badges';
import { badgeSources, each, noticeOf } from '../shownBadges';
import type { IPublicationsPorts } from './ports';
import type { INotice } from './state';

type Ports = Pick<IPublicationsPorts, 'writer' | 'dialogs' | 'trans'>;

/**
 * Put the badge of a record into its working notebooks, after naming them.
 * Null = the user said no.
 *
 * @param paths - those of them; by default all
 */
export async function insertBadges(
  ports: Ports,
  item: IPublicationItem,
  paths: readonly string[] = badgeSources(item)
): Promise<INotice | null> {
  const { dialogs, writer, trans } = ports;
  const { site, here, depositId, doi, conceptDoi } = item;
  if (
    !here ||
    !depositId ||
    !doi ||
    !(await dialogs.confirmBadges(doi, paths))
  ) {
    return null;
  }
  const { done, texts } = await each(ports, paths, async path => {
    const inBundle = here.notebooks.find(({ source }) => source === path)?.path;
    const badge = badgeFor(site, doi, inBundle, here.binderReady);
    await writer.putBadge(path, {
      source: badgeSource(badge, trans) ?? '',
      identity: {
        version: 1,
        site: site.url,
        record: depositId,
        doi,
        ...(conceptDoi ? { concept_doi: conceptDoi } : {})
      }
    });
    return true;
  });
  const told = trans._n(
    'The badge is in %1 notebook.',
    'The badge is in %1 notebooks.',
    done
  );
  return noticeOf(done > 0 ? told : null, texts);
}
