import * as React from 'react';
import type { IFix } from '../core/finding';
import { ApplyButton } from './ApplyButton';
import { ReasonForm } from './ReasonForm';
import { usePanel } from './context';
import { isSecret } from './sectionFindings';
import type { IKeyedFinding } from './sectionFindings';
import { useUnfolding } from './useUnfolding';

interface IStopAnswersProps {
  one: IKeyedFinding;
  /** Fixes that need no look before: they are their own button. */
  fixes: readonly IFix[];
  /** Id of the finding's message. */
  message: string;
}

/**
 * What can be answered to that which stops the upload. Each is for this one
 * finding: there is no way to wave all of them through.
 */
export function StopAnswers({
  one,
  fixes,
  message
}: IStopAnswersProps): JSX.Element {
  const { trans } = usePanel();
  const reason = useUnfolding();
  return (
    <>
      <div
        className="jp-ZenodoPublisher-options"
        role="group"
        aria-labelledby={message}
      >
        {fixes.map((fix, index) => (
          <ApplyButton
            key={index}
            one={one}
            fix={fix}
            where="bundle"
            button={`answer ${index}`}
          >
            {fix.fix.kind === 'exclude'
              ? trans.__('Leave the file out')
              : trans.__('Blank it out in the copy')}
          </ApplyButton>
        ))}
        <button
          ref={reason.button}
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          aria-expanded={reason.isOpen}
          aria-controls={reason.isOpen ? reason.id : undefined}
          onClick={reason.toggle}
        >
          {isSecret(one.finding)
            ? trans.__('It is not a secret…')
            : trans.__('Go on all the same…')}
        </button>
      </div>
      {reason.isOpen && <ReasonForm one={one} unfolding={reason} />}
    </>
  );
}

/** Whether a fix of what stops the upload is a button of its own. */
export function isAnswer({ fix }: IFix): boolean {
  return (
    (fix.kind === 'edit-copy' && fix.edit.kind === 'mask') ||
    (fix.kind === 'exclude' && fix.paths.length === 1)
  );
}
