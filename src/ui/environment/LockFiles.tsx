import * as React from 'react';
import { useRef, useState } from 'react';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { useKeptFocus } from '../useKeptFocus';

/** Files with exact versions that Binder leaves aside, and a way to use them. */
export function LockFiles(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { lockFiles } = state.environment;
  const [converting, setConverting] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const news = useRef<HTMLParagraphElement>(null);
  const watch = useKeptFocus(() => news.current);
  const convert = async (path: string) => {
    setConverting(path);
    await session.environment.convertLock(path);
    setConverting(null);
    setDone(session.state.environment.lockFiles.includes(path) ? null : path);
  };
  return (
    <div className="jp-ZenodoPublisher-loose" {...watch}>
      {lockFiles.length > 0 && (
        <ul className="jp-ZenodoPublisher-locks">
          {lockFiles.map(path => (
            <li key={path} className="jp-ZenodoPublisher-options">
              <span>
                <Icon name="info" tone="info" />{' '}
                <Rich text={trans.__('Binder does not read `%1`.', path)} />
              </span>
              <button
                type="button"
                className="jp-mod-styled jp-ZenodoPublisher-btn"
                aria-disabled={converting !== null || undefined}
                onClick={() => {
                  if (converting === null) {
                    void convert(path);
                  }
                }}
              >
                {trans.__('Make what Binder reads')}
                <span className="jp-ZenodoPublisher-hidden">
                  {' '}
                  {trans.__('from %1', path)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p
        ref={news}
        tabIndex={-1}
        aria-live="polite"
        className="jp-ZenodoPublisher-help"
      >
        {converting !== null
          ? trans.__('Reading %1.', converting)
          : done !== null &&
            trans.__('What Binder reads was made from %1.', done)}
      </p>
    </div>
  );
}
