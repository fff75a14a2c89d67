/** Were the cells run from top to bottom, once, and all of them? */
import { ITranslator } from '../text';

import { ICheck, IObservation, notebookCheck } from './check';
import { codeCells, ICodeCell } from './codeCells';

/** A code cell that was run. */
interface IRunCell extends ICodeCell {
  readonly count: number;
}

function runCells(cells: readonly ICodeCell[]): IRunCell[] {
  return cells.filter((cell): cell is IRunCell => cell.count !== null);
}

/** The first cell that ran before, or together with, the one above it. */
function outOfOrder(cells: readonly IRunCell[]): number {
  return cells.findIndex(
    (cell, i) => i > 0 && cell.count <= cells[i - 1].count
  );
}

/** Execution counts that do not grow: a reader who runs all gets something else. */
export function orderCheck(trans: ITranslator): ICheck {
  const title = trans.__('Order of the cells');
  const facts = { id: 'order', version: 1, title, budget: 200 };
  return notebookCheck(facts, function* ({ path, notebook }) {
    const cells = runCells(codeCells(notebook));
    const at = outOfOrder(cells);
    if (at !== -1) {
      const { index, count } = cells[at];
      const before = cells[at - 1];
      yield {
        id: 'notebook.order',
        severity: 'warning',
        section: 'contents',
        message: trans.__(
          'Cell %1 was run before cell %2, which stands above it. Whoever runs the notebook from the top may get something else. Restart the kernel, run all cells, and save.',
          index + 1,
          before.index + 1
        ),
        place: { path, cell: index },
        excerpt: `[${before.count}] … [${count}]`,
        about: aboutCounts(path, cells)
      };
    }
  });
}

/** Counts that do not begin with 1, or skip: cells were run twice, or are gone. */
export function gapsCheck(trans: ITranslator): ICheck {
  const title = trans.__('Cells that are gone or ran twice');
  const facts = { id: 'gaps', version: 1, title, budget: 200 };
  return notebookCheck(facts, function* ({ path, notebook }) {
    const cells = runCells(codeCells(notebook));
    if (outOfOrder(cells) !== -1) {
      return;
    }
    const at = cells.findIndex(
      ({ count }, i) => count !== (i ? cells[i - 1].count + 1 : 1)
    );
    if (at !== -1) {
      const { index, count } = cells[at];
      yield {
        id: 'notebook.gaps',
        severity: 'info',
        section: 'contents',
        message: trans.__(
          'The numbers of the cells have gaps: some were run twice, or are gone. To be sure, restart the kernel, run all cells, and save.'
        ),
        place: { path, cell: index },
        excerpt: at ? `[${cells[at - 1].count}] … [${count}]` : `[${count}]`,
        about: aboutCounts(path, cells)
      };
    }
  });
}

/** Code that was never run, wholly or in part. */
export function unexecutedCheck(trans: ITranslator): ICheck {
  const title = trans.__('Cells that were not run');
  const facts = { id: 'unexecuted', version: 1, title, budget: 200 };
  return notebookCheck(facts, function* ({ path, notebook }) {
    const cells = codeCells(notebook);
    const idle = cells.filter(({ count }) => count === null);
    if (!idle.length) {
      return;
    }
    const common: Pick<IObservation, 'id' | 'section' | 'about'> = {
      id: 'notebook.unexecuted',
      section: 'contents',
      about: JSON.stringify([path, cells.length, idle.length])
    };
    if (idle.length === cells.length) {
      const hasOutputs = cells.some(({ outputs }) => outputs.length > 0);
      yield {
        ...common,
        severity: 'warning',
        message: hasOutputs
          ? trans.__(
              'The outputs have no numbers, so nobody can tell in what order the cells ran. Run all cells, and save.'
            )
          : trans.__(
              'No cell was run, so readers see no results. Run all cells, and save.'
            ),
        place: { path }
      };
    } else {
      yield {
        ...common,
        severity: 'info',
        message: trans._n(
          '%1 cell was not run. Run all cells, and save, if it belongs to the work.',
          '%1 cells were not run. Run all cells, and save, if they belong to the work.',
          idle.length
        ),
        place: { path, cell: idle[0].index }
      };
    }
  });
}

function aboutCounts(path: string, cells: readonly IRunCell[]): string {
  return JSON.stringify([path, ...cells.map(({ count }) => count)]);
}
