import { PublisherError } from '../../core/error';
import { readBytes } from '../../core/files';
import {
  badgeSource,
  IPublishedIdentity,
  readPublishedIdentity
} from '../../core/notebook/badge';
import { readNotebook } from '../../core/notebook/notebook';
import type { IPublicationItem } from '../../core/publications/item';
import { joinPublications } from '../../core/publications/join';
import { badgeFor } from '../../core/publish/badges';
import { Journal } from '../../core/publish/journal';
import { doiResolves } from '../../core/zenodo/handles';
import { badgeSources } from '../shownBadges';
import { insertBadges } from './badgeFiles';
import { placeInRecord } from './placeInRecord';
import type { IPublicationsPorts } from './ports';
import type { INotice } from './state';
import { isPublished } from './views';

type Ports = Pick<
  IPublicationsPorts,
  | 'files'
  | 'writer'
  | 'dialogs'
  | 'trans'
  | 'journal'
  | 'clock'
  | 'sites'
  | 'http'
>;

/**
 * Put the badge of its record into one notebook, after asking: of the record
 * that it was published with from here, else of the one that it names itself.
 * Null = the user said no.
 *
 * @throws PublisherError when the notebook or the journal cannot be read, or the
 *   notebook cannot be changed
 */
export async function insertBadgeInto(
  ports: Ports,
  path: string
): Promise<INotice | null> {
  const { trans, sites } = ports;
  const identity = await identityOf(ports, path);
  const item = await itemOf(ports, path, identity);
  if (item) {
    return withDoiState(ports, item, await insertBadges(ports, item, [path]));
  }
  const site = sites.all.find(({ url }) => url === identity?.site);
  if (!identity || !site) {
    return {
      tone: 'error',
      text: trans.__(
        '%1 was not published from here, and does not say where it was published. Publish it first.',
        path
      )
    };
  }
  if (!(await ports.dialogs.confirmBadges(identity.doi, [path]))) {
    return null;
  }
  const place = await placeInRecord(ports, site, identity, path);
  const badge = badgeFor(
    site,
    identity.doi,
    place ?? undefined,
    place !== null
  );
  const source = badgeSource(badge, trans) ?? '';
  await ports.writer.putBadge(path, { source, identity });
  return {
    tone: 'ok',
    text: place
      ? trans.__('The badge is in %1.', path)
      : trans.__(
          'The DOI badge is in %1. The record does not tell how Binder opens it.',
          path
        )
  };
}

/**
 * Take the badge out of one notebook, whatever became of its record, after
 * asking. Null = the user said no.
 *
 * @throws PublisherError as `insertBadgeInto`
 */
export async function removeBadgeFrom(
  ports: Ports,
  path: string
): Promise<INotice | null> {
  const { dialogs, writer, trans } = ports;
  const identity = await identityOf(ports, path);
  if (!identity) {
    return {
      tone: 'error',
      text: trans.__('%1 has no badge of a record.', path)
    };
  }
  if (!(await dialogs.confirmNoBadges(identity.doi, [path], false))) {
    return null;
  }
  const { site, record } = identity;
  await writer.removeBadge(path, { site, record });
  return { tone: 'ok', text: trans.__('The badge was removed from %1.', path) };
}

async function identityOf(
  { files, trans }: Ports,
  path: string
): Promise<IPublishedIdentity | null> {
  return readPublishedIdentity(
    readNotebook(await readBytes(files, path), trans)
  );
}

/** The record with which a notebook was published from here: the one that it names, else the newest. */
async function itemOf(
  { journal: store, clock, trans, sites }: Ports,
  path: string,
  identity: IPublishedIdentity | null
): Promise<IPublicationItem | null> {
  const journal = new Journal({ store, clock, trans });
  const items = joinPublications({
    entries: await journal.all(),
    listings: sites.all.map(site => ({ site, deposits: [] })),
    isGoingOn: () => false,
    now: clock.now()
  })
    .filter(item => isPublished(item) && badgeSources(item).includes(path))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const named = items.find(
    ({ site, depositId }) =>
      site.url === identity?.site && depositId === identity.record
  );
  return named ?? items[0] ?? null;
}

/** Says that Binder has to wait, where the DOI leads nowhere yet. */
async function withDoiState(
  { http, trans }: Ports,
  { site, doi }: IPublicationItem,
  notice: INotice | null
): Promise<INotice | null> {
  if (notice?.tone !== 'ok' || !site.binder || !doi) {
    return notice;
  }
  try {
    if (await doiResolves(http, site, doi)) {
      return notice;
    }
  } catch (error) {
    if (error instanceof PublisherError) {
      return notice;
    }
    throw error;
  }
  const wait = trans.__(
    'doi.org does not know the DOI yet: Binder can open it in some minutes.'
  );
  return { ...notice, text: `${notice.text} ${wait}` };
}
