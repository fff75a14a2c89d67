import * as React from 'react';
import { isWorthTelling } from '../../core/testRun/evidence';
import { usePanel } from '../context';

/** Where the user is about to publish: whether the notebooks were run as a reader would. */
export function RunHint(): JSX.Element | null {
  const { state, trans, go } = usePanel();
  const { how, status, notebooks, evidence, holds, tells } = state.testRun;
  if (how === 'none' || how === 'unknown' || notebooks.length === 0) {
    return null;
  }
  const isUnderWay = status !== 'idle' && status !== 'ended';
  const text = isUnderWay
    ? trans.__('The test run is under way. You need not wait for it.')
    : !evidence
      ? trans.__(
          'The notebooks were not yet run as a reader would. You can do it first; it is not needed.'
        )
      : !holds
        ? trans.__('The files have changed since the test run.')
        : tells && isWorthTelling(evidence)
          ? trans.__('What the test run showed is told in the record.')
          : trans.__('What the test run showed is not told in the record.');
  return (
    <p className="jp-ZenodoPublisher-help">
      {text}{' '}
      <button
        type="button"
        className="jp-ZenodoPublisher-link"
        onClick={() => go('environment', 'testRun')}
      >
        {trans.__('Go to the test run')}
      </button>
    </p>
  );
}
