import * as React from 'react';
import { useRef, useState } from 'react';
import { defaultLimits } from '../../core/bundle/limits';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { useKeptFocus } from '../useKeptFocus';

/** More names than this are not listed. */
const NAMED = 3;

/** What to do when the files are too much for Binder. */
export function BigData(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { bulk, bulky, bytes, entries } = state.contents;
  const { site } = state.account;
  const [left, setLeft] = useState(0);
  const news = useRef<HTMLParagraphElement>(null);
  const watch = useKeptFocus(() => news.current);
  // A site without Binder has no limit of Binder's; a test stands for the real one.
  const shown = bulk === 'huge' && (site.binder !== null || site.test);
  const sizes = new Map(entries.map(({ path, size }) => [path, size ?? 0]));
  const heavy = bulky.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  return (
    <div className="jp-ZenodoPublisher-loose" {...watch}>
      {shown && (
        <div className="jp-ZenodoPublisher-notice">
          <Icon name="warn" tone="warn" big />
          <h3>
            {bytes <= defaultLimits.bytes
              ? trans.__(
                  '%1: too much for Binder, fine for %2',
                  formatSize(bytes),
                  site.name
                )
              : trans.__('%1: too much for Binder', formatSize(bytes))}
          </h3>
          <ul className="jp-ZenodoPublisher-ways">
            {bulky.length > 0 && (
              <li>
                <button
                  type="button"
                  className="jp-mod-styled jp-ZenodoPublisher-btn"
                  onClick={() => {
                    setLeft(bulky.length);
                    bulky.forEach(path =>
                      session.contents.setIncluded(path, false)
                    );
                  }}
                >
                  {trans.__('Leave the biggest files out')}
                </button>
                <p>
                  {bulky.slice(0, NAMED).map((path, index) => (
                    <React.Fragment key={path}>
                      {index > 0 && ', '}
                      <code>{path}</code>
                    </React.Fragment>
                  ))}{' '}
                  {bulky.length > NAMED &&
                    trans._n(
                      'and %1 more',
                      'and %1 more',
                      bulky.length - NAMED
                    )}{' '}
                  {trans.__('(%1 together)', formatSize(heavy))}
                </p>
              </li>
            )}
            <li>
              <p>
                <Rich
                  text={trans.__(
                    '**Publish everything without Binder.** The DOI badge stays. There is nothing to press: this is what happens if you leave it as it is.'
                  )}
                />
              </p>
            </li>
          </ul>
        </div>
      )}
      <p
        ref={news}
        tabIndex={-1}
        aria-live="polite"
        className="jp-ZenodoPublisher-help"
      >
        {left > 0 &&
          trans._n(
            '%1 file was left out. You can tick it again below.',
            '%1 files were left out. You can tick them again below.',
            left
          )}
      </p>
    </div>
  );
}
