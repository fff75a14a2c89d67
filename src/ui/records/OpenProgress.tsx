import * as React from 'react';
import { useTrans } from '../context';
import { formatPart, formatPercent } from '../format';
import type { IOpenPartProps } from './OpenRecordPanel';

/** How far the download is, in words and as a bar. */
export function OpenProgress({ session, state }: IOpenPartProps): JSX.Element {
  const trans = useTrans();
  const {
    step = 'download',
    file = '',
    doneBytes = 0,
    totalBytes = 0,
    waiting = null
  } = state.progress ?? {};
  const share = totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : 0;
  const percent = formatPercent(share);
  const label =
    step === 'download' ? trans.__('Downloading') : trans.__('Writing');
  const more = totalBytes > 0 ? formatPart(doneBytes, totalBytes, trans) : '';
  return (
    <div className="jp-ZenodoPublisher-openFound">
      <h2>{state.record?.title}</h2>
      <div className="jp-ZenodoPublisher-progressBox">
        <p className="jp-ZenodoPublisher-progressNow">
          <b>{label}</b> {file}
        </p>
        <p className="jp-ZenodoPublisher-progressPct" aria-hidden="true">
          {percent}
        </p>
        <div
          className="jp-ZenodoPublisher-progress"
          role="progressbar"
          aria-label={trans.__('Download progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={trans.__('%1, %2', percent, more)}
        >
          <span style={{ inlineSize: `${share * 100}%` }} />
        </div>
        <p className="jp-ZenodoPublisher-progressMore">{more}</p>
        {waiting && (
          <p className="jp-ZenodoPublisher-progressMore">{waiting}</p>
        )}
        {/* Spoken at each step and at every tenth, not at each change. */}
        <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
          {trans.__(
            '%1, %2',
            label,
            formatPercent(Math.floor(share * 10) / 10)
          )}
        </p>
      </div>
      <p className="jp-ZenodoPublisher-help">
        {trans.__('You can work on meanwhile. Leave this tab open.')}
      </p>
      <div>
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => session.cancel()}
        >
          {trans.__('Cancel download')}
        </button>
      </div>
    </div>
  );
}
