import * as React from 'react';
import { useId } from 'react';
import type { IPublicationsSession } from '../../session/publications/state';
import { useTrans } from '../context';

/** What is searched, and on which site. */
export function SideTools({
  session
}: {
  session: IPublicationsSession;
}): JSX.Element {
  const { sites, siteId, query, canOpen } = session.state;
  const trans = useTrans();
  const id = useId();
  const all = sites.reduce((sum, { count }) => sum + count, 0);
  const hasMore = sites.some(site => site.hasMore);
  return (
    <div
      role="search"
      className="jp-ZenodoPublisher-sideTools jp-ZenodoPublisher-field"
    >
      <label className="jp-ZenodoPublisher-hidden" htmlFor={`${id}-search`}>
        {trans.__('Search publications')}
      </label>
      <input
        className="jp-mod-styled"
        id={`${id}-search`}
        type="search"
        placeholder={trans.__('Title or DOI')}
        value={query}
        onChange={event => void session.search(event.target.value)}
      />
      <label className="jp-ZenodoPublisher-hidden" htmlFor={`${id}-show`}>
        {trans.__('Show')}
      </label>
      <select
        className="jp-mod-styled"
        id={`${id}-show`}
        value={siteId ?? ''}
        onChange={event => session.showSite(event.target.value || null)}
      >
        <option value="">
          {hasMore
            ? trans.__('All sites (%1 and more)', all)
            : trans.__('All sites (%1)', all)}
        </option>
        {sites.map(({ site, count, hasMore }) => (
          <option key={site.id} value={site.id}>
            {hasMore
              ? trans.__('%1 (%2 and more)', site.name, count)
              : trans.__('%1 (%2)', site.name, count)}
          </option>
        ))}
      </select>
      {canOpen && (
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn jp-ZenodoPublisher-sideOpen"
          onClick={() => session.openRecord()}
        >
          {trans.__('Open a record by DOI…')}
        </button>
      )}
    </div>
  );
}
