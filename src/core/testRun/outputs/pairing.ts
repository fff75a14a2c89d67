/** Finds which outputs of a cell belong together. */
import { ComparedOutput } from './cellOutputs';
import { richestMime } from './compareOutput';

/** An output and its counterpart; null = it has none. */
export type OutputPair = readonly [
  ComparedOutput | null,
  ComparedOutput | null
];

/** Outputs of a cell for which it is worked out; beyond, by their turn. */
const MOST = 300;

/**
 * Pair the outputs of a cell: by their turn where they are as many, else so that
 * as many as can be meet one of their own kind, in their order.
 */
export function pairedOutputs(
  a: readonly ComparedOutput[],
  b: readonly ComparedOutput[]
): OutputPair[] {
  if (a.length === b.length || a.length + b.length > MOST) {
    return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [
      a[index] ?? null,
      b[index] ?? null
    ]);
  }
  const kinds = [a.map(kindOf), b.map(kindOf)];
  // How many pairs there are at most, from each place on.
  const most = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0)
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      most[i][j] =
        kinds[0][i] === kinds[1][j]
          ? most[i + 1][j + 1] + 1
          : Math.max(most[i + 1][j], most[i][j + 1]);
    }
  }
  const pairs: OutputPair[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && kinds[0][i] === kinds[1][j]) {
      pairs.push([a[i++], b[j++]]);
    } else if (
      j === b.length ||
      (i < a.length && most[i + 1][j] >= most[i][j + 1])
    ) {
      pairs.push([a[i++], null]);
    } else {
      pairs.push([null, b[j++]]);
    }
  }
  return pairs;
}

function kindOf(output: ComparedOutput): string {
  return output.kind === 'data'
    ? richestMime(Object.keys(output.data))
    : output.kind === 'stream'
      ? output.name
      : 'error';
}
