import * as React from 'react';
import { useRef, useState } from 'react';
import { MOST_PICKED } from '../../core/bundle/pickedPlace';
import type { IPickable } from '../../session/actions/contentsActions';
import { Icon } from '../Icon';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { useKeptFocus } from '../useKeptFocus';
import { FileChooser } from './FileChooser';
import { PickedFile } from './PickedFile';

/** Files from the user's own computer: hidden ones, and what was never in the folder. */
export function PickedFiles(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { picked, notPicked } = state.contents;
  const [added, setAdded] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const watch = useKeptFocus(() => button.current);
  const help = `${prefix}-picked-help`;
  const pick = async (files: readonly IPickable[], at?: string) => {
    setAdded(0);
    await session.picked.pick(files, at);
    const { length } = session.state.contents.notPicked;
    setAdded(files.length - length);
  };
  return (
    <div className="jp-ZenodoPublisher-picked" {...watch}>
      <p>
        <FileChooser
          multiple
          button={button}
          label={trans.__('Files from your computer')}
          describedBy={help}
          onChoose={files => void pick(files)}
        >
          {trans.__('Add files from your computer…')}
        </FileChooser>
      </p>
      <p className="jp-ZenodoPublisher-help" id={help}>
        {trans.__(
          'Also hidden ones, up to %1 together. They go into the bundle only, not into your folder. To see hidden files where you choose: Ctrl+H on Linux, Cmd+Shift+. on a Mac.',
          formatSize(MOST_PICKED)
        )}
      </p>
      <div aria-live="polite">
        {added > 0 && (
          <p className="jp-ZenodoPublisher-help">
            {trans._n('%1 file was added.', '%1 files were added.', added)}
          </p>
        )}
        {notPicked.map(text => (
          <p key={text} className="jp-ZenodoPublisher-fieldError">
            <Icon name="warn" tone="warn" />
            <span>{text}</span>
          </p>
        ))}
      </div>
      {picked.length > 0 && (
        <ul
          className="jp-ZenodoPublisher-pickedList"
          aria-label={trans.__('Files from your computer')}
        >
          {picked.map(file => (
            <PickedFile key={file.key} file={file} onPick={pick} />
          ))}
        </ul>
      )}
    </div>
  );
}
