import * as React from 'react';
import { useId, useMemo, useState } from 'react';
import type {
  ICellComparison,
  IOutputDifference
} from '../../core/testRun/outputs/compareNotebooks';
import type { ShownOutput } from '../../core/testRun/outputs/shownOutput';
import type { ITranslator } from '../../core/text';
import { Icon } from '../Icon';
import { formatPercent } from '../format';
import { OneOutput } from './OneOutput';
import { reasonWords } from './outputWords';
import { sideBySide } from './sideBySide';

/** Cells that are unfolded at first; more are folded. */
const UNFOLDED = 3;

/** A share that is shown: never nothing where something differs. */
const LEAST_SHARE = 0.01;

export interface IOutputDifferencesProps {
  /** The cells of a notebook as they compare; those that are not `different` are passed over. */
  differences: readonly ICellComparison[];
  trans: ITranslator;
  /** Show the notebook at a cell: its zero-based index among all cells. */
  onShowCell: (cell: number) => void;
}

/** The outputs of a notebook that differ from those of its re-run, side by side. */
export function OutputDifferences({
  differences,
  trans,
  onShowCell
}: IOutputDifferencesProps): JSX.Element {
  const cells = differences.filter(({ verdict }) => verdict === 'different');
  return (
    <ul className="jp-ZenodoPublisher-outputCells">
      {cells.map((cell, position) => (
        <li key={cell.index}>
          <Cell
            cell={cell}
            isOpenAtFirst={position < UNFOLDED}
            trans={trans}
            onShow={() => onShowCell(cell.index)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ICellProps {
  cell: ICellComparison;
  isOpenAtFirst: boolean;
  trans: ITranslator;
  onShow: () => void;
}

function Cell({ cell, isOpenAtFirst, trans, onShow }: ICellProps): JSX.Element {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  const number = cell.index + 1;
  const { more } = cell;
  return (
    <section aria-labelledby={`${id}-title`}>
      <div className="jp-ZenodoPublisher-outputHead">
        <h4 id={`${id}-title`}>
          <button
            type="button"
            className="jp-ZenodoPublisher-toggle"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-describedby={`${id}-why`}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
            {trans.__('Cell %1', number)}
          </button>
        </h4>
        <span className="jp-ZenodoPublisher-small" id={`${id}-why`}>
          {cell.reasons.map(code => reasonWords(code, trans)).join(', ')}
        </span>
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-label={trans.__('Show cell %1 in the notebook', number)}
          onClick={onShow}
        >
          {trans.__('Show cell')}
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen &&
          cell.differences.map((one, index) => (
            <Pair key={index} cell={number} difference={one} trans={trans} />
          ))}
        {more > 0 && (
          <p className="jp-ZenodoPublisher-small">
            {trans._n(
              'and %1 more output that differs',
              'and %1 more outputs that differ',
              more
            )}
          </p>
        )}
      </div>
    </section>
  );
}

interface IPairProps {
  /** As it is counted on the screen. */
  cell: number;
  difference: IOutputDifference;
  trans: ITranslator;
}

function Pair({ cell, difference, trans }: IPairProps): JSX.Element {
  const { stored, rerun, share } = difference;
  const before = textOf(stored);
  const after = textOf(rerun);
  const sides = useMemo(() => sideBySide(before, after), [before, after]);
  return (
    <>
      <div className="jp-ZenodoPublisher-outputPair">
        <OneOutput
          output={stored}
          title={trans.__('In your notebook')}
          label={trans.__('Cell %1, output in your notebook', cell)}
          lines={sides.before}
          trans={trans}
        />
        <OneOutput
          output={rerun}
          title={trans.__('In the test run')}
          label={trans.__('Cell %1, output in the test run', cell)}
          lines={sides.after}
          trans={trans}
        />
      </div>
      {sides.more > 0 && (
        <p className="jp-ZenodoPublisher-small">
          {trans._n('and %1 more line', 'and %1 more lines', sides.more)}
        </p>
      )}
      {share > 0 && (
        <p className="jp-ZenodoPublisher-small">
          {trans.__(
            '%1 of the points differ.',
            formatPercent(Math.max(share, LEAST_SHARE))
          )}
        </p>
      )}
    </>
  );
}

function textOf(output: ShownOutput | null): string {
  return output?.kind === 'text' ? output.text : '';
}
