import * as React from 'react';
import { evidenceSentence, isWorthTelling } from '../../core/testRun/evidence';
import { usePanel } from '../context';

/** Whether the result is told in the record; the words are shown before. */
export function EvidenceChoice(): JSX.Element | null {
  const { session, state, trans, prefix, locked } = usePanel();
  const { evidence, holds, tells } = state.testRun;
  if (!evidence || !holds || !isWorthTelling(evidence)) {
    return null;
  }
  const help = `${prefix}-evidence`;
  return (
    <div className="jp-ZenodoPublisher-field">
      <div className="jp-ZenodoPublisher-choices">
        <label>
          <input
            type="checkbox"
            checked={tells}
            disabled={locked}
            aria-describedby={help}
            onChange={event => session.testRun.setTells(event.target.checked)}
          />
          {trans.__('Tell readers in the record')}
        </label>
      </div>
      <div id={help} className="jp-ZenodoPublisher-help">
        <p>
          {trans.__(
            'This goes into the description and the README, and the details into the list of contents, as long as the files stay as they are:'
          )}
        </p>
        <p lang="en">
          <q>{evidenceSentence(evidence)}</q>
        </p>
      </div>
    </div>
  );
}
