import * as React from 'react';
import { useEffect, useRef } from 'react';
import type { IMetadata } from '../core/metadata/model';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { usePanel } from './context';
import { fieldLabel } from './fieldNames';
import { fieldErrors, IProblem, problemsOf, sectionLabel } from './problems';

/**
 * What must be mended, once the user asked for publishing. It takes the focus
 * when it appears and whenever the user asks again; each line leads to its
 * place.
 */
export function ErrorSummary(): JSX.Element | null {
  const { state, trans, go, prefix, target } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const problems = problemsOf(state, trans);
  const { phase, asked } = state;
  const shown =
    asked &&
    problems.length > 0 &&
    (phase === 'editing' ||
      phase === 'uploaded' ||
      (phase === 'stopped' && Object.keys(fieldErrors(state)).length > 0));
  // Only when the user asked: never while typing brings a problem back.
  useEffect(() => {
    if (shown && target?.field === 'summary' && !target.reached) {
      target.reached = true;
      box.current?.focus();
    }
  }, [shown, target]);
  if (!shown) {
    return null;
  }
  const heading = `${prefix}-summary-heading`;
  return (
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
            '%1 thing to fix before this can go out',
            '%1 things to fix before this can go out',
            problems.length
          )}
        </h2>
      </div>
      <p>
        {state.publish.draft
          ? trans.__('Nothing is public. Choose one to go there.')
          : trans.__('Nothing was uploaded. Choose one to go there.')}
      </p>
      <ol className="jp-ZenodoPublisher-jump">
        {problems.map((problem, index) => (
          <li key={index}>
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              onClick={() => go(problem.section, problem.field)}
            >
              <ProblemText problem={problem} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function ProblemText({ problem }: { problem: IProblem }): JSX.Element {
  const { state, trans } = usePanel();
  const { section, field, message } = problem;
  const [list, number] = field.split('.');
  const entries = state.metadata.values[list as keyof IMetadata];
  if (
    section === 'metadata' &&
    /^\d+$/.test(number ?? '') &&
    Array.isArray(entries) &&
    entries.length > 1
  ) {
    return (
      <Rich
        text={trans.__(
          '%1, number %2: %3',
          fieldLabel(list, trans),
          Number(number) + 1,
          message
        )}
      />
    );
  }
  const place =
    section === 'metadata' && field !== 'findings'
      ? fieldLabel(field, trans)
      : sectionLabel(section, trans);
  return <Rich text={trans.__('%1: %2', place, message)} />;
}
