import * as React from 'react';
import { useCallback, useId, useRef, useSyncExternalStore } from 'react';
import { groupOf, publicationGroups } from '../../core/publications/item';
import type { ITranslator } from '../../core/text';
import type {
  IPublicationsSession,
  IPublicationsState
} from '../../session/publications/state';
import { Rich } from '../Rich';
import { TransProvider } from '../context';
import { useKeptFocus } from '../useKeptFocus';
import { Entry } from './Entry';
import { SideNotes } from './SideNotes';
import { SideTools } from './SideTools';
import { SignIn } from './SignIn';
import { groupName } from './statusWords';

export interface IPublicationsPanelProps {
  session: IPublicationsSession;
  trans: ITranslator;
}

/** The side panel "Zenodo Publications": what the user has on all sites, and what can be done with it. */
export function PublicationsPanel({
  session,
  trans
}: IPublicationsPanelProps): JSX.Element {
  const state = useList(session);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // What was discarded takes its buttons along.
  const watch = useKeptFocus(() => title.current);
  const shown = state.sites.filter(
    ({ site }) => !state.siteId || site.id === state.siteId
  );
  const asked = shown.filter(({ isLoading }) => isLoading);
  const hasMore = shown.some(site => site.hasMore);
  return (
    <TransProvider value={trans}>
      <section
        className="jp-ZenodoPublisher jp-ZenodoPublisher-side"
        role="region"
        aria-labelledby={`${id}-title`}
        {...watch}
      >
        <div className="jp-ZenodoPublisher-sideHead">
          <h2 id={`${id}-title`} ref={title} tabIndex={-1}>
            {trans.__('Zenodo Publications')}
          </h2>
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => void session.refresh()}
          >
            {trans.__('Refresh')}
          </button>
        </div>
        <SideTools session={session} />
        <SideNotes session={session} />
        {publicationGroups.map(group => {
          const items = state.items.filter(
            ({ status }) => groupOf[status] === group
          );
          return items.length === 0 ? null : (
            <React.Fragment key={group}>
              <h3
                className="jp-ZenodoPublisher-sideGroup"
                id={`${id}-${group}`}
              >
                {groupName(group, trans)}{' '}
                <span className="jp-ZenodoPublisher-count">{items.length}</span>
              </h3>
              <ul aria-labelledby={`${id}-${group}`}>
                {items.map(view => (
                  <Entry key={view.key} view={view} session={session} />
                ))}
              </ul>
            </React.Fragment>
          );
        })}
        <p className="jp-ZenodoPublisher-sideEmpty" aria-live="polite">
          {asked.length > 0
            ? trans.__(
                'Asking %1.',
                asked.map(({ site }) => site.name).join(', ')
              )
            : emptyText(state, trans)}
        </p>
        {hasMore && (
          <p className="jp-ZenodoPublisher-sideMore">
            <button
              type="button"
              className="jp-mod-styled jp-ZenodoPublisher-btn"
              aria-disabled={asked.length > 0 || undefined}
              onClick={() => void session.more()}
            >
              {trans.__('Show more')}
            </button>
          </p>
        )}
        <SignIn session={session} />
        {shown
          .filter(({ status }) => status === 'signed-in')
          .map(({ site }) => (
            <p key={site.id} className="jp-ZenodoPublisher-sideSigned">
              <Rich text={trans.__('Signed in to **%1**.', site.name)} />{' '}
              <button
                type="button"
                className="jp-ZenodoPublisher-link"
                onClick={() => session.signOut(site.id)}
              >
                {trans.__('Sign out')}
                <span className="jp-ZenodoPublisher-hidden"> {site.name}</span>
              </button>
            </p>
          ))}
      </section>
    </TransProvider>
  );
}

export default PublicationsPanel;

/** Why the list is empty; null where it is not. */
function emptyText(
  { items, isReading, query, problem }: IPublicationsState,
  trans: ITranslator
): React.ReactNode {
  if (items.length > 0 || problem) {
    return null;
  }
  if (isReading) {
    return trans.__('Looking up what was published from here.');
  }
  return query ? (
    trans.__('Nothing found for “%1”.', query)
  ) : (
    <Rich
      text={trans.__(
        'No publications yet. Right-click a notebook and choose **Publish to Zenodo…**.'
      )}
    />
  );
}

/** The state of the list; renders again whenever it changes. */
function useList(session: IPublicationsSession): IPublicationsState {
  const subscribe = useCallback(
    (changed: () => void) => {
      session.stateChanged.connect(changed);
      return () => {
        session.stateChanged.disconnect(changed);
      };
    },
    [session]
  );
  return useSyncExternalStore(subscribe, () => session.state);
}
