import * as React from 'react';
import { useEffect } from 'react';
import type {
  IPublicationsSession,
  IPublicationView
} from '../../session/publications/state';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { Requests } from '../requests/Requests';
import { requestWords } from '../requests/requestWords';

interface IEntryRequestsProps {
  view: IPublicationView;
  session: IPublicationsSession;
  /** The entry is unfolded: then there is room for what was written. */
  isOpen: boolean;
}

/** What the communities say of a publication. */
export function EntryRequests({
  view,
  session,
  isOpen
}: IEntryRequestsProps): JSX.Element | null {
  const trans = useTrans();
  const { key, requests, site } = view;
  const count = requests?.requests.length ?? 0;
  // What was written is read when somebody wants to see it.
  useEffect(() => {
    if (isOpen && count > 0) {
      void session.requests(key)?.refresh();
    }
  }, [session, key, isOpen, count]);
  if (!requests || count === 0) {
    return null;
  }
  const actions = session.requests(key);
  if (isOpen && actions) {
    return <Requests view={requests} actions={actions} site={site.name} />;
  }
  return (
    <ul
      className="jp-ZenodoPublisher-requests"
      aria-label={trans.__('Requests to communities')}
    >
      {requests.requests.map(request => {
        const { text, icon, tone } = requestWords(request, trans);
        return (
          <li key={request.id} className="jp-ZenodoPublisher-note">
            <Icon name={icon} tone={tone} />
            <span>
              <Rich text={text} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
