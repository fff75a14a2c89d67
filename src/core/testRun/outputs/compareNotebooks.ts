/**
 * Compares the outputs of a notebook with those of its re-run.
 *
 * What counts is what a reader sees. The rules stand in the files beside this
 * one, each with its reason; README.md lists them.
 */
import { PublisherError } from '../../error';
import {
  ICell,
  IJsonObject,
  asNotebook,
  cellSource,
  isJsonObject
} from '../../notebook/notebook';
import { ITranslator, plainEnglish } from '../../text';
import { comparedOutputs } from './cellOutputs';
import { CellVerdict, IDifferingPair, compareCell } from './compareCell';
import type { OutputVerdict, ReasonCode } from './comparison';
import { ShownOutput, shownOutput } from './shownOutput';
import { readsClock } from './timeRules';

/** An output and its counterpart, where they differ. */
export interface IOutputDifference {
  readonly reasons: readonly ReasonCode[];
  /** Of a picture of the same size: the share of points that differ, from 0 to 1. */
  readonly share: number;
  /** Null: there is none. */
  readonly stored: ShownOutput | null;
  readonly rerun: ShownOutput | null;
}

/** How the outputs of a code cell compare. */
export interface ICellComparison {
  /** Zero-based index among all cells of the notebook. */
  readonly index: number;
  readonly verdict: CellVerdict;
  readonly reasons: readonly ReasonCode[];
  readonly share: number;
  /** Of a `different` cell: its outputs that differ, as far as they are shown. */
  readonly differences: readonly IOutputDifference[];
  /** Outputs that differ, and are not among `differences`. */
  readonly more: number;
}

/** How the outputs of a notebook compare. */
export interface INotebookComparison {
  /**
   * As its worst cell. `unstored`: no cell with outputs could be compared.
   * Cells that are `unstored` or `not-run` beside others do not count here:
   * whoever says that outputs are unchanged looks at `counts` too.
   */
  readonly verdict: OutputVerdict | 'unstored';
  /** Its code cells. */
  readonly cells: readonly ICellComparison[];
  /** Code cells that have outputs in one of the two, by verdict. */
  readonly counts: Readonly<Record<CellVerdict, number>>;
}

/** What is known beside the two notebooks. */
export interface ICompareOptions {
  /** The cell where the re-run stopped, among all cells; null = it did not. */
  readonly stoppedAt?: number | null;
  /** When the re-run was, in milliseconds since 1970; by itself, as its cells say, or now. */
  readonly ran?: number;
  readonly trans?: ITranslator;
}

/** The re-run is that of another notebook, or of another state of it. */
export class OtherNotebookError extends PublisherError {}

/** Outputs of a cell that are shown, and of a notebook. */
const MOST_OF_CELL = 5;
const MOST_OF_ALL = 60;

/** Milliseconds of work after which the page gets a turn. */
const TURN = 50;

/**
 * Compare a notebook with its re-run.
 *
 * @param stored - the JSON text of the notebook as it would be published.
 * @param rerun - that of the same notebook after its run.
 * @throws UnsupportedNotebookError where one of them is no notebook
 * @throws OtherNotebookError where their code differs
 */
export async function compareNotebooks(
  stored: string,
  rerun: string,
  { stoppedAt = null, ran, trans = plainEnglish }: ICompareOptions = {}
): Promise<INotebookComparison> {
  const before = codeCellsOf(stored, trans);
  const after = codeCellsOf(rerun, trans);
  const isSame =
    before.length === after.length &&
    before.every(
      ({ cell }, index) => cellSource(cell) === cellSource(after[index].cell)
    );
  if (!isSame) {
    throw new OtherNotebookError(
      trans.__(
        'The notebook has changed since the run, so its outputs cannot be compared.'
      )
    );
  }
  const cells: ICellComparison[] = [];
  let room = MOST_OF_ALL;
  let turn = Date.now();
  for (const [position, { cell, index }] of before.entries()) {
    const again = after[position].cell;
    const context = {
      ran: ran ?? timeOf(again) ?? Date.now(),
      readsClock: readsClock(cellSource(cell))
    };
    const isReached = stoppedAt === null || index <= stoppedAt;
    const compared = await compareCell(cell, isReached ? again : null, context);
    const differences = compared.differences.slice(
      0,
      Math.min(MOST_OF_CELL, room)
    );
    room -= differences.length;
    const more = compared.differences.length - differences.length;
    cells.push({
      ...compared,
      index,
      more,
      differences: differences.map(shown)
    });
    if (Date.now() - turn > TURN) {
      await new Promise<void>(resolve => setTimeout(resolve));
      turn = Date.now();
    }
  }
  return { ...verdictOf(cells, before, after), cells };
}

interface ICodeCell {
  readonly index: number;
  readonly cell: ICell & IJsonObject;
}

function codeCellsOf(text: string, trans: ITranslator): ICodeCell[] {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // What is no JSON is no notebook: said below.
  }
  return asNotebook(value, trans).cells.flatMap((cell, index) =>
    cell.cell_type === 'code'
      ? [{ index, cell: cell as ICell & IJsonObject }]
      : []
  );
}

function shown({ pair, comparison }: IDifferingPair): IOutputDifference {
  const { reasons, share } = comparison;
  const [a, b] = pair;
  const sides = (asHtml: boolean) => ({
    stored: a && shownOutput(a, asHtml),
    rerun: b && shownOutput(b, asHtml)
  });
  const { stored, rerun } = sides(false);
  const isSeen = JSON.stringify(stored) !== JSON.stringify(rerun);
  return { reasons, share, ...(isSeen ? { stored, rerun } : sides(true)) };
}

/** When a cell ran, as nbclient and JupyterLab note it (`metadata.execution`). */
function timeOf({ metadata }: ICell): number | null {
  const execution = isJsonObject(metadata) ? metadata.execution : null;
  const text = isJsonObject(execution)
    ? execution['iopub.execute_input']
    : undefined;
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}

function verdictOf(
  cells: readonly ICellComparison[],
  before: readonly ICodeCell[],
  after: readonly ICodeCell[]
): Pick<INotebookComparison, 'verdict' | 'counts'> {
  const counts = { same: 0, alike: 0, different: 0, unstored: 0, 'not-run': 0 };
  cells.forEach(({ verdict }, position) => {
    const has = [before, after].some(
      list => comparedOutputs(list[position].cell.outputs).length > 0
    );
    counts[verdict] += has || verdict !== 'same' ? 1 : 0;
  });
  const verdict = counts.different
    ? 'different'
    : counts.unstored && !counts.same && !counts.alike
      ? 'unstored'
      : counts.alike
        ? 'alike'
        : 'same';
  return { verdict, counts };
}
