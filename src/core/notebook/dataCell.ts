/** The cell that fetches the data of a notebook, in the notebook's bytes. */
import { ITranslator, plainEnglish } from '../text';
import { applyEdits, editItems, writeJson } from './jsonEdits';
import { deeper, newCell, replaceSource } from './newCell';
import { hasTag } from './notebook';
import { scanNotebook } from './scannedNotebook';

/** The tag of the code cell that fetches the data. */
export const DATA_TAG = 'zenodo-publisher-data';

/**
 * Put a code cell into a notebook, in front of the first code there is: what
 * follows may read the data. A data cell that is there gets the new source.
 * Doing it twice is doing it once.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function putDataCell(
  bytes: Uint8Array,
  source: string,
  trans: ITranslator = plainEnglish
): Uint8Array {
  const notebook = scanNotebook(bytes, trans);
  const { cells, cellList, style } = notebook;
  const present = cells.find(
    cell => cell.cell_type === 'code' && hasTag(cell, DATA_TAG)
  );
  if (present) {
    return applyEdits(bytes, replaceSource(notebook, present, source));
  }
  const code = cells.findIndex(({ cell_type }) => cell_type === 'code');
  const added = {
    index: code === -1 ? cells.length : code,
    write: (line: string) =>
      writeJson(newCell(notebook, 'code', DATA_TAG, source), style, line)
  };
  return applyEdits(
    bytes,
    editItems(bytes, cellList, new Set(), added, deeper(notebook))
  );
}
