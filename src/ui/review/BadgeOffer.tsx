import * as React from 'react';
import { Rich } from '../Rich';
import { usePanel } from '../context';

/** Curators published it: the badges are offered, and go nowhere unasked. */
export function BadgeOffer(): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const { outcome } = state.publish;
  const offered = outcome?.badgesOffered ?? [];
  if (!outcome || offered.length === 0) {
    return null;
  }
  return (
    <div className="jp-ZenodoPublisher-offer">
      <h3>{trans.__('Your files')}</h3>
      <p>
        {trans._n(
          'This file does not have the badge with the DOI yet:',
          'These %1 files do not have the badge with the DOI yet:',
          offered.length
        )}
      </p>
      <ul>
        {offered.map(path => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
      <p>
        <Rich
          text={trans.__(
            'It goes to the top; nothing else in them is changed.'
          )}
        />
      </p>
      <p className="jp-ZenodoPublisher-links">
        <button
          type="button"
          className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
          onClick={() => void session.review.insertBadges()}
        >
          {outcome.launchUrl === null
            ? trans.__('Insert DOI badges')
            : trans.__('Insert Binder badges')}
        </button>
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          onClick={() => void session.review.leaveFiles()}
        >
          {trans.__('Leave my files as they are')}
        </button>
      </p>
    </div>
  );
}
