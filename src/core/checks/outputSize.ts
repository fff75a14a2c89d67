/** Outputs that make a notebook slow to open, and previews give up. */
import { IFix } from '../finding';
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { codeCells } from './codeCells';
import { jsonSize } from './outputText';

const MB = 1_000_000;

/** From these sizes on, in bytes, there is something to say. */
const OUTPUT_SIZES = { cell: MB, notebook: 10 * MB, file: 50 * MB };

/** Cells that are named. */
const LARGEST = 5;

interface ILargeCell {
  readonly index: number;
  readonly bytes: number;
}

/** Outputs over 1 MB in a cell or 10 MB in a notebook, and files over 50 MB. */
export function outputSizeCheck(trans: ITranslator): ICheck {
  const title = trans.__('Large outputs');
  const facts = { id: 'size-out', version: 1, title, budget: 2_000 };
  return notebookCheck(
    facts,
    function* ({ path, notebook, bytes }): Iterable<Step> {
      const cells: ILargeCell[] = [];
      for (const { index, outputs } of codeCells(notebook)) {
        cells.push({ index, bytes: yield* jsonSize(outputs) });
      }
      const largest = [...cells]
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, LARGEST);
      const fixOf = ({ index }: ILargeCell, label: string): IFix => ({
        label,
        fix: {
          kind: 'edit-copy',
          path,
          edit: { kind: 'clear-outputs', cell: index }
        }
      });
      for (const cell of largest) {
        if (cell.bytes > OUTPUT_SIZES.cell) {
          yield {
            id: 'notebook.large-output',
            severity: 'warning',
            section: 'contents',
            message: trans.__(
              'The output of cell %1 takes %2 MB. The notebook opens slowly, and previews may fail.',
              cell.index + 1,
              inMegabytes(cell.bytes)
            ),
            place: { path, cell: cell.index },
            fixes: [
              fixOf(cell, trans.__('Leave it out of the published copy'))
            ],
            about: JSON.stringify([path, cell.index, inMegabytes(cell.bytes)])
          };
        }
      }
      const total = cells.reduce((sum, cell) => sum + cell.bytes, 0);
      if (total > OUTPUT_SIZES.notebook) {
        yield {
          id: 'notebook.large-outputs',
          severity: 'warning',
          section: 'contents',
          message: trans.__(
            'The outputs of this notebook take %1 MB together. Leave the largest out, or show less of the data.',
            inMegabytes(total)
          ),
          place: { path },
          fixes: largest.map(cell =>
            fixOf(
              cell,
              trans.__(
                'Leave out cell %1’s (%2 MB)',
                cell.index + 1,
                inMegabytes(cell.bytes)
              )
            )
          ),
          about: JSON.stringify([path, inMegabytes(total)])
        };
      } else if (bytes.length > OUTPUT_SIZES.file) {
        yield {
          id: 'notebook.large-file',
          severity: 'warning',
          section: 'contents',
          message: trans.__(
            'This notebook takes %1 MB. It opens slowly, and Zenodo may not show it.',
            inMegabytes(bytes.length)
          ),
          place: { path },
          about: JSON.stringify([path, inMegabytes(bytes.length)])
        };
      }
    }
  );
}

function inMegabytes(bytes: number): string {
  return (bytes / MB).toFixed(1);
}
