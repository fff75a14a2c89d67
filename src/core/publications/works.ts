import type { ISource } from './source';

/** The sources of one work, in groups that share a mark: versions have the DOI or the id of their work in common. */
export function worksOf(sources: readonly ISource[]): ISource[][] {
  const parent = sources.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      // Halving the way each time keeps long chains short.
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  const first = new Map<string, number>();
  sources.forEach(({ marks }, index) => {
    for (const mark of marks) {
      const known = first.get(mark);
      if (known === undefined) {
        first.set(mark, index);
      } else {
        parent[rootOf(index)] = rootOf(known);
      }
    }
  });
  const works = new Map<number, ISource[]>();
  sources.forEach((source, index) => {
    const root = rootOf(index);
    const work = works.get(root);
    if (work) {
      work.push(source);
    } else {
      works.set(root, [source]);
    }
  });
  return [...works.values()];
}
