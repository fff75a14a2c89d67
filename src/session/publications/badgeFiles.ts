import { PublisherError } from '../../core/error';
import { readBytes } from '../../core/files';
import { badgeSource, readPublishedIdentity } from '../../core/notebook/badge';
import { hasReadmeBadge, removeReadmeBadge } from '../../core/notebook/readme';
import { readNotebook } from '../../core/notebook/notebook';
import type { IPublicationItem } from '../../core/publications/item';
import { badgeFor } from '../../core/publish/badges';
import { textOf } from '../userText';
import type { IPublicationsPorts } from './ports';
import type { INotice } from './state';
import { badgeSources } from './views';

type Ports = Pick<IPublicationsPorts, 'files' | 'writer' | 'dialogs' | 'trans'>;

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

/** The working notebooks that say they belong to this record, and the README that has its badge. */
export async function badgesOf(
  ports: Ports,
  item: IPublicationItem
): Promise<string[]> {
  const { site, depositId, here, doi } = item;
  const paths: string[] = [];
  for (const path of badgeSources(item)) {
    if (await saysItBelongsTo(ports, path, site.url, depositId ?? '')) {
      paths.push(path);
    }
  }
  if (here?.readme && doi && (await hasBadge(ports, here.readme, doi))) {
    paths.push(here.readme);
  }
  return paths;
}

/**
 * Take the badge of a record out of its notebooks and its README, after naming
 * them. Null = there are none, or the user said no.
 *
 * @param isGone - the DOI leads to nothing any more
 */
export async function removeBadges(
  ports: Ports,
  { site, depositId, doi, here }: IPublicationItem,
  paths: readonly string[],
  isGone: boolean
): Promise<INotice | null> {
  const { dialogs, writer, trans } = ports;
  const record = depositId ?? '';
  if (
    paths.length === 0 ||
    !(await dialogs.confirmNoBadges(doi ?? '', paths, isGone))
  ) {
    return null;
  }
  const { done, texts } = await each(ports, paths, async path => {
    if (path !== here?.readme) {
      return writer.removeBadge(path, { site: site.url, record });
    }
    let isThere = false;
    await writer.changeText(path, text => {
      // It may be another record's by now.
      isThere = hasReadmeBadge(text, doi ?? '');
      return isThere ? removeReadmeBadge(text) : text;
    });
    return isThere;
  });
  const told = trans._n(
    'The badge was removed from %1 file.',
    'The badge was removed from %1 files.',
    done
  );
  return noticeOf(done > 0 ? told : null, texts);
}

async function hasBadge(
  { files }: Ports,
  path: string,
  doi: string
): Promise<boolean> {
  try {
    const text = new TextDecoder().decode(await readBytes(files, path));
    return hasReadmeBadge(text, doi);
  } catch (error) {
    if (error instanceof PublisherError) {
      // One that is gone shows no badge.
      return false;
    }
    throw error;
  }
}

async function saysItBelongsTo(
  { files, trans }: Ports,
  path: string,
  site: string,
  record: string
): Promise<boolean> {
  try {
    const notebook = readNotebook(await readBytes(files, path), trans);
    const identity = readPublishedIdentity(notebook);
    return identity?.site === site && identity.record === record;
  } catch (error) {
    if (error instanceof PublisherError) {
      // A notebook that is gone, or is none any more, shows no badge.
      return false;
    }
    throw error;
  }
}

/** Do it to each file; what fails is told and does not stop the others. */
async function each(
  { trans }: Ports,
  paths: readonly string[],
  act: (path: string) => Promise<boolean>
): Promise<{ done: number; texts: string[] }> {
  let done = 0;
  const texts: string[] = [];
  for (const path of paths) {
    try {
      done += (await act(path)) ? 1 : 0;
    } catch (error) {
      texts.push(textOf(error, trans.__('%1 could not be changed.', path)));
    }
  }
  return { done, texts };
}

function noticeOf(told: string | null, problems: readonly string[]): INotice {
  return {
    tone: problems.length > 0 ? 'error' : 'ok',
    text: [...(told ? [told] : []), ...problems].join(' ')
  };
}
