import * as React from 'react';
import { useId } from 'react';
import type { ITranslator } from '../../core/text';
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
        // It stands above, also while the list is folded.
        .filter(action => action !== 'resume')
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
                aria-describedby={action === 'delete' ? help : undefined}
                onClick={() => void session.act(view.key, action)}
              >
                {labelOf(action, view, trans)}
              </button>
            )}
            {action === 'delete' && view.undoUntil !== null && (
              <p className="jp-ZenodoPublisher-small" id={help}>
                {trans.__(
                  'Possible until %1',
                  formatDate(new Date(view.undoUntil))
                )}
              </p>
            )}
          </li>
        ))}
    </ul>
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
