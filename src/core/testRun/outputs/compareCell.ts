/** Compares the outputs of one cell. */
import type { IJsonObject } from '../../notebook/notebook';
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

/**
 * How a cell's outputs compare; beside `OutputVerdict`:
 * - `unstored`: the notebook has none of it, as the cell was never run or was
 *   cleared, so that there is nothing to compare with
 * - `not-run`: it has outputs, but the re-run did not come to this cell
 */
export type CellVerdict = OutputVerdict | 'unstored' | 'not-run';

/** Two outputs, one of which may be missing, and how they compare. */
export interface IDifferingPair {
  readonly pair: OutputPair;
  readonly comparison: IComparison;
}

/** How a cell compares, before it is decided what of it is shown. */
export interface IComparedCell {
  readonly verdict: CellVerdict;
  readonly reasons: readonly ReasonCode[];
  readonly share: number;
  readonly differences: readonly IDifferingPair[];
}

/**
 * Compare the outputs of a code cell with those of its re-run.
 *
 * @param rerun - null: the run did not come to it.
 */
export async function compareCell(
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
