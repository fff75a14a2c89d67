import * as React from 'react';
import { useRef, useState } from 'react';
import { defaultLimits } from '../../core/bundle/limits';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { useKeptFocus } from '../useKeptFocus';
import { DataRecord } from './DataRecord';
import { PathList } from './PathList';

/** What to do when the files are too much for Binder. */
export function BigData(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { bulk, bulky, bytes, entries } = state.contents;
  const { paths } = state.data;
  const { site } = state.account;
  const [said, setSaid] = useState('');
  const news = useRef<HTMLParagraphElement>(null);
  const watch = useKeptFocus(() => news.current);
  // A site without Binder has no limit of Binder's; a test stands for the real one.
  const isHuge = bulk === 'huge';
  const shown = bulk !== 'small' && (site.binder !== null || site.test);
  const sizes = new Map(entries.map(({ path, size }) => [path, size ?? 0]));
  const heavy = bulky.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  const leaveOut = () => {
    setSaid(
      trans._n(
        '%1 file was left out. You can tick it again below.',
        '%1 files were left out. You can tick them again below.',
        bulky.length
      )
    );
    bulky.forEach(path => session.contents.setIncluded(path, false));
  };
  const split = () => {
    setSaid(
      trans._n(
        '%1 file goes into a record of its own.',
        '%1 files go into a record of their own.',
        bulky.length
      )
    );
    void session.data.split([...paths, ...bulky]);
  };
  return (
    <div className="jp-ZenodoPublisher-loose" {...watch}>
      {shown && (
        <div className="jp-ZenodoPublisher-notice">
          <Icon name="warn" tone="warn" big />
          <h3>
            {!isHuge
              ? bulk === 'large'
                ? trans.__('%1: slow in Binder', formatSize(bytes))
                : trans.__('%1: hard for Binder', formatSize(bytes))
              : bytes <= defaultLimits.bytes
                ? trans.__(
                    '%1: too much for Binder, fine for %2',
                    formatSize(bytes),
                    site.name
                  )
                : trans.__('%1: too much for Binder', formatSize(bytes))}
          </h3>
          <ul className="jp-ZenodoPublisher-ways">
            {bulky.length > 0 && (
              <>
                <li>
                  <WayButton onPress={split}>
                    {trans.__('Give the data a record of their own')}
                  </WayButton>
                  <p>
                    <PathList paths={bulky} />{' '}
                    {trans.__('(%1 together)', formatSize(heavy))}.{' '}
                    {trans.__(
                      'A second record, linked with this one; a cell in the notebooks fetches the data from there.'
                    )}
                  </p>
                </li>
                <li>
                  <WayButton onPress={leaveOut}>
                    {trans.__('Leave the biggest files out')}
                  </WayButton>
                  <p>
                    {trans.__(
                      'The same files, for data that others can get elsewhere.'
                    )}
                  </p>
                </li>
              </>
            )}
            <li>
              <p>
                <Rich
                  text={
                    isHuge
                      ? trans.__(
                          '**Publish everything without Binder.** The DOI badge stays. There is nothing to press: this is what happens if you leave it as it is.'
                        )
                      : bulk === 'large'
                        ? trans.__(
                            '**Leave it as it is.** The Binder badge stays; readers wait longer for the first start.'
                          )
                        : trans.__(
                            '**Leave it as it is.** The Binder badge stays, but Binder may give up on so much.'
                          )
                  }
                />
              </p>
            </li>
          </ul>
        </div>
      )}
      <DataRecord />
      <p
        ref={news}
        tabIndex={-1}
        aria-live="polite"
        className="jp-ZenodoPublisher-help"
      >
        {said}
      </p>
    </div>
  );
}

function WayButton({
  onPress,
  children
}: {
  onPress: () => void;
  children: React.ReactNode;
}): JSX.Element {
  return (
    <button
      type="button"
      className="jp-mod-styled jp-ZenodoPublisher-btn"
      onClick={onPress}
    >
      {children}
    </button>
  );
}
