import * as React from 'react';
import { failureText } from '../../core/testRun/testRunError';
import type { INotebookResult } from '../../session/testRun/testRunState';
import { Finding } from '../Finding';
import { usePanel } from '../context';
import { formatMoment } from '../format';
import { keyed } from '../sectionFindings';
import { HowNear } from './HowNear';
import { NotebookRow } from './NotebookRow';
import { resultsOfEvidence } from './resultsOfEvidence';

/** What the last run showed, and whether it still holds. */
export function RunResults(): JSX.Element | null {
  const { state, trans } = usePanel();
  const { run, evidence, holds, status, findings } = state.testRun;
  const failure = status === 'ended' ? (run?.failure ?? null) : null;
  const results: readonly INotebookResult[] =
    status === 'ended'
      ? failure
        ? []
        : state.testRun.results
      : evidence
        ? resultsOfEvidence(evidence)
        : [];
  const ended = status === 'ended' ? run?.ended : evidence?.ended;
  if (!ended) {
    return null;
  }
  return (
    <>
      <p role="status">
        {holds
          ? trans.__('Run on %1.', formatMoment(new Date(ended).toISOString()))
          : trans.__(
              'The files have changed since this run, on %1. What it showed holds no longer.',
              formatMoment(new Date(ended).toISOString())
            )}
      </p>
      {failure && (
        <p className="jp-ZenodoPublisher-testRunFailure">
          {failureText(failure, trans)}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="jp-ZenodoPublisher-findings">
          {keyed(findings).map(one => (
            <Finding key={one.key} one={one} />
          ))}
        </ul>
      )}
      {results.length > 0 && (
        <ul
          className="jp-ZenodoPublisher-testRunList"
          aria-label={trans.__('Results by notebook')}
        >
          {results.map(result => (
            <NotebookRow key={result.run.path} result={result} />
          ))}
        </ul>
      )}
      {evidence?.kind === 'kernel' && holds && (
        <p className="jp-ZenodoPublisher-help">
          {trans.__(
            'This was the smaller check, with the packages of this Jupyter: what Binder installs was not tried.'
          )}
        </p>
      )}
      {status === 'ended' && run?.environment && (
        <HowNear environment={run.environment} />
      )}
    </>
  );
}
