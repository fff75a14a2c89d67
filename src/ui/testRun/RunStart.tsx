import * as React from 'react';
import { usePanel } from '../context';

/** What a test run is, which notebooks it runs, and its button. */
export function RunStart(): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { notebooks, status, evidence } = state.testRun;
  const chosen = notebooks.filter(({ on }) => on).length;
  const hasRun = status === 'ended' || evidence !== null;
  const isBlocked = locked || chosen === 0;
  return (
    <>
      {!hasRun && <p>{what(notebooks.length, trans)}</p>}
      {notebooks.length > 1 && (
        <fieldset className="jp-ZenodoPublisher-choices">
          <legend>{trans.__('Notebooks to run')}</legend>
          {notebooks.map(({ path, on }) => (
            <label key={path}>
              <input
                type="checkbox"
                checked={on}
                disabled={locked}
                onChange={event =>
                  session.testRun.choose(path, event.target.checked)
                }
              />
              {path}
            </label>
          ))}
        </fieldset>
      )}
      <div className="jp-ZenodoPublisher-options">
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          aria-disabled={isBlocked || undefined}
          onClick={() => {
            if (!isBlocked) {
              void session.testRun.start();
            }
          }}
        >
          {hasRun ? trans.__('Run again') : trans.__('Test run')}
        </button>
      </div>
    </>
  );
}

function what(
  count: number,
  trans: ReturnType<typeof usePanel>['trans']
): string {
  return count === 1
    ? trans.__(
        'Runs the notebook from the first cell to the last in a fresh environment, as a reader would. Takes a few minutes; you can go on meanwhile.'
      )
    : trans.__(
        'Runs the notebooks, one after the other, from the first cell to the last in a fresh environment, as a reader would. Takes a few minutes; you can go on meanwhile.'
      );
}
