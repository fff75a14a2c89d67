import { plainEnglish as trans } from '../../text';
import { bigFindings, bulkOf, bulkyFiles } from '../bigData';
import { toggle, totals } from '../edit';
import { IPlan, IPlanEntry } from '../entry';
import { layoutsFor } from '../layouts';
import { checkPlan } from '../limits';
import { splitPlan } from '../splitPlan';
import { ids } from './helpers';

const MB = 1e6;

function planOf(
  sizes: Record<string, number | null>,
  more: Record<string, Partial<IPlanEntry>> = {}
): IPlan {
  const entries = Object.entries(sizes).map(([path, size]): IPlanEntry => ({
    path,
    source: `p/${path}`,
    kind: 'file',
    size,
    lastModified: '',
    included: true,
    reason: 'selected by you',
    reasonKind: 'selected',
    ...more[path]
  }));
  return { root: 'p', selection: ['p'], entries, findings: [], above: [], showsHidden: true }; // prettier-ignore
}

describe('bundle.big', () => {
  it.each<[number, string, string]>([
    [200 * MB - 1, 'small', ''],
    [200 * MB, 'large', '200 MB: Binder takes long to start this much.'],
    [500 * MB - 1, 'large', '500 MB: Binder takes long'],
    [500 * MB, 'very-large', '500 MB: Binder often fails'],
    [900 * MB - 1, 'very-large', '900 MB: Binder often fails'],
    [900 * MB, 'huge', '900 MB is too much for Binder'],
    [60_000 * MB, 'huge', '60000 MB is too much']
  ])('%i bytes are %s', (bytes, bulk, text) => {
    const plan = planOf({ 'a.ipynb': 0, 'x.bin': bytes });
    expect(bulkOf(plan)).toBe(bulk);
    const findings = bigFindings(plan, trans);
    expect(findings.map(f => f.message).join()).toContain(text);
    expect(findings.some(f => f.severity === 'error' || f.stops)).toBe(false);
    expect(findings).toHaveLength(text === '' ? 0 : 1);
  });

  it('counts what goes in only', () => {
    const plan = planOf({ 'a.ipynb': 0, 'x.bin': 900 * MB });
    expect(bulkOf(toggle(plan, 'x.bin', false, trans))).toBe('small');
  });

  it('names as few data files as make it small', () => {
    const plan = planOf(
      {
        'a.ipynb': 300 * MB,
        'd/1.bin': 400 * MB,
        'd/2.bin': 100 * MB,
        'd/3.bin': 150 * MB,
        'd/small.bin': 10,
        'm.rdmc': 200 * MB,
        'requirements.txt': 2 * MB
      },
      {
        'm.rdmc': { locked: true, reasonKind: 'manifest' },
        'requirements.txt': { reasonKind: 'environment' }
      }
    );
    expect(bulkyFiles(plan).map(e => e.path)).toEqual([
      'd/1.bin',
      'd/3.bin',
      'd/2.bin'
    ]);
    const less = planOf({ 'a.ipynb': 1, 'x.bin': 300 * MB, 'y.bin': 150 * MB });
    expect(bigFindings(less, trans)[0].place).toEqual({ path: 'x.bin' });
    const notebook = planOf({ 'a.ipynb': 300 * MB });
    expect(bigFindings(notebook, trans)[0].place).toBeUndefined();
  });
});

describe('splitPlan', () => {
  const plan = planOf(
    {
      'a.ipynb': 1,
      'data/b.ipynb': 2,
      'data/x.csv': 30,
      'data/deep/y.csv': 40,
      'data.csv': 5,
      'data/out.csv': 50,
      'requirements.txt': 3
    },
    {
      'data/out.csv': { included: false },
      'requirements.txt': { reasonKind: 'environment' }
    }
  );

  it('parts data from notebooks and loses nothing', () => {
    const { notebooks, data } = splitPlan(plan, ['data', 'requirements.txt', 'a.ipynb'], trans); // prettier-ignore
    expect(data.entries.map(e => e.path)).toEqual([
      'data/x.csv',
      'data/deep/y.csv'
    ]);
    expect(totals(notebooks).bytes + totals(data).bytes).toBe(
      totals(plan).bytes
    );
    expect(
      notebooks.entries.filter(e => !e.included).map(e => [e.path, e.reason])
    ).toEqual([
      ['data/x.csv', 'left out: in the record of the data'],
      ['data/deep/y.csv', 'left out: in the record of the data'],
      ['data/out.csv', 'selected by you']
    ]);
    expect(data.root).toBe(plan.root);
    expect(
      ids(checkPlan(data, { layout: 'files', content: 'data', trans }))
    ).toEqual([]);
    expect(ids(checkPlan(data, { layout: 'files', trans }))).toEqual([
      'bundle.no-notebook'
    ]);
  });

  it('does not take data back with a tick of their folder', () => {
    const { notebooks } = splitPlan(plan, ['data/x.csv'], trans);
    const ticked = toggle(notebooks, 'data', true, trans);
    expect(ticked.entries.find(e => e.path === 'data/x.csv')?.included).toBe(
      false
    );
  });
});

describe('layoutsFor', () => {
  const files = (plan: IPlan, notebooks?: string[]) => {
    const [zip, files] = layoutsFor(plan, trans, notebooks);
    expect(zip).toMatchObject({ layout: 'zip', possible: true, preview: null });
    expect(files.possible).toBe(files.why.length === 0);
    return files;
  };

  it('offers files that lie side by side, with the first notebook in front', () => {
    const plan = planOf(
      {
        'README.md': 1,
        'a.ipynb': 1,
        'b.ipynb': 1,
        'manifest.rdmc': 1,
        'x.csv': null
      },
      { 'manifest.rdmc': { locked: true } }
    );
    expect(files(plan)).toEqual({
      layout: 'files',
      possible: true,
      why: [],
      preview: 'a.ipynb'
    });
    expect(files(plan, ['b.ipynb', 'a.ipynb']).preview).toBe('b.ipynb');
    expect(files(plan, ['gone.ipynb', 'a.ipynb']).preview).toBe('a.ipynb');
  });

  it.each<[string, Record<string, number>, RegExp]>([
    ['a folder', { 'a.ipynb': 1, 'd/x.csv': 1 }, /“d\/x.csv” is in a folder/],
    ['an empty file', { 'a.ipynb': 1, 'x.csv': 0 }, /“x.csv” is empty/],
    ['a hidden file', { 'a.ipynb': 1, '.x': 1 }, /“.x” begins with a dot/],
    ['one file', { 'a.ipynb': 1 }, /at least two/],
    [
      'a long name',
      { 'a.ipynb': 1, [`${'x'.repeat(252)}.csv`]: 1 },
      /too long/
    ],
    [
      'many files',
      Object.fromEntries(
        Array.from({ length: 51 }, (_, i) => [`${i}.ipynb`, 1])
      ),
      /51 files are too many.*50/
    ]
  ])('says why not: %s', (_, sizes, why) => {
    const { possible, why: reasons } = files(planOf(sizes));
    expect(possible).toBe(false);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(why);
  });

  it('does not mind what is left out, and knows the limits', () => {
    const plan = planOf({ 'a.ipynb': 1, 'b.csv': 1, 'd/x.csv': 1 });
    expect(files(toggle(plan, 'd', false, trans)).possible).toBe(true);
    const fifty = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`${i}.ipynb`, 1])
    );
    expect(files(planOf(fifty)).possible).toBe(true);
    const [zip, flat] = layoutsFor(planOf({}), trans);
    expect([zip.possible, flat.possible]).toEqual([false, false]);
  });
});
