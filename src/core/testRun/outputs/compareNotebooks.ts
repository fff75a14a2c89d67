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
import { compareOutput } from './compareOutput';
import {
  IComparison,
  ITextContext,
  OutputVerdict,
  ReasonCode,
  different,
  same,
  together
} from './comparison';
import { OutputPair, pairedOutputs } from './pairing';
import { ShownOutput, shownOutput } from './shownOutput';
import { readsClock } from './timeRules';

/**
 * How a cell's outputs compare; beside `OutputVerdict`:
 * - `unstored`: the notebook has none of it, as the cell was never run or was
 *   cleared, so that there is nothing to compare with
 * - `not-run`: it has outputs, but the re-run did not come to this cell
 */
export type CellVerdict = OutputVerdict | 'unstored' | 'not-run';

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

interface IDifferingPair {
  readonly pair: OutputPair;
  readonly comparison: IComparison;
}

interface IComparedCell {
  readonly verdict: CellVerdict;
  readonly reasons: readonly ReasonCode[];
  readonly share: number;
  readonly differences: readonly IDifferingPair[];
}

/** @param rerun - null: the run did not come to it. */
async function compareCell(
  stored: IJsonObject,
  rerun: IJsonObject | null,
  context: ITextContext
): Promise<IComparedCell> {
  const before = comparedOutputs(stored.outputs);
  const without = { reasons: [], share: 0, differences: [] };
  if (!rerun) {
    return { ...without, verdict: before.length ? 'not-run' : 'same' };
  }
  const after = comparedOutputs(rerun.outputs);
  if (before.length === 0 && after.length && !wasRun(stored)) {
    return { ...without, verdict: 'unstored' };
  }
  const compared: IDifferingPair[] = [];
  for (const pair of pairedOutputs(before, after)) {
    const [a, b] = pair;
    const comparison =
      a && b
        ? await compareOutput(a, b, context)
        : different(a ? 'missing' : b?.kind === 'error' ? 'error' : 'extra');
    compared.push({ pair, comparison });
  }
  const whole = together(compared.map(({ comparison }) => comparison));
  return {
    ...(compared.length ? whole : same),
    differences: compared.filter(
      ({ comparison }) => comparison.verdict === 'different'
    )
  };
}

/** Tools that clear outputs clear counts, too. */
function wasRun(cell: IJsonObject): boolean {
  return typeof cell.execution_count === 'number';
}

function shown({ pair, comparison }: IDifferingPair): IOutputDifference {
  const [stored, rerun] = pair;
  return {
    reasons: comparison.reasons,
    share: comparison.share,
    stored: stored && shownOutput(stored),
    rerun: rerun && shownOutput(rerun)
  };
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
