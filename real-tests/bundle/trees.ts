import fc from 'fast-check';

/** Names of files and folders that have broken programs before. */
const awkward = [
  ' ',
  ' leading and trailing ',
  '#1?.ipynb',
  '100%.csv',
  '%2e%2e',
  '-rf',
  '...',
  '.hidden',
  '.ipynb',
  'CON',
  'a&b;c|d',
  'a+b=c',
  'a,b.csv',
  'name.with.many.dots.tar.gz',
  'quo"te\'s',
  '~',
  '$HOME',
  '*',
  '日本語',
  'عربي.ipynb',
  'עברית\u200f.csv',
  '\u202egpj.exe',
  'e\u0301.txt',
  '\u00e9.txt',
  '👩‍🔬.png',
  '𝒳',
  'zero\u200bwidth',
  'ﬁ',
  'İ',
  'x'.repeat(120)
];

const name = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 })
);

const content = fc.oneof(
  fc.constant(new Uint8Array(0)),
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 100 }).map(text => new TextEncoder().encode(text)), // prettier-ignore
  // What compresses well, and what does not at all.
  fc.integer({ min: 1, max: 200_000 }).map(length => new Uint8Array(length)),
  fc.integer({ min: 1, max: 0x7fffffff }).map(noise)
);

/** Bytes without a pattern, the same for the same seed (xorshift). */
function noise(seed: number): Uint8Array {
  let state = seed;
  return new Uint8Array(70_000).map(() => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}

type Tree = Uint8Array | ReadonlyMap<string, Tree>;

/**
 * Any tree of names and contents, flat: contents by path. Up to twelve folders
 * deep; a path is never both a file and a folder.
 *
 * @param isAllowed - whether a path may be in a bundle.
 */
export function treeOf(
  isAllowed: (path: string) => boolean
): fc.Arbitrary<Map<string, Uint8Array>> {
  const { folder } = fc.letrec<{ folder: Tree; entry: Tree }>(tie => ({
    folder: fc
      .array(fc.tuple(name, tie('entry')), { maxLength: 6 })
      .map(entries => new Map(entries)),
    entry: fc.oneof(
      { maxDepth: 12, depthSize: 'small' },
      content,
      tie('folder')
    )
  }));
  return folder.map(tree => {
    const files = new Map<string, Uint8Array>();
    flatten(tree, '', files);
    return new Map([...files].filter(([path]) => isAllowed(path)));
  });
}

function flatten(
  tree: Tree,
  path: string,
  files: Map<string, Uint8Array>
): void {
  if (tree instanceof Uint8Array) {
    files.set(path, tree);
    return;
  }
  for (const [name, inner] of tree) {
    flatten(inner, path ? `${path}/${name}` : name, files);
  }
}
