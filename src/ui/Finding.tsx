import * as React from 'react';
import { useId, useRef } from 'react';
import { FindingFacts, SeverityIcon } from './FindingFacts';
import { FixBox, FixButton } from './FixBox';
import { withoutMarks } from './Rich';
import { isAnswer, StopAnswers } from './StopAnswers';
import { usePanel } from './context';
import { useFocusPlace, useMending } from './mending';
import { canIgnore, isSecret } from './sectionFindings';
import type { IKeyedFinding } from './sectionFindings';
import { useUnfolding } from './useUnfolding';

/** One finding of a list, and what can be done about it. */
export function Finding({ one }: { one: IKeyedFinding }): JSX.Element {
  const { trans } = usePanel();
  const { ignore } = useMending();
  const { key, finding } = one;
  const item = useRef<HTMLLIElement>(null);
  useFocusPlace(key, item);
  const unfolding = useUnfolding();
  const message = useId();
  const stops = finding.stops === true;
  const all = finding.fixes ?? [];
  const answers = stops && isSecret(finding) ? all.filter(isAnswer) : [];
  const fixes = all.filter(fix => !answers.includes(fix));
  const classes = ['jp-ZenodoPublisher-finding'];
  if (finding.severity === 'error') {
    classes.push('jp-ZenodoPublisher-findingError');
  }
  if (stops) {
    classes.push('jp-ZenodoPublisher-findingStops');
  }
  return (
    <li
      ref={item}
      tabIndex={-1}
      className={classes.join(' ')}
      aria-labelledby={message}
    >
      <SeverityIcon severity={finding.severity} />
      <div className="jp-ZenodoPublisher-findingText">
        <FindingFacts finding={finding} id={message} />
      </div>
      {(fixes.length > 0 || canIgnore(finding)) && (
        <div className="jp-ZenodoPublisher-findingDo">
          {fixes.length > 0 && (
            <FixButton fixes={fixes} unfolding={unfolding} />
          )}
          {canIgnore(finding) && (
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              aria-label={trans.__('Ignore: %1', withoutMarks(finding.message))}
              onClick={() => ignore(one)}
            >
              {trans.__('Ignore')}
            </button>
          )}
        </div>
      )}
      {fixes.length > 0 && (
        <FixBox one={one} fixes={fixes} unfolding={unfolding} />
      )}
      {stops && (
        <div className="jp-ZenodoPublisher-findingStop">
          <StopAnswers one={one} fixes={answers} message={message} />
        </div>
      )}
    </li>
  );
}
