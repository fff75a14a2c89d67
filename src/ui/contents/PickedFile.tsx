import * as React from 'react';
import { useId, useState } from 'react';
import { placeProblem } from '../../core/bundle/pickedPlace';
import type { IPickedView } from '../../session/contentsState';
import type { IPickable } from '../../session/actions/contentsActions';
import { Icon } from '../Icon';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { FileChooser } from './FileChooser';

interface IPickedFileProps {
  file: IPickedView;
  onPick: (files: readonly IPickable[], at: string) => Promise<void>;
}

/** A file from the user's own computer: where it goes, and whether it is there. */
export function PickedFile({ file, onPick }: IPickedFileProps): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { path, name, size, isHere, replaces } = file;
  const [typed, setTyped] = useState(path);
  const id = useId();
  const { entries, picked } = state.contents;
  const paths = picked.map(one => one.path);
  const to = typed.trim();
  const problem = placeProblem(to, path, entries, paths, trans);
  const put = () => {
    if (problem === null && to !== path) {
      void session.picked.move(path, to);
    }
  };
  const notes = [
    problem !== null &&
      trans.__('%1 It stays at “%2” until this is mended.', problem, path),
    !isHere &&
      !locked &&
      trans.__(
        'The page was loaded again, and cannot keep this file. Pick it again, or remove it.'
      )
  ].filter(note => note !== false);
  const hint = replaces
    ? trans.__(
        'In the bundle, it takes the place of the file of this name in your folder.'
      )
    : '';
  const notesId = `${id}-notes`;
  return (
    <li className="jp-ZenodoPublisher-pickedFile">
      <div className="jp-ZenodoPublisher-field">
        <div className="jp-ZenodoPublisher-labelRow">
          <label htmlFor={id}>
            {trans.__('Path of %1 in the bundle', name)}
          </label>
          <span className="jp-ZenodoPublisher-opt">{formatSize(size)}</span>
        </div>
        <input
          className="jp-mod-styled"
          id={id}
          value={typed}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={notesId}
          onChange={event => setTyped(event.target.value)}
          onBlur={put}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              event.preventDefault();
              put();
            } else if (event.key === 'Escape' && typed !== path) {
              event.stopPropagation();
              setTyped(path);
            }
          }}
        />
        <div id={notesId}>
          {notes.map(note => (
            <p key={note} className="jp-ZenodoPublisher-fieldError">
              <Icon name="stop" tone="error" />
              <span>{note}</span>
            </p>
          ))}
          {hint && <p className="jp-ZenodoPublisher-help">{hint}</p>}
        </div>
      </div>
      <div className="jp-ZenodoPublisher-pickedDo">
        {!isHere && (
          <FileChooser
            label={trans.__('%1, to be picked again', name)}
            onChoose={files => void onPick(files, path)}
          >
            {trans.__('Pick it again…')}
            <span className="jp-ZenodoPublisher-hidden"> {name}</span>
          </FileChooser>
        )}
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.picked.remove(path)}
        >
          {trans.__('Remove')}
          <span className="jp-ZenodoPublisher-hidden"> {name}</span>
        </button>
      </div>
    </li>
  );
}
