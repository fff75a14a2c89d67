import * as React from 'react';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import type { IOpenPartProps } from './OpenRecordPanel';

/** What happened, what is there, and what to do. */
export function OpenStopped({
  session,
  state
}: IOpenPartProps): JSX.Element | null {
  const trans = useTrans();
  const { stop } = state;
  if (!stop) {
    return null;
  }
  const { text, isCancelled, kept, notice } = stop;
  return (
    <div className="jp-ZenodoPublisher-trouble">
      <div className="jp-ZenodoPublisher-troubleHead">
        <Icon
          name={isCancelled ? 'info' : 'stop'}
          tone={isCancelled ? 'info' : 'error'}
          big
        />
        <h2>
          {isCancelled
            ? trans.__('The download was cancelled')
            : trans.__('The record was not opened')}
        </h2>
      </div>
      {!isCancelled && <p>{text}</p>}
      <p>
        {kept ? (
          <Rich
            text={trans._n(
              '%1 file is in `%2`, and is whole. The others are not there.',
              '%1 files are in `%2`; each of them is whole. The others are not there.',
              kept.files,
              kept.folder
            )}
          />
        ) : (
          notice || trans.__('Nothing was written.')
        )}
      </p>
      {kept && notice && <p>{notice}</p>}
      <div className="jp-ZenodoPublisher-openDo">
        <button
          type="button"
          className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
          onClick={() => void session.open()}
        >
          {trans.__('Try again')}
        </button>
        {kept && (
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => void session.removeKept()}
          >
            {trans.__('Remove this folder')}
          </button>
        )}
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => session.startAgain()}
        >
          {trans.__('Open another record')}
        </button>
      </div>
    </div>
  );
}
