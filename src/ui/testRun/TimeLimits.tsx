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
import { Unfold } from './Unfold';

interface ITimeLimitsProps {
  offer: ITestRunOffer;
  /** A limit cannot be kept to as it was written: it stays in view. */
  isWrong: boolean;
}

/** How long the test run may take: for those who want to wait less, on request. */
export function TimeLimits({ offer, isWrong }: ITimeLimitsProps): JSX.Element {
  const { trans } = usePanel();
  return (
    <Unfold
      label={trans.__('Time limits…')}
      hide={trans.__('Hide the time limits')}
      isHeld={isWrong}
    >
      <div className="jp-ZenodoPublisher-testRunLimits">
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
    </Unfold>
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
