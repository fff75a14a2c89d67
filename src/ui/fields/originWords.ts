import type { ITranslator } from '../../core/text';

/**
 * The sources of a value, or of several: files, Git, `your last publication`,
 * `your institution`. Each counts once; of many, the first two are named.
 */
export function originNames(origins: readonly string[]): string[] {
  return [...new Set(origins.flatMap(all => all.split(', ')).filter(Boolean))];
}

/** Names in words: `CITATION.cff, README.md and Git`. */
export function originList(
  names: readonly string[],
  trans: ITranslator
): string {
  const [first = '', second = '', third = ''] = names;
  switch (names.length) {
    case 0:
    case 1:
      return first;
    case 2:
      return trans.__('%1 and %2', first, second);
    case 3:
      return trans.__('%1, %2 and %3', first, second, third);
    default:
      return trans._n(
        '%2, %3 and %1 other',
        '%2, %3 and %1 others',
        names.length - 2,
        first,
        second
      );
  }
}
