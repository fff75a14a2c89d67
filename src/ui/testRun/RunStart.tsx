import * as React from 'react';
import { usePanel } from '../context';
import { hasWrongLimit } from '../../core/testRun/timeLimits';
import { limitsText } from './limitsText';
import { TimeLimits } from './TimeLimits';

/** What a test run is, which notebooks it runs, and its button. */
export function RunStart(): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { how, offer, limits, notebooks, status, evidence } = state.testRun;
  const chosen = notebooks.filter(({ on }) => on).length;
  const hasRun = status === 'ended' || evidence !== null;
  const isWrong = hasWrongLimit(limits, offer, trans);
  const isBlocked = locked || chosen === 0 || isWrong;
  const isChanged = limits.cell !== null || limits.total !== null;
  const mayTake = offer && (!hasRun || isChanged) ? limitsText(limits, offer, trans) : null; // prettier-ignore
  return (
    <>
      {!hasRun && <p>{what(notebooks.length, how === 'kernel', trans)}</p>}
      {mayTake !== null && <p className="jp-ZenodoPublisher-help">{mayTake}</p>}
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
      {offer && <TimeLimits offer={offer} isWrong={isWrong} />}
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
  isSmall: boolean,
  trans: ReturnType<typeof usePanel>['trans']
): string {
  if (isSmall) {
    return trans.__(
      'A smaller check: restarts and runs all cells on a copy of the files, in a fresh kernel of this Jupyter. It finds missing files and hidden state, though not missing packages; for those, this extension has to be installed in Jupyter’s server, too. Keep this tab open meanwhile.'
    );
  }
  return count === 1
    ? trans.__(
        'Runs the notebook from the first cell to the last in a fresh environment, as a reader would. Takes a few minutes; you can go on meanwhile.'
      )
    : trans.__(
        'Runs the notebooks, one after the other, from the first cell to the last in a fresh environment, as a reader would. Takes a few minutes; you can go on meanwhile.'
      );
}
