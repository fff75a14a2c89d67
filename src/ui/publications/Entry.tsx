import * as React from 'react';
import { useId, useState } from 'react';
import type {
  IPublicationsSession,
  IPublicationView
} from '../../session/publications/state';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { EntryMenu } from './EntryMenu';
import { EntryRequests } from './EntryRequests';
import { statusWords } from './statusWords';

interface IEntryProps {
  view: IPublicationView;
  session: IPublicationsSession;
}

/** One publication: its title unfolds what can be done with it. */
export function Entry({ view, session }: IEntryProps): JSX.Element {
  const trans = useTrans();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { text, icon, tone } = statusWords(view, trans);
  const title = view.title || trans.__('Without a title');
  return (
    <li className="jp-ZenodoPublisher-pub">
      <h4 className="jp-ZenodoPublisher-pubTitle">
        <button
          type="button"
          className="jp-ZenodoPublisher-toggle"
          aria-expanded={isOpen}
          aria-controls={`${id}-menu`}
          aria-describedby={`${id}-state`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
          <span>{title}</span>
        </button>
      </h4>
      <p className="jp-ZenodoPublisher-pubState" id={`${id}-state`}>
        <Icon name={icon} tone={tone} />
        <span>
          <Rich text={text} />
          {view.earlier > 0 && (
            <span className="jp-ZenodoPublisher-pubEarlier">
              {trans._n(
                '%1 earlier version',
                '%1 earlier versions',
                view.earlier
              )}
            </span>
          )}
        </span>
      </p>
      {view.doiUrl && view.doi && (
        <p className="jp-ZenodoPublisher-pubMeta">
          <ExternalLink href={view.doiUrl} className="jp-ZenodoPublisher-doi">
            {view.doi}
          </ExternalLink>
        </p>
      )}
      <EntryRequests view={view} session={session} isOpen={isOpen} />
      {view.actions.includes('resume') && (
        <div className="jp-ZenodoPublisher-pubActions">
          <button
            type="button"
            className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
            aria-label={
              view.status === 'uploaded'
                ? trans.__('Go to Publish: %1', title)
                : trans.__('Resume: %1', title)
            }
            onClick={() => void session.act(view.key, 'resume')}
          >
            {view.status === 'uploaded'
              ? trans.__('Go to Publish')
              : trans.__('Resume')}
          </button>
        </div>
      )}
      <div role="status" className="jp-ZenodoPublisher-pubNotice">
        {view.isBusy ? (
          trans.__('One moment.')
        ) : view.notice ? (
          <>
            <Icon
              name={view.notice.tone === 'ok' ? 'ok' : 'stop'}
              tone={view.notice.tone}
            />
            <span>{view.notice.text}</span>
          </>
        ) : null}
      </div>
      {isOpen ? (
        <EntryMenu id={`${id}-menu`} view={view} session={session} />
      ) : (
        <div id={`${id}-menu`} hidden />
      )}
    </li>
  );
}
