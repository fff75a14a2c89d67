import * as React from 'react';
import { useEffect, useRef } from 'react';
import { usePanel } from '../context';

/** What the installer and the notebooks said, on request. */
export function RunLog(): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const { run, log } = state.testRun;
  const text = useRef<HTMLPreElement>(null);
  useEffect(() => {
    // The newest stands at the end.
    text.current?.scrollTo?.({ top: text.current.scrollHeight });
  }, [log]);
  if (!run) {
    return null;
  }
  const isOpen = log !== null;
  return (
    <div className="jp-ZenodoPublisher-testRunMore">
      <button
        type="button"
        className="jp-ZenodoPublisher-link"
        aria-expanded={isOpen}
        onClick={() => session.testRun.showLog(!isOpen)}
      >
        {isOpen ? trans.__('Hide the log') : trans.__('Show the log')}
      </button>
      {isOpen && (
        <pre
          ref={text}
          className="jp-ZenodoPublisher-testRunLog"
          tabIndex={0}
          aria-label={trans.__('Log of the test run')}
        >
          {log || trans.__('Nothing yet.')}
        </pre>
      )}
    </div>
  );
}
