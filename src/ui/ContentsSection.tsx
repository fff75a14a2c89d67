import * as React from 'react';
import { useState } from 'react';
import { FileTree } from './FileTree';
import { Findings } from './Findings';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { Section } from './Section';
import { usePanel } from './context';
import { formatSize } from './format';
import type { Shown } from './treeModel';

/** What goes into the archive, and what does not. */
export function ContentsSection(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { reading, count, bytes, unsaved, root, entries } = state.contents;
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const total = trans._n(
    '%1 file, %2',
    '%1 files, %2',
    count,
    formatSize(bytes)
  );
  return (
    <Section name="contents" summary={<Summary />}>
      {reading && (
        <p className="jp-ZenodoPublisher-options">
          <span>
            {trans._n(
              'Looking through the folder: %1 file',
              'Looking through the folder: %1 files',
              reading.files
            )}
          </span>
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => session.contents.stopReading()}
          >
            {trans.__('Cancel')}
          </button>
        </p>
      )}
      <Findings section="contents" />
      {unsaved.length > 0 && (
        <p className="jp-ZenodoPublisher-note">
          <Icon name="info" tone="info" />
          <span>
            <Rich
              text={trans._n(
                '**Note:** `%2` has unsaved changes. It is saved before it is packed.',
                '**Note:** %1 files have unsaved changes. They are saved before they are packed.',
                unsaved.length,
                unsaved[0]
              )}
            />
          </span>
        </p>
      )}
      <div className="jp-ZenodoPublisher-treeTools">
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${prefix}-find`}>{trans.__('Find a file')}</label>
          <input
            className="jp-mod-styled"
            type="search"
            id={`${prefix}-find`}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        </div>
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${prefix}-show`}>{trans.__('Show')}</label>
          <select
            className="jp-mod-styled"
            id={`${prefix}-show`}
            value={shown}
            onChange={event => setShown(event.target.value as Shown)}
          >
            <option value="all">{trans.__('All files')}</option>
            <option value="in">{trans.__('Going in')}</option>
            <option value="out">{trans.__('Left out')}</option>
          </select>
        </div>
        <p className="jp-ZenodoPublisher-total">
          <b>{total}</b>
        </p>
      </div>
      {entries.length > 0 && <FileTree words={words} shown={shown} />}
      <p className="jp-ZenodoPublisher-help">
        <Rich
          text={
            root === ''
              ? trans.__(
                  'Press Enter on a file to open it. Everything goes into one zip file.'
                )
              : trans.__(
                  'Press Enter on a file to open it. Everything goes into one zip file, with paths from `%1` on.',
                  root
                )
          }
        />{' '}
        {!reading && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => void session.contents.reload()}
          >
            {trans.__('Look through the folder again')}
          </button>
        )}
      </p>
    </Section>
  );
}

function Summary(): JSX.Element {
  const { state, trans } = usePanel();
  const { reading, count, bytes } = state.contents;
  if (reading) {
    return (
      <>
        {trans._n(
          'Looking through the folder: %1 file',
          'Looking through the folder: %1 files',
          reading.files
        )}
      </>
    );
  }
  if (count === 0) {
    return <>{trans.__('No file is ticked')}</>;
  }
  return (
    <>
      {state.phase === 'published'
        ? trans._n(
            '%1 file, %2, checksum compared',
            '%1 files, %2, checksum compared',
            count,
            formatSize(bytes)
          )
        : trans._n(
            '%1 file, %2, in one zip',
            '%1 files, %2, in one zip',
            count,
            formatSize(bytes)
          )}
    </>
  );
}
