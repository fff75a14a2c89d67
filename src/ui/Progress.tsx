import * as React from 'react';
import { Rich } from './Rich';
import { usePanel } from './context';
import { formatLeft, formatPart, formatPercent } from './format';
import { runningLabel } from './runningLabel';

/** How far the work is, in words and as a bar. */
export function Progress(): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const { progress } = state.publish;
  const stopped = state.phase === 'stopped';
  if (!progress || (state.phase !== 'running' && !stopped)) {
    return null;
  }
  const { step, file, doneBytes, totalBytes, secondsLeft, waiting } = progress;
  const known = totalBytes > 0;
  const share = known ? Math.min(1, doneBytes / totalBytes) : 0;
  const percent = formatPercent(share);
  const part = known ? formatPart(doneBytes, totalBytes, trans) : '';
  const more = !known
    ? ''
    : stopped
      ? trans.__('%1 were sent', part)
      : secondsLeft === null
        ? part
        : trans.__('%1, %2', part, formatLeft(secondsLeft, trans));
  const label = runningLabel(step, trans, state);
  const what = stopped
    ? file
      ? trans.__('**Stopped** at %1', file)
      : trans.__('**Stopped**')
    : file
      ? trans.__('**%1** %2', label, file)
      : trans.__('**%1**', label);
  const value = known
    ? {
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': Math.round(share * 100),
        'aria-valuetext': stopped
          ? trans.__('stopped at %1', percent)
          : trans.__('%1, %2', percent, more)
      }
    : {};
  const classes = ['jp-ZenodoPublisher-progress'];
  if (stopped) {
    classes.push('jp-ZenodoPublisher-progressStopped');
  } else if (!known) {
    classes.push('jp-ZenodoPublisher-progressUnknown');
  }
  return (
    <div className="jp-ZenodoPublisher-progressBox">
      <p className="jp-ZenodoPublisher-progressNow">
        <Rich text={what} />
      </p>
      <p className="jp-ZenodoPublisher-progressPct" aria-hidden="true">
        {known ? percent : ''}
      </p>
      <div
        className={classes.join(' ')}
        role="progressbar"
        aria-label={trans.__('Upload progress')}
        {...value}
      >
        <span style={{ inlineSize: known ? `${share * 100}%` : '100%' }} />
      </div>
      <p className="jp-ZenodoPublisher-progressMore">{more}</p>
      {waiting !== null && !stopped && (
        <p className="jp-ZenodoPublisher-progressMore">
          {waiting}{' '}
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => session.publication.cancel()}
          >
            {trans.__('Stop and retry later')}
          </button>
        </p>
      )}
      {/* Spoken at each step and at every tenth, not at each change. */}
      <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
        {!stopped &&
          (known
            ? trans.__(
                '%1, %2',
                label,
                formatPercent(Math.floor(share * 10) / 10)
              )
            : label)}
      </p>
    </div>
  );
}
