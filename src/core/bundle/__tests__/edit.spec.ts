import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import {
  includedEntries,
  toggle,
  totals,
  withEntries,
  withoutUnreadable
} from '../edit';
import { IPlan } from '../entry';
import { planFingerprint } from '../fingerprint';
import { generatedEntry } from '../generated';
import { checkPlan } from '../limits';
import { nameClashes, nameProblem } from '../names';
import { planBundle } from '../plan';
import { bundleRoot } from '../root';
import { ids } from './helpers';

const planOf = (contents: Record<string, string>, selection = ['p']) =>
  planBundle({ files: new MemoryFiles(contents), selection, trans });

const included = (plan: IPlan) => includedEntries(plan).map(({ path }) => path);

describe('bundleRoot', () => {
  it.each<[[string, 'file' | 'folder'][], string]>([
    [[['a/b', 'folder']], 'a/b'],
    [[['a/b/x.ipynb', 'file']], 'a/b'],
    [[['x.ipynb', 'file']], ''],
    [[['a/b/x', 'file'], ['a/b/c/y', 'file']], 'a/b'], // prettier-ignore
    [[['a/bc/x', 'file'], ['a/b/y', 'file']], 'a'], // prettier-ignore
    [[['a/b', 'folder'], ['a/b/x', 'file']], 'a/b'], // prettier-ignore
    [[['a/b', 'folder'], ['a/x', 'file']], 'a'], // prettier-ignore
    [[['a/x', 'file'], ['b/y', 'file']], ''], // prettier-ignore
    [[], '']
  ])('%j → %s', (list, root) => {
    expect(bundleRoot(list.map(([path, kind]) => ({ path, kind })))).toBe(root);
  });
});

describe('ticking', () => {
  const contents = {
    'p/a.ipynb': '{}',
    'p/data/x.csv': '12345',
    'p/data/y.csv': '123',
    'p/data/key.pem': 'x',
    'p/manifest.rdmc': 'x'
  };

  it('ticks a folder without what the rules leave out, and back', async () => {
    const plan = await planOf(contents);
    const out = toggle(plan, 'data', false, trans);
    expect(included(out)).toEqual(['a.ipynb', 'manifest.rdmc']);
    expect(out.entries.find(e => e.path === 'data/x.csv')?.reason).toBe(
      'left out: by you'
    );
    expect(toggle(out, 'data', true, trans)).toEqual(plan);
    const all = toggle(plan, 'data/key.pem', true, trans);
    expect(included(all)).toContain('data/key.pem');
    expect(all.entries.find(e => e.path === 'data/key.pem')?.reason).toBe(
      'added by you'
    );
  });

  it('leaves the manifest in', async () => {
    const plan = toggle(await planOf(contents), '', false, trans);
    expect(included(plan)).toEqual(['manifest.rdmc']);
  });

  it('counts', async () => {
    const plan = await planOf(contents);
    expect(totals(plan)).toEqual({ count: 4, bytes: 11, unknown: 0 });
    expect(totals(plan, 'data')).toEqual({ count: 2, bytes: 8, unknown: 0 });
  });

  it('takes generated files, in the place of others', async () => {
    const runtime = generatedEntry({
      path: 'runtime.txt',
      content: 'python-3.12\n',
      reason: 'made here: names the Python version',
      lastModified: '2026-11-21T12:00:00Z'
    });
    const plan = withEntries(
      await planOf({ 'p/a.ipynb': '{}', 'p/runtime.txt': 'old' }),
      [runtime]
    );
    expect(plan.entries.map(e => [e.path, e.size, e.reasonKind])).toEqual([
      ['a.ipynb', 2, 'selected'],
      ['runtime.txt', 12, 'generated']
    ]);
  });

  it('leaves out what cannot be read', async () => {
    const plan = await planOf(contents);
    const after = withoutUnreadable(
      withoutUnreadable(plan, ['data/x.csv'], trans),
      ['data/x.csv'],
      trans
    );
    expect(included(after)).not.toContain('data/x.csv');
    expect(after.findings).toHaveLength(1);
    expect(after.findings[0]).toMatchObject({ place: { path: 'data/x.csv' } });
  });
});

