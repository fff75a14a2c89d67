import type { IPublicationItem } from '../../core/publications/item';
import { fits } from '../../core/publications/query';
import type { SiteList } from './siteList';

/** The publications of a site (null = of all) that fit what is searched for. */
export function fitting(
  items: readonly IPublicationItem[],
  lists: readonly SiteList[],
  query: string,
  siteId: string | null
): readonly IPublicationItem[] {
  // What a site found fits, whatever made it find that.
  const found = new Set(
    lists.flatMap(list =>
      list.query === query
        ? list.deposits.map(({ id }) => `${list.site.url} ${id}`)
        : []
    )
  );
  return items.filter(
    item =>
      (siteId === null || item.site.id === siteId) &&
      (!query || found.has(item.key) || fits(item, query))
  );
}
