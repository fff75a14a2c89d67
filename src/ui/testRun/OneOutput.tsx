import * as React from 'react';
import { useId } from 'react';
import type { ShownOutput } from '../../core/testRun/outputs/shownOutput';
import type { ITranslator } from '../../core/text';
import { formatSize } from '../format';
import { kindWords } from './outputWords';
import type { SideLine } from './sideBySide';

interface IOneOutputProps {
  /** Null: there is none on this side. */
  output: ShownOutput | null;
  /** As "Stored in the notebook". */
  title: string;
  /** The accessible name of the picture or text. */
  label: string;
  /** Its text, its changed lines marked. */
  lines: readonly SideLine[];
  trans: ITranslator;
}

/** One side of a difference: text as text, pictures as pictures, nothing as HTML. */
export function OneOutput({
  output,
  title,
  label,
  lines,
  trans
}: IOneOutputProps): JSX.Element {
  const id = useId();
  return (
    <figure className="jp-ZenodoPublisher-output" aria-labelledby={id}>
      <figcaption id={id}>
        {title}
        {output && (
          <span className="jp-ZenodoPublisher-opt">
            {' '}
            {kindWords(output, trans)}
          </span>
        )}
      </figcaption>
      {!output ? (
        <p className="jp-ZenodoPublisher-noOutput">{trans.__('No output')}</p>
      ) : output.kind === 'picture' ? (
        <img src={`data:${output.mime};base64,${output.base64}`} alt={label} />
      ) : output.kind === 'other' ? (
        <p className="jp-ZenodoPublisher-noOutput">
          {trans.__(
            'This cannot be shown here (%1). Open the notebook to look at it.',
            formatSize(output.length)
          )}
        </p>
      ) : (
        <>
          <pre
            className="jp-ZenodoPublisher-diffText"
            tabIndex={0}
            role="group"
            aria-label={label}
          >
            {lines.map((line, index) => (
              <Line key={index} line={line} trans={trans} />
            ))}
          </pre>
          {output.isCut && (
            <p className="jp-ZenodoPublisher-small">
              {trans.__('Only the beginning is shown.')}
            </p>
          )}
        </>
      )}
    </figure>
  );
}

function Line({
  line,
  trans
}: {
  line: SideLine;
  trans: ITranslator;
}): JSX.Element {
  switch (line.kind) {
    case 'gap':
      return (
        <span className="jp-ZenodoPublisher-diffGap">
          {trans._n('… %1 equal line', '… %1 equal lines', line.count)}
        </span>
      );
    case 'same':
      return <span>{line.text || ' '}</span>;
    case 'changed':
      return (
        <mark>
          <span className="jp-ZenodoPublisher-hidden">
            {trans.__('differs:')}{' '}
          </span>
          {line.text || ' '}
        </mark>
      );
  }
}
