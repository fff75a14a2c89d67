import * as React from 'react';
import { useEffect, useRef } from 'react';
import { Icon } from './Icon';
import { ProblemList } from './ProblemList';
import { usePanel } from './context';
import { fieldErrors, problemsOf } from './problems';

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
      <ProblemList
        problems={problems}
        values={state.metadata.values}
        onGo={({ section, field }) => go(section, field)}
      />
    </div>
  );
}
