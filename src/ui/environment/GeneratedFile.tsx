import * as React from 'react';
import { useId } from 'react';
import type { IGeneratedView } from '../../session/environmentState';
import { usePanel } from '../context';

/** The field grows with its text, within bounds. */
const LEAST_LINES = 2;
const MOST_LINES = 16;

interface IGeneratedFileProps {
  file: IGeneratedView;
}

/** A file that is made here: its text, to be read and changed. */
export function GeneratedFile({ file }: IGeneratedFileProps): JSX.Element {
  const { session, trans } = usePanel();
  const { path, text, edited } = file;
  const id = useId();
  const lines = text.split('\n', MOST_LINES).length;
  return (
    <div className="jp-ZenodoPublisher-field jp-ZenodoPublisher-made">
      <div className="jp-ZenodoPublisher-labelRow">
        <label htmlFor={id}>{path}</label>
        {edited && (
          <span className="jp-ZenodoPublisher-opt" id={`${id}-edited`}>
            {trans.__('changed by you')}
          </span>
        )}
      </div>
      <textarea
        className="jp-mod-styled jp-ZenodoPublisher-code"
        id={id}
        value={text}
        rows={Math.max(LEAST_LINES, lines)}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={edited ? `${id}-edited` : undefined}
        onChange={event => session.environment.edit(path, event.target.value)}
      />
    </div>
  );
}
