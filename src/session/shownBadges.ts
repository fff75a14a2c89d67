import { PublisherError } from '../core/error';
import { readBytes } from '../core/files';
import { readPublishedIdentity } from '../core/notebook/badge';
import { hasReadmeBadge, removeReadmeBadge } from '../core/notebook/readme';
import { readNotebook } from '../core/notebook/notebook';
import type { IKnownHere, IPublicationItem } from '../core/publications/item';
import type { IDialogs, ISessionPorts, IWorkingFiles } from './ports';
import type { INotice } from './publications/state';
import { textOf } from './userText';

/** A draft or a record, and the user's files that may show its badge. */
export interface IBadged extends Pick<
  IPublicationItem,
  'site' | 'depositId' | 'doi'
> {
  readonly here: Pick<IKnownHere, 'notebooks' | 'readme'> | null;
}

interface IBadgePorts extends Pick<ISessionPorts, 'files' | 'trans'> {
  readonly writer: Pick<IWorkingFiles, 'removeBadge' | 'changeText'>;
  readonly dialogs: Pick<IDialogs, 'confirmNoBadges'>;
}

/** The working notebooks that a badge can go into; test sites' DOIs go into none. */
export function badgeSources({
  site,
  here
}: Pick<IBadged, 'site' | 'here'>): string[] {
  return site.test
    ? []
    : (here?.notebooks ?? []).flatMap(({ source }) => source ?? []);
}

/** The working notebooks that say they belong to this record, and the README that has its badge. */
export async function badgesOf(
  ports: IBadgePorts,
  item: IBadged
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
  ports: IBadgePorts,
  { site, depositId, doi, here }: IBadged,
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

/**
 * Remove the badges of what is gone from the files that show them, after naming
 * them. Null = there are none, or the user said no.
 */
export async function removeGoneBadges(
  ports: IBadgePorts,
  badged: IBadged
): Promise<INotice | null> {
  return removeBadges(ports, badged, await badgesOf(ports, badged), true);
}

async function hasBadge(
  { files }: IBadgePorts,
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
  { files, trans }: IBadgePorts,
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
export async function each(
  { trans }: Pick<ISessionPorts, 'trans'>,
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

/** What was done, and what could not be. */
export function noticeOf(
  told: string | null,
  problems: readonly string[]
): INotice {
  return {
    tone: problems.length > 0 ? 'error' : 'ok',
    text: [...(told ? [told] : []), ...problems].join(' ')
  };
}
