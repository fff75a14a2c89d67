import * as React from 'react';
import type { IPublicationsSession } from '../../session/publications/state';
import { Icon } from '../Icon';
import { useTrans } from '../context';

/** What stands in the way of a complete list, and what came of what was done. */
export function SideNotes({
  session
}: {
  session: IPublicationsSession;
}): JSX.Element {
  const trans = useTrans();
  const { sites, siteId, notice, problem, elsewhere } = session.state;
  const shown = sites.filter(({ site }) => !siteId || site.id === siteId);
  const isSomewhere = sites.some(({ status }) => status === 'signed-in');
  const problems = [
    ...(problem ? [problem] : []),
    ...shown.flatMap(site => site.problem ?? [])
  ];
  return (
    <div role="status" className="jp-ZenodoPublisher-sideNotes">
      {notice && (
        <p className="jp-ZenodoPublisher-note">
          <Icon
            name={notice.tone === 'ok' ? 'ok' : 'stop'}
            tone={notice.tone}
          />
          <span>{notice.text}</span>
        </p>
      )}
      {problems.map(text => (
        <p key={text} className="jp-ZenodoPublisher-note">
          <Icon name="warn" tone="warn" />
          <span>{text}</span>
        </p>
      ))}
      {problems.length > 0 && (
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.refresh()}
        >
          {trans.__('Try again')}
        </button>
      )}
      {/* Where the form is not open anyway. */}
      {siteId === null &&
        isSomewhere &&
        sites
          .filter(({ refused }) => refused !== null)
          .map(({ site, refused }) => (
            <p key={site.id} className="jp-ZenodoPublisher-note">
              <Icon name="warn" tone="warn" />
              <span>
                {refused}{' '}
                <button
                  type="button"
                  className="jp-ZenodoPublisher-link"
                  onClick={() => session.showSite(site.id)}
                >
                  {trans.__('Sign in again')}
                </button>
              </span>
            </p>
          ))}
      {elsewhere > 0 && (
        <p className="jp-ZenodoPublisher-note">
          <Icon name="info" tone="info" />
          <span>
            {trans._n(
              '%1 publication is on a site that is not in your settings.',
              '%1 publications are on sites that are not in your settings.',
              elsewhere
            )}
          </span>
        </p>
      )}
    </div>
  );
}
