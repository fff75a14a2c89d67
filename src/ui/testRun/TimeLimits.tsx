import * as React from 'react';
import { useId } from 'react';
import type { ITestRunOffer } from '../../core/testRun/testRuns';
import {
  mostOf,
  noLimits,
  readTimeLimit,
  type TimeLimitOf,
  writtenLimit
} from '../../core/testRun/timeLimits';
import { FieldError } from '../fields/FieldError';
import { usePanel } from '../context';
import { useUnfolding } from '../useUnfolding';

interface ITimeLimitsProps {
  offer: ITestRunOffer;
  /** A limit cannot be kept to as it was written: it stays in view. */
  isWrong: boolean;
}

/** How long the test run may take: for those who want to wait less, on request. */
export function TimeLimits({ offer, isWrong }: ITimeLimitsProps): JSX.Element {
  const { trans } = usePanel();
  const { isOpen, id, button, toggle, onKeyDown } = useUnfolding(isWrong);
  return (
    <div
      className="jp-ZenodoPublisher-testRunMore"
      onKeyDown={isWrong ? undefined : onKeyDown}
    >
      <button
        ref={button}
        type="button"
        className="jp-ZenodoPublisher-link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-disabled={isWrong || undefined}
        onClick={() => {
          if (!isWrong) {
            toggle();
          }
        }}
      >
        {isOpen ? trans.__('Hide the time limits') : trans.__('Time limits…')}
      </button>
      {isOpen && (
        <div id={id} className="jp-ZenodoPublisher-testRunLimits">
          <TimeLimit
            of="cell"
            label={trans.__('Time limit for one cell, in minutes')}
            offer={offer}
          />
          <TimeLimit
            of="total"
            label={trans.__('Time limit for all notebooks, in minutes')}
            offer={offer}
          />
        </div>
      )}
    </div>
  );
}

interface ITimeLimitProps {
  of: TimeLimitOf;
  label: string;
  offer: ITestRunOffer;
}

function TimeLimit({ of, label, offer }: ITimeLimitProps): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { limits } = state.testRun;
  const { problem } = readTimeLimit(of, limits, offer, trans);
  const id = useId();
  const [error, help] = [`${id}-error`, `${id}-help`];
  return (
    <div className="jp-ZenodoPublisher-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="jp-mod-styled"
        inputMode="decimal"
        autoComplete="off"
        disabled={locked}
        value={writtenLimit(of, limits, offer)}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? help : `${error} ${help}`}
        onChange={event => session.testRun.setLimit(of, event.target.value)}
      />
      <FieldError field={{ error: problem, errorId: error }} />
      <p className="jp-ZenodoPublisher-help" id={help}>
        {mostOf(of, offer) > 0
          ? trans.__(
              'At most %1, also when left empty.',
              writtenLimit(of, noLimits, offer)
            )
          : trans.__('Leave it empty for no limit.')}
      </p>
    </div>
  );
}
