import * as React from 'react';
import { usePanel } from '../context';
import { formatPercent } from '../format';

/** So many times, the progress is spoken. */
const SPOKEN = 4;

/** That the folder is looked through, or the files are looked into, and how far. */
export function Reading(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { reading, checking } = state.contents;
  const share = checking ? checking.done / Math.max(1, checking.total) : 0;
  return (
    <>
      {reading && (
        <p className="jp-ZenodoPublisher-options">
          <span>
            {trans._n(
              'Looking through the folder: %1 file',
              'Looking through the folder: %1 files',
              reading.files
            )}
          </span>
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => session.contents.stopReading()}
          >
            {trans.__('Cancel')}
          </button>
        </p>
      )}
      {checking && (
        <p>
          {trans.__(
            'Looking into the files: %1 of %2',
            checking.done,
            checking.total
          )}
        </p>
      )}
      {/* Spoken at each quarter, not at each file. */}
      <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
        {checking &&
          trans.__(
            'Looking into the files, %1',
            formatPercent(Math.floor(share * SPOKEN) / SPOKEN)
          )}
      </p>
    </>
  );
}
