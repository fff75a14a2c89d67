import fc from 'fast-check';
import {
  Layout,
  layouts,
  notebook
} from '../../src/core/binder/__tests__/layouts';
import { ICase, IReal, ourVerdict, realVerdicts } from './verdicts';

/** Parts of the bundles in the table, put together by chance: the same at every run. */
const pool = Object.values(layouts).flatMap(Object.entries<Layout[string]>);
const mixed = fc
  .sample(
    fc.uniqueArray(fc.constantFrom(...pool), {
      minLength: 2,
      maxLength: 4,
      selector: ([path]) => path
    }),
    { seed: 20261121, numRuns: 300 }
  )
  .map(parts => Object.fromEntries<Layout[string]>(parts))
  .filter(isPossible);

/** No path is a file and a folder. */
function isPossible(files: Layout): boolean {
  const paths = Object.keys(files);
  return !paths.some(path => paths.some(one => one.startsWith(`${path}/`)));
}

const all: Record<string, Layout> = {
  ...layouts,
  ...Object.fromEntries(mixed.map((files, i) => [`mixture ${i}: ${Object.keys(files).join(', ')}`, files])) // prettier-ignore
};
const names = Object.keys(all);
const filesOf = (name: string) => ({ ...notebook, ...all[name] });

describe('which environment Binder makes', () => {
  let real: IReal[];

  beforeAll(async () => {
    const cases = names.map((name): ICase => ({
      files: filesOf(name),
      way: 'folder'
    }));
    real = await realVerdicts(cases);
  }, 300_000);

  it('is tried on many bundles, good and bad', () => {
    expect(names.length).toBeGreaterThan(150);
    const good = real.filter(({ kind, error }) => kind && !error).length;
    expect(good).toBeGreaterThan(50);
    expect(real.length - good).toBeGreaterThan(50);
    expect(new Set(real.map(({ kind }) => kind)).size).toBe(8);
  });

  it.each(names)('is what repo2docker says: %s', async name => {
    const { kind, python, error } = real[names.indexOf(name)];
    const ours = await ourVerdict(filesOf(name));
    const isGood = kind !== null && error === null;
    expect({
      accepted: ours.accepted,
      kind: ours.accepted ? ours.kind : null,
      python: ours.pythonVersion ?? null
    }).toEqual({
      accepted: isGood,
      kind: isGood ? kind : null,
      python: isGood ? python : null
    });
  });
});
