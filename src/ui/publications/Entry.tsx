import * as React from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type {
  IPublicationsSession,
  IPublicationView
} from '../../session/publications/state';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { Comparison } from './Comparison';
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
  const button = useRef<HTMLButtonElement>(null);
  const { key } = view;
  const isRevealed = session.state.revealed === key;
  useEffect(() => {
    if (isRevealed) {
      setOpen(true);
      button.current?.scrollIntoView({ block: 'start' });
      button.current?.focus();
    }
  }, [isRevealed]);
  // Only what somebody looks at is compared and asked for.
  useEffect(() => {
    if (isOpen) {
      void session.look(key);
    }
  }, [isOpen, session, key]);
  const { text, icon, tone } = statusWords(view, trans);
  const title = view.title || trans.__('Without a title');
  return (
    <li className="jp-ZenodoPublisher-pub">
      <h4 className="jp-ZenodoPublisher-pubTitle">
        <button
          type="button"
          className="jp-ZenodoPublisher-toggle"
          ref={button}
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
      <div aria-live="polite">
        <Comparison view={view} session={session} />
      </div>
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
