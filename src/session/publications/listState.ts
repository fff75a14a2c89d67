import type { IPublicationItem } from '../../core/publications/item';
import { elsewhere } from '../../core/publications/join';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import type { CloserLook } from './closerLook';
import type { Doings } from './doings';
import { fitting } from './fitting';
import type { JournalView } from './journalView';
import type { IPublicationsPorts } from './ports';
import type { RequestBook } from './requestBook';
import type { SiteList } from './siteList';
import type { IPublicationsState } from './state';
import { viewOf } from './views';

/** All that is known of the list. */
export interface IListParts {
  readonly ports: Pick<IPublicationsPorts, 'sites' | 'openRecord'>;
  readonly journal: JournalView;
  readonly lists: readonly SiteList[];
  readonly doings: Doings;
  readonly closer: CloserLook;
  readonly requests: RequestBook;
  readonly items: readonly IPublicationItem[];
  readonly query: string;
  /** Null = all sites. */
  readonly siteId: string | null;
  readonly revealed: string | null;
  entryOf(item: IPublicationItem): IJournalEntry | undefined;
}

/** The list as the side panel shows it. */
export function listState(parts: IListParts): IPublicationsState {
  const { journal, lists, doings, closer, requests, items } = parts;
  const { query, siteId, revealed, entryOf } = parts;
  const { sites, openRecord } = parts.ports;
  return {
    sites: lists.map(list => ({
      ...list.view,
      count: items.filter(({ site }) => site === list.site).length
    })),
    defaultSiteId: sites.defaultId,
    siteId: siteId,
    query: query,
    items: fitting(items, lists, query, siteId).map(item =>
      viewOf(item, {
        ...doings.of(item.key),
        canOpen: openRecord !== null,
        requests: requests.view(item),
        comparison: closer.comparisonOf(item, entryOf(item)),
        doiResolves: closer.resolves(item.doi)
      })
    ),
    revealed: revealed,
    isReading: journal.isReading,
    notice: doings.notice,
    problem: journal.problem,
    canOpen: openRecord !== null,
    elsewhere: elsewhere(journal.entries, sites.all)
  };
}
