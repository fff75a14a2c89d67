import * as React from 'react';
import { useRef } from 'react';
import { usePanel } from '../context';
import { useTarget } from '../form';
import { useKeptFocus } from '../useKeptFocus';
import { EvidenceChoice } from './EvidenceChoice';
import { RunLog } from './RunLog';
import { RunProgress } from './RunProgress';
import { RunResults } from './RunResults';
import { RunStart } from './RunStart';

/** Runs the notebooks as a reader would; proposes, never blocks. */
export function TestRun(): JSX.Element | null {
  const { state, trans } = usePanel();
  const { how, notebooks, status, problem } = state.testRun;
  const heading = useRef<HTMLHeadingElement>(null);
  const watch = useKeptFocus(() => heading.current);
  useTarget('environment', 'testRun', heading);
  if (how === 'none' || how === 'unknown' || notebooks.length === 0) {
    return null;
  }
  const isUnderWay =
    status === 'starting' || status === 'running' || status === 'ending';
  return (
    <div
      className="jp-ZenodoPublisher-tile jp-ZenodoPublisher-testRun"
      role="group"
      aria-label={trans.__('Test run')}
      {...watch}
    >
      <h3 ref={heading} tabIndex={-1}>
        {trans.__('Test run')}{' '}
        <span className="jp-ZenodoPublisher-opt">{trans.__('optional')}</span>
      </h3>
      {isUnderWay ? <RunProgress /> : <RunResults />}
      <p role="status" className="jp-ZenodoPublisher-testRunProblem">
        {problem}
      </p>
      <RunLog />
      {!isUnderWay && (
        <>
          <EvidenceChoice />
          <RunStart />
        </>
      )}
    </div>
  );
}
