import * as React from 'react';
import type {
  IPublicationsSession,
  IPublicationView
} from '../../session/publications/state';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { changesByPath, changesText, changeWord } from '../versionWords';

interface IComparisonProps {
  view: IPublicationView;
  session: IPublicationsSession;
}

/** So many files are named. */
const MOST = 12;

/** Whether the files in the workspace are still those that were published. */
export function Comparison({
  view,
  session
}: IComparisonProps): JSX.Element | null {
  const trans = useTrans();
  const { comparison } = view;
  switch (comparison?.status) {
    case 'comparing':
      return (
        <Line icon="now" text={trans.__('Comparing it with your files.')} />
      );
    case 'same':
      return (
        <Line
          icon="ok"
          text={trans.__('Your files are as they were published.')}
        />
      );
    case 'moved':
      return (
        <Line
          icon="info"
          text={trans.__(
            'None of its files is where it was: they were moved, or belong to another workspace.'
          )}
        />
      );
    case 'changed': {
      const { changes } = comparison;
      const named = [...changesByPath(changes)];
      return (
        <div className="jp-ZenodoPublisher-pubChanges">
          <Line
            icon="edit"
            text={trans.__(
              '**Changed since published**: %1.',
              changesText(changes, trans)
            )}
          />
          <ul>
            {named.slice(0, MOST).map(([path, change]) => (
              <li key={path}>
                <code>{path}</code> {changeWord(change, trans)}
              </li>
            ))}
            {named.length > MOST && (
              <li>
                {trans._n('and %1 more', 'and %1 more', named.length - MOST)}
              </li>
            )}
          </ul>
          {view.actions.includes('new-version') && (
            <button
              type="button"
              className="jp-mod-styled jp-ZenodoPublisher-btn"
              onClick={() => void session.act(view.key, 'new-version')}
            >
              {trans.__('New version…')}
            </button>
          )}
        </div>
      );
    }
    default:
      return null;
  }
}

function Line({
  icon,
  text
}: {
  icon: 'now' | 'ok' | 'info' | 'edit';
  text: string;
}): JSX.Element {
  return (
    <p className="jp-ZenodoPublisher-pubState">
      <Icon name={icon} />
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}
