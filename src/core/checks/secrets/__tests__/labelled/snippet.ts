import { IItem, Kind } from './item';
import { Random } from './random';

/** An innocent text: its name, where it stands, and how it is made. */
export type Snippet = readonly [
  name: string,
  kind: Kind,
  text: (r: Random) => string
];

/** So many items of each snippet, with other random values. */
export function itemsOf(
  group: string,
  list: readonly Snippet[],
  n: number
): IItem[] {
  return list.flatMap(([name, kind, text]) =>
    Array.from({ length: n }, (_, i): IItem => {
      const id = `${group}/${name}/${i}`;
      return { id, kind, text: text(new Random(id)), expected: [] };
    })
  );
}
