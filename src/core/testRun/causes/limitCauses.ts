/** What a run may not take, or cannot have: time, memory, the network. */
import { IClue } from './clue';
import { Explained } from './explained';
import { cellNumber, IFailed } from './scene';

/** Bytes of memory that mybinder.org gives (Binder's documentation, "How much memory am I given"). */
export const BINDER_MEMORY = 2 * 1024 ** 3;

/** Time and memory, and a kernel that ended; null for other outcomes. */
export function outcomeCause({ scene, notebook }: IFailed): Explained | null {
  const { trans } = scene;
  const cell = cellNumber(notebook);
  switch (notebook.outcome) {
    case 'memory':
      return memoryCause({ scene, notebook });
    case 'cell-timeout':
      return {
        kind: 'cell-timeout',
        title: trans.__('Cell %1 took too long', cell),
        meaning: trans.__('It was stopped. Readers on Binder would wait still longer: its processors are slow.'), // prettier-ignore
        advice: trans.__('Allow one cell more time under “Time limits” and test again, or let it read results that you computed before.'), // prettier-ignore
        fixes: []
      };
    case 'timeout':
      return {
        kind: 'timeout',
        title: trans.__('The notebooks took too long'),
        meaning:
          notebook.cell === null
            ? trans.__(
                'The time for all of them was over before this one began.'
              )
            : trans.__('The time for all of them was over in cell %1.', cell),
        advice: trans.__('Allow all notebooks more time under “Time limits” and test again, or let long cells read results that you computed before.'), // prettier-ignore
        fixes: []
      };
    case 'died':
      return {
        kind: 'died',
        title: trans.__('The kernel ended in cell %1', cell),
        meaning: notebook.peakBytes > BINDER_MEMORY
          ? trans.__('It had %1 of memory, more than the 2 GB of Binder: it will end there, too.', gigabytes(notebook.peakBytes)) // prettier-ignore
          : trans.__('It ended by itself, as for want of memory, or by a fault in a compiled package.'), // prettier-ignore
        advice: trans.__('Look at the log. Run the cell alone in your kernel to see whether it ends there as well.'), // prettier-ignore
        fixes: []
      };
    case 'no-kernel':
      return {
        kind: 'no-kernel',
        title: trans.__('There is no kernel for this notebook'),
        meaning: trans.__('Nothing that was installed runs its language, so it did not begin.'), // prettier-ignore
        advice: trans.__('Check the notebook’s kernel, and whether the environment brings its language. If this machine only lacks it, Binder may still run it.'), // prettier-ignore
        fixes: []
      };
    case 'unreadable':
      return {
        kind: 'unreadable',
        title: trans.__('This is no notebook'),
        meaning: trans.__('The file could not be read as one, so it did not begin.'), // prettier-ignore
        advice: trans.__('Open it in JupyterLab and save it again.'),
        fixes: []
      };
    default:
      return null;
  }
}

/** More memory than there is. */
export function memoryCause({ scene, notebook }: IFailed): Explained {
  const { trans } = scene;
  const { peakBytes } = notebook;
  return {
    kind: 'memory',
    title: trans.__('Cell %1 needs too much memory', cellNumber(notebook)),
    meaning:
      peakBytes > 0
        ? trans.__('It was stopped at %1. Binder gives 2 GB.', gigabytes(peakBytes)) // prettier-ignore
        : trans.__('It asked for more than there is. Binder gives 2 GB.'),
    advice: trans.__('Let it read the data in parts, or a smaller piece of them, and delete what is no longer needed.'), // prettier-ignore
    fixes: []
  };
}

/** Another computer that did not answer, or answered with an error. */
export function networkCause(
  { scene, notebook }: IFailed,
  { kind, subject }: IClue
): Explained {
  const { trans } = scene;
  const cell = cellNumber(notebook);
  return kind === 'address'
    ? {
        kind: 'network',
        title: trans.__('An address in cell %1 does not give what it should', cell), // prettier-ignore
        meaning: trans.__('The answer was “%1”. Readers get the same.', subject.slice(0, 80)), // prettier-ignore
        advice: trans.__('Correct the address, or put the file into the project and read it from there.'), // prettier-ignore
        fixes: []
      }
    : {
        kind: 'network',
        title: trans.__('Cell %1 needs the network', cell),
        meaning: trans.__('The other computer could not be reached. From Binder it is out of reach, too, if it is on your own network, does not use http or https, or is gone.'), // prettier-ignore
        advice: trans.__('Put the data into the project, or into a record of their own, and read them from there.'), // prettier-ignore
        fixes: []
      };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
