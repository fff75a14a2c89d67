import * as React from 'react';
import { useMemo } from 'react';
import { usePanel } from './context';
import { DiffLine, lineDiff } from './lineDiff';

interface IDiffProps {
  path: string;
  /** Null: the file is new. */
  before: string | null;
  after: string;
}

/** The old and new lines of a text file. */
export function Diff({ path, before, after }: IDiffProps): JSX.Element {
  const { trans } = usePanel();
  const diff = useMemo(() => lineDiff(before, after), [before, after]);
  if (!diff) {
    return <p>{trans.__('The file is too long to be shown here.')}</p>;
  }
  if (diff.lines.length === 0) {
    return (
      <p>
        {before === null
          ? trans.__('The file is empty.')
          : trans.__(
              'Its lines stay the same. What changes is how they are saved.'
            )}
      </p>
    );
  }
  return (
    <>
      <pre
        className="jp-ZenodoPublisher-diffText"
        tabIndex={0}
        role="group"
        aria-label={trans.__('Change in %1', path)}
      >
        {diff.lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </pre>
      {diff.more > 0 && (
        <p className="jp-ZenodoPublisher-small">
          {trans._n('and %1 more line', 'and %1 more lines', diff.more)}
        </p>
      )}
    </>
  );
}

function Line({ line }: { line: DiffLine }): JSX.Element {
  const { trans } = usePanel();
  switch (line.kind) {
    case 'old':
      return (
        <del>
          <span className="jp-ZenodoPublisher-hidden">
            {trans.__('old line:')}{' '}
          </span>
          <span aria-hidden="true">− </span>
          {line.text}
        </del>
      );
    case 'new':
      return (
        <ins>
          <span className="jp-ZenodoPublisher-hidden">
            {trans.__('new line:')}{' '}
          </span>
          <span aria-hidden="true">+ </span>
          {line.text}
        </ins>
      );
    case 'same':
      return (
        <span>
          <span aria-hidden="true">{'  '}</span>
          {line.text}
        </span>
      );
    case 'gap':
      return (
        <span className="jp-ZenodoPublisher-diffGap">
          {trans._n(
            '… %1 line stays as it is',
            '… %1 lines stay as they are',
            line.count
          )}
        </span>
      );
  }
}
