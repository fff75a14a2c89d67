/** What has no order: sets, and lines that are printed from them. */

/** Characters of a line with a set, and levels of sets in sets. */
const LONGEST = 100_000;
const DEEPEST = 4;

/** A line in which the parts of each pair of braces, sets and dictionaries, are sorted. */
export function withSortedBraces(line: string): string {
  let sorted = line;
  if (line.length > LONGEST) {
    return line;
  }
  for (let level = 0; level < DEEPEST && sorted.includes('{'); level++) {
    sorted = sorted.replace(
      /\{([^{}]{0,100000})\}/g,
      (_, inside: string) => `⟦${inside.split(/,\s*/).sort().join(', ')}⟧`
    );
  }
  return sorted;
}

/**
 * Whether two lists have the same lines in another order. Lines without a
 * letter, as numbers alone, say by their order what they are: they may not
 * change places.
 */
export function areReordered(
  a: readonly string[],
  b: readonly string[]
): boolean {
  if (a.length !== b.length || a.some(line => !/\p{L}/u.test(line))) {
    return false;
  }
  const sorted = [...b].sort();
  return [...a].sort().every((line, index) => line === sorted[index]);
}
