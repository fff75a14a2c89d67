import type { Kernel } from '@jupyterlab/services';
import { codeCells, mayFail } from '../core/checks/codeCells';
import { withoutEscapes } from '../core/testRun/outputs/terminalText';
import {
  ICell,
  IJsonObject,
  INotebook,
  cellSource,
  hasTag,
  isJsonObject
} from '../core/notebook/notebook';
import { ExecutedOutputs } from '../core/testRun/executed';
import type { INotebookRun } from '../core/testRun/testRuns';
import type { ITranslator } from '../core/text';
import { Death, within } from './askKernel';
import { untilAborted } from './errors';

/** Characters of an error that are kept. */
const MOST_TRACEBACK = 20_000;

/** How cells are run. */
export interface ICellOptions {
  /** Milliseconds that a cell may take; null = as long as it likes. */
  readonly cellTime: number | null;
  /** When all have to be done, in milliseconds since 1970; null = whenever. */
  readonly deadline: number | null;
  /** Told before each cell, which is counted from 1. */
  readonly onCell: (cell: number) => void;
  readonly signal?: AbortSignal;
  readonly trans: ITranslator;
}

/** How a notebook's run ended. */
export type CellsEnd = Pick<
  INotebookRun,
  'outcome' | 'done' | 'cell' | 'error'
>;

/** The cells of a notebook that are run, as nbclient chooses them. */
export function runnableCells(
  notebook: INotebook
): { readonly index: number; readonly cell: ICell & IJsonObject }[] {
  return codeCells(notebook)
    .filter(
      ({ cell }) =>
        cellSource(cell).trim() !== '' && !hasTag(cell, 'skip-execution')
    )
    .map(({ index, cell }) => ({ index, cell: cell as ICell & IJsonObject }));
}

/**
 * Run the cells of a notebook one after another, and put their outputs and
 * counts into them. A cell that raises an error ends it, unless its tag says
 * that it does. Where it stopped, later cells have no outputs.
 *
 * @throws CancelledError
 */
export async function runCells(
  connection: Kernel.IKernelConnection,
  notebook: INotebook,
  options: ICellOptions
): Promise<CellsEnd> {
  const cells = runnableCells(notebook);
  for (const { cell } of cells) {
    cell.outputs = [];
    cell.execution_count = null;
  }
  const outputs = new ExecutedOutputs();
  for (const [done, { index, cell }] of cells.entries()) {
    options.onCell(done + 1);
    cell.outputs = outputs.begin();
    const end = await runCell(connection, cell, outputs, options);
    if (end) {
      return { ...end, done, cell: index };
    }
  }
  return { outcome: 'ran', done: cells.length, cell: null, error: null };
}

/** @returns how it ended the run; null = it did not */
async function runCell(
  connection: Kernel.IKernelConnection,
  cell: ICell & IJsonObject,
  outputs: ExecutedOutputs,
  { cellTime, deadline, signal, trans }: ICellOptions
): Promise<Pick<CellsEnd, 'outcome' | 'error'> | null> {
  const left = deadline === null ? Infinity : deadline - Date.now();
  const time = Math.min(cellTime ?? Infinity, left);
  if (time <= 0) {
    return { outcome: 'timeout', error: null };
  }
  const death = new Death(connection);
  let future: { dispose(): void } | null = null;
  try {
    const sent = connection.requestExecute(
      {
        code: cellSource(cell),
        store_history: true,
        allow_stdin: false,
        stop_on_error: !mayFail(cell)
      },
      false
    );
    future = sent;
    sent.onIOPub = message => outputs.add(message);
    const answer = Promise.race([sent.done, death.happened]);
    const reply = await untilAborted(
      // Timers take no more than 2^31 milliseconds.
      time < 2 ** 31 ? within(answer, time) : answer,
      signal,
      trans
    );
    if (!reply) {
      const isAll = time === left;
      return { outcome: isAll ? 'timeout' : 'cell-timeout', error: null };
    }
    const content = { ...reply.content } as IJsonObject;
    cell.execution_count = content.execution_count ?? null;
    return content.status === 'ok' || mayFail(cell)
      ? null
      : { outcome: 'error', error: errorOf(content, cell.outputs) };
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    // A connection throws, or rejects, when its kernel is gone or restarts.
    return { outcome: 'died', error: null };
  } finally {
    death.dispose();
    future?.dispose();
  }
}

/** An error, from the reply, or where that has none (an abort) from what was shown. */
function errorOf(reply: IJsonObject, outputs: unknown): INotebookRun['error'] {
  const shown = Array.isArray(outputs)
    ? outputs.filter(isJsonObject).find(one => one.output_type === 'error')
    : undefined;
  const { ename, evalue, traceback } = shown ?? reply;
  const lines = Array.isArray(traceback) ? traceback.map(String) : [];
  return {
    name: plain(ename),
    value: plain(evalue),
    traceback: plain(lines.join('\n'))
  };
}

function plain(value: unknown): string {
  const text = withoutEscapes(typeof value === 'string' ? value : '');
  return text.length > MOST_TRACEBACK
    ? `…${text.slice(-MOST_TRACEBACK)}`
    : text;
}
