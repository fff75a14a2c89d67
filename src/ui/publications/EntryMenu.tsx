import * as React from 'react';
import { useId } from 'react';
import type { ITranslator } from '../../core/text';
import { undoDays } from '../../core/zenodo/limits';
import type {
  IPublicationsSession,
  IPublicationView,
  PublicationAction
} from '../../session/publications/state';
import { ExternalLink } from '../ExternalLink';
import { useTrans } from '../context';
import { formatDate } from '../format';

interface IEntryMenuProps {
  id: string;
  view: IPublicationView;
  session: IPublicationsSession;
}

/** What takes something away stands apart from the rest. */
const APART: readonly PublicationAction[] = ['discard', 'delete'];

/** What can be done with a publication: a list in its place, not a menu over it. */
export function EntryMenu({ id, view, session }: IEntryMenuProps): JSX.Element {
  const trans = useTrans();
  const help = useId();
  return (
    <ul
      className="jp-ZenodoPublisher-menu"
      id={id}
      aria-label={trans.__('What you can do with it')}
    >
      {view.actions
        // They stand above, also while the list is folded.
        .filter(action => action !== 'resume')
        .filter(
          action =>
            action !== 'new-version' || view.comparison?.status !== 'changed'
        )
        .map(action => (
          <li
            key={action}
            className={
              APART.includes(action)
                ? 'jp-ZenodoPublisher-menuApart'
                : undefined
            }
          >
            {action === 'launch' || action === 'open' ? (
              <ExternalLink
                href={urlOf(action, view)}
                className="jp-ZenodoPublisher-menuLink"
              >
                {labelOf(action, view, trans)}
              </ExternalLink>
            ) : (
              <button
                type="button"
                aria-disabled={view.isBusy || undefined}
                aria-describedby={
                  hasLimit(action, view) ? `${help}-${action}` : undefined
                }
                onClick={() => void session.act(view.key, action)}
              >
                {labelOf(action, view, trans)}
              </button>
            )}
            {action === 'launch' && view.doiResolves === false && (
              <p className="jp-ZenodoPublisher-small" role="status">
                {trans.__(
                  'doi.org does not know the DOI yet; this can take some minutes. Binder can open it when this line is gone; try it any time.'
                )}
              </p>
            )}
            {hasLimit(action, view) && view.undoUntil !== null && (
              <p className="jp-ZenodoPublisher-small" id={`${help}-${action}`}>
                {trans.__(
                  'Possible until %1',
                  formatDate(new Date(view.undoUntil))
                )}
              </p>
            )}
          </li>
        ))}
      <TooLate view={view} />
    </ul>
  );
}

/** Why it can be neither deleted nor get other files, and what can be done instead. */
function TooLate({ view }: { view: IPublicationView }): JSX.Element | null {
  const trans = useTrans();
  const { site, status, undoUntil, pageUrl, publishedAt } = view;
  const isLate =
    (status === 'published' || status === 'test') && publishedAt !== '';
  return !isLate || undoUntil !== null ? null : (
    <li className="jp-ZenodoPublisher-menuApart">
      <p className="jp-ZenodoPublisher-small">
        {trans.__(
          'Published more than %1 days ago: %2 does not let it be deleted, or its files be replaced, any more. A new version takes its place, and “Edit metadata” can say so or restrict who gets the files. For a good reason, the people of %2 can still remove it:',
          undoDays,
          site.name
        )}{' '}
        <ExternalLink href={pageUrl}>{trans.__('its page')}</ExternalLink>
      </p>
    </li>
  );
}

/** What the site allows for some weeks only. */
function hasLimit(action: PublicationAction, view: IPublicationView): boolean {
  return (
    (action === 'delete' || action === 'replace-files') &&
    view.undoUntil !== null
  );
}

function urlOf(
  action: 'launch' | 'open',
  { launchUrl, pageUrl }: IPublicationView
): string {
  return { launch: launchUrl, open: pageUrl }[action];
}

/** What a button says that it does; `…` means that it asks first. */
function labelOf(
  action: PublicationAction,
  { site, status, launchUrl }: IPublicationView,
  trans: ITranslator
): string {
  switch (action) {
    case 'resume':
      return trans.__('Resume');
    case 'show':
      return status === 'in-review'
        ? trans.__('Show the review')
        : trans.__('Show progress');
    case 'new-version':
      return trans.__('New version…');
    case 'open-here':
      return trans.__('Open here…');
    case 'compare':
      return trans.__('Compare with my files');
    case 'replace-files':
      return trans.__('Replace files…');
    case 'edit':
      return trans.__('Edit metadata');
    case 'discard-edit':
      return trans.__('Discard the change that was begun…');
    case 'launch':
      return trans.__('Launch Binder');
    case 'insert-badge':
      return launchUrl
        ? trans.__('Insert Binder badge…')
        : trans.__('Insert DOI badge…');
    case 'remove-badge':
      return trans.__('Remove badges…');
    case 'copy-doi':
      return trans.__('Copy DOI');
    case 'copy-citation':
      return trans.__('Copy citation');
    case 'share':
      return trans.__('Copy link for co-authors');
    case 'unshare':
      return trans.__('Stop sharing');
    case 'open':
      return trans.__('Open on %1', site.name);
    case 'discard':
      return trans.__('Discard draft…');
    case 'delete':
      return trans.__('Delete record…');
  }
}
