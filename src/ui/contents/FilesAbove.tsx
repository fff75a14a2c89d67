import * as React from 'react';
import { useMemo } from 'react';
import { Icon } from '../Icon';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { filesAbove } from './aboveModel';

/** Files above the top folder that a bundle often needs, to be taken in. */
export function FilesAbove(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const { above, entries, root } = state.contents;
  const found = useMemo(
    () => filesAbove({ above, entries, root }),
    [above, entries, root]
  );
  if (found.length === 0) {
    return null;
  }
  const help = `${prefix}-above-help`;
  return (
    <fieldset
      className="jp-ZenodoPublisher-choices jp-ZenodoPublisher-above"
      aria-describedby={help}
    >
      <legend>{trans.__('Found above the top folder')}</legend>
      <p className="jp-ZenodoPublisher-help" id={help}>
        {trans.__('What you tick is published, too, at the top of the bundle.')}
      </p>
      {found.map(({ path, source, folder, reason, size, taken }) => (
        <label key={source} title={source}>
          <input
            type="checkbox"
            checked={taken}
            onChange={event =>
              session.contents.setAbove(path, event.target.checked)
            }
          />
          <span className="jp-ZenodoPublisher-aboveRow">
            <span className="jp-ZenodoPublisher-name">
              <Icon name={folder ? 'folder' : 'file'} />
              <span className="jp-ZenodoPublisher-fileName">{path}</span>
            </span>{' '}
            <span className="jp-ZenodoPublisher-why">{reason}</span>{' '}
            <span className="jp-ZenodoPublisher-size">
              {size === null ? '' : formatSize(size)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