describe('checkPlan', () => {
  it('wants a file and a notebook', async () => {
    const plan = await planOf({ 'p/a.ipynb': '{}', 'p/b.csv': '' });
    const check = (p: IPlan) => ids(checkPlan(p, { layout: 'zip', trans }));
    expect(check(plan)).toEqual([]);
    expect(check(toggle(plan, 'a.ipynb', false, trans))).toEqual([
      'bundle.no-notebook'
    ]);
    expect(check(toggle(plan, '', false, trans))).toEqual(['bundle.empty']);
  });

  it('counts files only where they are not packed', async () => {
    const contents: Record<string, string> = { 'p/a.ipynb': '{}' };
    for (let i = 0; i < 100; i++) {
      contents[`p/${i}.csv`] = '';
    }
    const plan = await planOf(contents);
    expect(checkPlan(plan, { layout: 'zip', trans })).toEqual([]);
    expect(checkPlan(plan, { layout: 'files', trans })).toMatchObject([
      {
        id: 'bundle.too-many',
        severity: 'error',
        message:
          '101 files; the site takes 100. Choose one zip file, or leave some out.'
      }
    ]);
    expect(
      checkPlan(plan, {
        layout: 'zip',
        limits: { files: 100, bytes: 1 },
        trans
      })
    ).toMatchObject([{ id: 'bundle.too-big', severity: 'warning' }]);
  });

  it('warns of names that clash, and refuses those that lead elsewhere', async () => {
    const plan = await planOf({
      'p/a.ipynb': '{}',
      'p/caf\u00e9.csv': '',
      'p/Cafe\u0301.csv': '',
      'p/x\\y.csv': ''
    });
    expect(ids(checkPlan(plan, { layout: 'zip', trans })).sort()).toEqual([
      'bundle.name',
      'bundle.name-clash'
    ]);
    expect(nameClashes(['a', 'b', 'A'])).toEqual([['a', 'A']]);
    for (const bad of [
      '',
      '/a',
      'a//b',
      '../a',
      'a/./b',
      'C:x',
      'a\nb',
      'a\u0000',
      'half a \ud83d character'
    ]) {
      // prettier-ignore
      expect(nameProblem(bad, trans)).not.toBeNull();
    }
    expect(nameProblem('😀', trans)).toBeNull();
    expect(nameProblem('Übung 1/日本 #?.ipynb', trans)).toBeNull();
  });
});

describe('checkPlan of a thousand names', () => {
  it('names some and counts the others', async () => {
    const contents: Record<string, string> = { 'p/a.ipynb': '{}' };
    for (let i = 0; i < 1_000; i++) {
      contents[`p/x\\${i}`] = '';
      contents[`p/same${i}.csv`] = '';
      contents[`p/SAME${i}.csv`] = '';
    }
    const findings = checkPlan(await planOf(contents), {
      layout: 'zip',
      trans
    });
    expect(findings).toHaveLength(42);
    expect(findings.map(f => f.message)).toEqual(
      expect.arrayContaining([
        '980 more files have such names.',
        '980 more pairs of files are one file on Windows and macOS.'
      ])
    );
  });
});

describe('planFingerprint', () => {
  const a = { path: 'a', size: 1, sourceHash: 'x' };
  const b = { path: 'b', size: 2, sourceHash: 'y' };

  it('does not depend on order, but on everything else', async () => {
    const print = await planFingerprint([a, b], { doi: '1', badge: 'full' });
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect(await planFingerprint([b, a], { badge: 'full', doi: '1' })).toBe(
      print
    );
    const others = [
      planFingerprint([a], { doi: '1', badge: 'full' }),
      planFingerprint([a, { ...b, size: 3 }], { doi: '1', badge: 'full' }),
      planFingerprint([a, { ...b, path: 'c' }], { doi: '1', badge: 'full' }),
      planFingerprint([a, { ...b, sourceHash: 'z' }], {
        doi: '1',
        badge: 'full'
      }),
      planFingerprint([a, b], { doi: '2', badge: 'full' })
    ];
    expect(await Promise.all(others)).not.toContain(print);
  });
});
