import * as React from 'react';
import type { ILeftOut } from '../../core/records/leftOut';
import { reasonText } from '../../core/records/leftOut';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { formatSize } from '../format';
import type { IOpenPartProps } from './OpenRecordPanel';

/** So many that were left out are named. */
const NAMED = 50;

/** What was opened, what is not there and why, and what can be done next. */
export function OpenResult({
  session,
  state
}: IOpenPartProps): JSX.Element | null {
  const trans = useTrans();
  const { result, record } = state;
  if (!result || !record) {
    return null;
  }
  const { files, folder, leftOut, packageLists, notebooks } = result;
  return (
    <div className="jp-ZenodoPublisher-outcome">
      <div className="jp-ZenodoPublisher-outcomeHead">
        <Icon name="ok" tone="ok" big />
        <h2>{trans.__('Opened “%1”', record.title)}</h2>
      </div>
      <p>
        <Rich
          text={trans._n(
            '%1 file (%2) is in `%3`. What was downloaded has the checksums of the record.',
            '%1 files (%2) are in `%3`. What was downloaded has the checksums of the record.',
            files,
            formatSize(result.bytes),
            folder
          )}
        />
      </p>
      {packageLists.length > 0 && (
        <p className="jp-ZenodoPublisher-note">
          <Icon name="info" tone="info" />
          <span>
            <Rich
              text={trans.__(
                'The packages that it needs are listed in `%1`. Install them before you run the notebooks: opening a record installs nothing.',
                packageLists.join(', ')
              )}
            />
          </span>
        </p>
      )}
      {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
      <div className="jp-ZenodoPublisher-launchRow">
        <button
          type="button"
          className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
          onClick={() => void session.publish()}
        >
          {trans.__('Publish a new version…')}
        </button>
        <p>
          {notebooks > 0
            ? trans.__(
                'When you have changed something: as the next version of your own record, or as one of your own that names this one.'
              )
            : trans.__(
                'When you have changed something. There is no notebook in it.'
              )}
        </p>
      </div>
      <p>
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          onClick={() => session.startAgain()}
        >
          {trans.__('Open another record')}
        </button>
      </p>
    </div>
  );
}

function LeftOut({ leftOut }: { leftOut: readonly ILeftOut[] }): JSX.Element {
  const trans = useTrans();
  const more = leftOut.length - NAMED;
  return (
    <>
      <h3>
        {trans._n(
          '%1 file is left out',
          '%1 files are left out',
          leftOut.length
        )}
      </h3>
      <ul className="jp-ZenodoPublisher-written">
        {leftOut.slice(0, NAMED).map(({ name, reason }, index) => (
          <li key={index}>
            <Icon name="warn" tone="warn" />
            <span>
              <code>{name}</code> {reasonText(reason, trans)}
            </span>
          </li>
        ))}
        {more > 0 && <li>{trans._n('and %1 more', 'and %1 more', more)}</li>}
      </ul>
    </>
  );
}
