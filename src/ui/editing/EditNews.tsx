import * as React from 'react';
import { useEffect, useRef } from 'react';
import type { IEditSession } from '../../session/editing/editState';
import { Icon } from '../Icon';
import { ProblemList } from '../ProblemList';
import { useForm } from '../form';
import { fieldProblems } from '../problems';

interface IEditNewsProps {
  session: IEditSession;
  onGo: (field: string) => void;
}

/** What came of it, what is wrong, and what was there before. */
export function EditNews({ session, onGo }: IEditNewsProps): JSX.Element {
  const { trans, target, prefix } = useForm();
  const { state } = session;
  const { phase, problem, done, isBegun, asked, account } = state;
  const problems = asked && phase === 'editing' ? fieldProblems(state) : [];
  const box = useRef<HTMLDivElement>(null);
  const isWrong = problems.length > 0;
  useEffect(() => {
    if (isWrong && target?.field === 'summary' && !target.reached) {
      target.reached = true;
      box.current?.focus();
    }
  }, [isWrong, target]);
  const heading = `${prefix}-edit-problems`;
  return (
    <>
      <div role="status">
        {done && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="ok" tone="ok" />
            <span>{done}</span>
          </p>
        )}
      </div>
      <div role="alert">
        {problem && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="warn" tone="warn" />
            <span>{problem}</span>
          </p>
        )}
      </div>
      {phase === 'missing' && (
        <p>
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => void session.reload()}
          >
            {trans.__('Ask again')}
          </button>
        </p>
      )}
      {isWrong && (
        <div
          ref={box}
          tabIndex={-1}
          role="group"
          className="jp-ZenodoPublisher-trouble"
          aria-labelledby={heading}
        >
          <div className="jp-ZenodoPublisher-troubleHead">
            <Icon name="stop" tone="error" big />
            <h2 id={heading}>
              {trans._n(
                '%1 thing to fix before the change can go out',
                '%1 things to fix before the change can go out',
                problems.length
              )}
            </h2>
          </div>
          <p>{trans.__('The record is as it was. Choose one to go there.')}</p>
          <ProblemList
            problems={problems}
            values={state.metadata.values}
            onGo={({ field }) => onGo(field)}
          />
        </div>
      )}
      {phase === 'editing' && (
        <p className="jp-ZenodoPublisher-help">
          {isBegun
            ? trans.__(
                'A change of this record was begun, here or on %1, and is not public yet. You see the record with that change.',
                account.site.name
              )
            : trans.__(
                'The DOI and the files stay as they are. A change of the details is public as soon as you publish it.'
              )}
        </p>
      )}
    </>
  );
}
