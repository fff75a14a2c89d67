/** Why a name was not defined. */
import { IClue } from './clue';
import { definedNames } from './definedNames';
import { Explained } from './explained';
import { framesOf } from './readError';
import { cellNumber, IFailed } from './scene';
import { pythonTwo } from './versionCauses';

/* Names that only Python 2 has. */
const OLD = new Set('unicode xrange raw_input unichr basestring long reduce cmp execfile reload file'.split(' ')); // prettier-ignore

/**
 * Why a name was not defined: in which cell it is, or that it is in none; null
 * where a library has forgotten it (pandas does, without pyarrow).
 */
export function nameCause(
  failed: IFailed,
  { subject }: IClue
): Explained | null {
  const { scene, notebook } = failed;
  if (isOfLibrary(notebook.error?.traceback ?? '')) {
    return null;
  }
  const { trans } = scene;
  const at = notebook.cell ?? -1;
  const cells = scene.cells(notebook.path);
  const defining = cells.filter(({ source }) => definedNames(source).has(subject)); // prettier-ignore
  const later = defining.find(({ index }) => index > at);
  const here = defining.find(({ index }) => index <= at);
  if (!here && later) {
    const number = later.index + 1;
    return {
      kind: 'cell-order',
      title: trans.__('Cell %1 needs cell %2', cellNumber(notebook), number),
      meaning: trans.__('“%1” is defined in cell %2 only. You ran the cells in another order; readers run them from the top.', subject, number), // prettier-ignore
      advice: trans.__('Move cell %1 above cell %2. Then restart the kernel, run all cells, save, and test again.', number, cellNumber(notebook)), // prettier-ignore
      fixes: []
    };
  }
  if (!here && OLD.has(subject)) {
    return pythonTwo(failed);
  }
  return {
    kind: 'hidden-state',
    title: trans.__('No cell defines “%1”', subject),
    meaning: here
      ? trans.__('Cell %1 uses it. Cell %2 could define it, but did not in this run.', cellNumber(notebook), here.index + 1) // prettier-ignore
      : trans.__('Cell %1 uses it. It was in your kernel’s memory, from a cell that is gone or was changed; readers do not have it.', cellNumber(notebook)), // prettier-ignore
    advice: here
      ? trans.__('Let the notebook define it in every case. Then restart the kernel, run all cells, and save.') // prettier-ignore
      : trans.__('Write the cell that defines it again. Then restart the kernel, run all cells, save, and test again.'), // prettier-ignore
    fixes: []
  };
}

/** Whether the innermost code is that of a package. */
function isOfLibrary(traceback: string): boolean {
  const frames = framesOf(traceback);
  return /^File .*site-packages/.test(frames[frames.length - 1] ?? '');
}
