import * as React from 'react';
import { useState } from 'react';
import { FileTree } from './FileTree';
import { Findings } from './Findings';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { Section } from './Section';
import { BigData } from './contents/BigData';
import { ContentsSummary } from './contents/ContentsSummary';
import { FilesAbove } from './contents/FilesAbove';
import { HiddenFiles } from './contents/HiddenFiles';
import { Packing } from './contents/Packing';
import { PickedFiles } from './contents/PickedFiles';
import { Reading } from './contents/Reading';
import { TreeTools } from './contents/TreeTools';
import { usePanel } from './context';
import type { Shown } from './treeModel';

/** What goes into the archive, and what does not. */
export function ContentsSection(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { reading, unsaved, entries } = state.contents;
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  return (
    <Section name="contents" summary={<ContentsSummary />}>
      <Reading />
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
      <BigData />
      <TreeTools
        words={words}
        onWords={setWords}
        shown={shown}
        onShown={setShown}
      />
      {entries.length > 0 && <FileTree words={words} shown={shown} />}
      <div>
        <p className="jp-ZenodoPublisher-help">
          {trans.__('Press Enter on a file to open it.')}{' '}
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
        <HiddenFiles />
      </div>
      <PickedFiles />
      <FilesAbove />
      <Packing />
    </Section>
  );
}
