import * as React from 'react';
import type { ITestRun } from '../../core/testRun/testRuns';
import type { ITranslator } from '../../core/text';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { baseName } from '../format';
import { NotebookRow } from './NotebookRow';

/** How far the run is, and how to end it. */
export function RunProgress(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { how, run, status } = state.testRun;
  const now = run?.now ?? null;
  const share = now && now.cells > 0 ? (now.cell - 1) / now.cells : null;
  const text =
    status === 'ending'
      ? trans.__('Comparing the outputs.')
      : phaseText(status === 'starting' ? null : run, trans);
  const ended = (run?.notebooks ?? []).filter(
    ({ outcome }) => outcome !== 'waiting' && outcome !== 'running'
  );
  return (
    <>
      <p role="status">
        <Rich text={text} />
      </p>
      <div
        className={`jp-ZenodoPublisher-progress${
          share === null ? ' jp-ZenodoPublisher-progressUnknown' : ''
        }`}
        role="progressbar"
        aria-label={trans.__('Progress of the test run')}
        {...(share === null
          ? {}
          : {
              'aria-valuemin': 0,
              'aria-valuemax': 100,
              'aria-valuenow': Math.round(share * 100)
            })}
      >
        <span
          style={{ inlineSize: share === null ? '100%' : `${share * 100}%` }}
        />
      </div>
      {ended.length > 0 && (
        <ul className="jp-ZenodoPublisher-testRunList">
          {ended.map(one => (
            <NotebookRow
              key={one.path}
              result={{
                run: one,
                outputs: null,
                comparison: null,
                findings: []
              }}
            />
          ))}
        </ul>
      )}
      <p className="jp-ZenodoPublisher-help">
        {how === 'kernel'
          ? trans.__(
              'You can work elsewhere in Jupyter meanwhile; it ends when this tab is closed.'
            )
          : trans.__(
              'It goes on when you work elsewhere or close this tab. Open the panel again to see what came of it.'
            )}
      </p>
      <div className="jp-ZenodoPublisher-options">
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.testRun.cancel()}
        >
          {trans.__('Cancel test run')}
        </button>
      </div>
    </>
  );
}

function phaseText(run: ITestRun | null, trans: ITranslator): string {
  switch (run?.phase) {
    case undefined:
      return trans.__('Preparing the files.');
    case 'queued':
      return trans.__('Waiting for another test run on this server.');
    case 'unpacking':
      return trans.__('Putting the files into an empty folder.');
    case 'environment':
      return trans.__('Creating the environment.');
    case 'installing':
      return trans.__('Installing the packages. The first time takes longest.');
    default:
      return run?.now && run.now.cells > 0
        ? trans.__(
            'Running `%1`, cell %2 of %3',
            baseName(run.now.notebook),
            run.now.cell,
            run.now.cells
          )
        : trans.__('Starting the notebook.');
  }
}
