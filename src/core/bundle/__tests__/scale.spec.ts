import fc from 'fast-check';
import { CancelledError } from '../../error';
import { IFileEntry } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { Choice, toggle, toggleAll, totals, withEntries } from '../edit'; // prettier-ignore
import { IPlan, IPlanEntry, isWithin } from '../entry';
import { planFingerprint } from '../fingerprint';
import { folderSummaries } from '../folderSummary';
import { settingsRule } from '../ignore';
import { checkPlan } from '../limits';
import { planBundle } from '../plan';
import { CountingFiles } from './helpers';

/** `count` files in folders of 20. */
function wide(count: number): Record<string, string> {
  const contents: Record<string, string> = { 'p/a.ipynb': '{}' };
  for (let i = 1; i < count; i++) {
    contents[`p/group-${i % 25}/folder-${i % (count / 20)}/f${i}.txt`] = 'x';
  }
  return contents;
}

function entry(path: string, included = true): IPlanEntry {
  return {
    path,
    source: path,
    kind: 'file',
    size: 3,
    lastModified: '',
    included,
    reason: 'selected by you',
    reasonKind: 'selected'
  };
}

function planOf(entries: readonly IPlanEntry[]): IPlan {
  return { root: 'p', selection: ['p'], entries, findings: [], above: [], showsHidden: false }; // prettier-ignore
}

function fingerprintOf({ entries }: IPlan): Promise<string> {
  const files = entries
    .filter(({ included }) => included)
    .map(({ path, size }) => ({ path, size: size ?? 0, sourceHash: '' }));
  return planFingerprint(files, {});
}

/** A plan that counts how often the paths of its files are looked at. */
function counted(plan: IPlan): { plan: IPlan; looks: () => number } {
  let looks = 0;
  const entries = plan.entries.map(entry => ({
    ...entry,
    get path() {
      looks++;
      return entry.path;
    }
  }));
  return { plan: { ...plan, entries }, looks: () => looks };
}

describe('10,000 files in 500 folders', () => {
  it('cost one request a folder, four at once, and can be cancelled', async () => {
    // A map from folders to listings: MemoryFiles looks at all files each time.
    const source = new FolderMap(wide(10_000));
    const files = new CountingFiles(source);
    const progress: number[] = [];
    const plan = await planBundle({
      files,
      selection: ['p'],
      trans,
      onProgress: ({ files }) => progress.push(files)
    });
    expect(plan.entries.filter(e => e.included)).toHaveLength(10_000);
    expect(files.listed).toHaveLength(new Set(files.listed).size);
    expect(source.folders).toBeGreaterThan(500);
    // And the server's root, for what may lie above.
    expect(files.listed).toHaveLength(source.folders);
    expect(files.statted).toHaveLength(2);
    expect(files.atOnce).toBe(4);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[progress.length - 1]).toBe(10_000);
    expect(progress.length).toBeGreaterThan(500);
  });

  it('cost as few requests as one, where the server lists many folders at once', async () => {
    const source = new FolderMap(wide(10_000));
    const asked: string[] = [];
    const files = new CountingFiles(source);
    const selection = ['p'];
    const before = await planBundle({ files, selection, trans });
    files.listed.length = 0;
    const plan = await planBundle({
      files: {
        list: folder => files.list(folder),
        stat: path => files.stat(path),
        read: path => files.read(path),
        listBelow: async folder => {
          asked.push(folder);
          return source.below(folder);
        }
      },
      selection,
      trans
    });
    expect(plan).toEqual(before);
    expect(await fingerprintOf(plan)).toBe(await fingerprintOf(before));
    expect(asked).toEqual(['p']);
    expect(files.listed).toEqual(['']);
  });

  it('are asked for further where one answer does not hold them all', async () => {
    const source = new FolderMap(wide(10_000));
    const asked: string[] = [];
    const plan = await planBundle({
      files: {
        list: folder => source.list(folder),
        stat: path => source.stat(path),
        read: path => source.read(path),
        listBelow: async folder => {
          asked.push(folder);
          const all = [...source.below(folder)];
          return new Map(folder === 'p' ? all.slice(0, 300) : all);
        }
      },
      selection: ['p'],
      trans
    });
    expect(plan.entries.filter(e => e.included)).toHaveLength(10_000);
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('leave others their turn, though they lie in one folder with many rules', async () => {
    const contents: Record<string, string> = { 'p/a.ipynb': '{}' };
    for (let i = 0; i < 10_000; i++) {
      contents[`p/data/some-file-${i}.csv`] = 'x';
    }
    const rules = Array.from({ length: 200 }, (_, i) => `*.ending${i}`);
    let turns = 0;
    let isDone = false;
    const others = () => {
      turns++;
      if (!isDone) {
        setImmediate(others);
      }
    };
    const files = new FolderMap(contents);
    const plan = planBundle({ files, selection: ['p'], rules: [settingsRule(rules, trans)], trans }); // prettier-ignore
    setImmediate(others);
    await plan;
    isDone = true;
    // Without breathing, they get one.
    expect(turns).toBeGreaterThan(5);
  });

  it('end soon after they are cancelled', async () => {
    const controller = new AbortController();
    const files = new CountingFiles(new FolderMap(wide(10_000)));
    const plan = planBundle({
      files,
      selection: ['p'],
      trans,
      signal: controller.signal,
      onProgress: ({ files: count }) => count > 50 && controller.abort()
    });
    await expect(plan).rejects.toBeInstanceOf(CancelledError);
    expect(files.listed.length).toBeLessThan(60);
  });
});

describe('the cost of an edit', () => {
  const flat = (count: number) =>
    planOf(
      Array.from({ length: count }, (_, i) => entry(`d/f${i}.csv`, i % 2 === 0))
    );
  const nested = (count: number) =>
    planOf(
      Array.from({ length: count }, (_, i) =>
        entry(`d${i % 50}/e${i % 500}/f${i}.csv`, i % 3 === 0)
      )
    );
  const choices = (plan: IPlan): Choice[] =>
    plan.entries
      .filter((_, i) => i % 5 === 0)
      .map(({ path }, i) => [path, i % 2 === 0]);

  it.each<[string, (count: number) => IPlan, (plan: IPlan) => unknown]>([
    ['a tick', flat, plan => toggle(plan, 'd', true, trans)],
    ['many ticks', nested, plan => toggleAll(plan, choices(plan), trans)],
    ['folders', nested, plan => folderSummaries(plan.entries)],
    ['one big folder', flat, plan => folderSummaries(plan.entries)],
    ['totals', nested, plan => totals(plan, 'd1')],
    ['checks', nested, plan => checkPlan(plan, { layout: 'zip', trans })],
    ['new files', nested, plan => withEntries(plan, [entry('new.txt')])]
  ])('grows no faster than the files: %s', (_, make, run) => {
    const looks = (count: number) => {
      const { plan, looks } = counted(make(count));
      run(plan);
      return looks();
    };
    // 10 when it grows with the files, 13 when they are sorted, 100 when with
    // their square.
    expect(looks(1_000)).toBeGreaterThan(0);
    expect(looks(10_000) / looks(1_000)).toBeLessThan(15);
  });
});

describe('toggleAll', () => {
  it('does what one toggle after the other does', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/'));
    const kinds = fc.constantFrom<IPlanEntry['reasonKind']>('selected', 'ignored', 'private', 'unselected'); // prettier-ignore
    const entries = fc.uniqueArray(
      fc.record({ path, included: fc.boolean(), reasonKind: kinds, locked: fc.boolean(), kind: fc.constantFrom<IPlanEntry['kind']>('file', 'file', 'folder') }), // prettier-ignore
      { selector: e => e.path }
    );
    const chosen = fc.array(
      fc.tuple(fc.oneof(path, fc.constant('')), fc.boolean())
    );
    fc.assert(
      fc.property(entries, chosen, (list, some) => {
        const plan = planOf(list.map(e => ({ ...entry(e.path), ...e })));
        const one = some.reduce((p, [at, on]) => toggle(p, at, on, trans), plan); // prettier-ignore
        expect(toggleAll(plan, some, trans)).toEqual(one);
      })
    );
  });
});

describe('folderSummaries', () => {
  it('says for each folder what goes in', () => {
    const folder = { ...entry('d/out', false), kind: 'folder', size: null } as const; // prettier-ignore
    const summaries = folderSummaries([
      entry('a.ipynb'),
      entry('d/x.csv'),
      folder,
      entry('d/e/y.csv', false),
      { ...entry('m/z'), locked: true, size: null }
    ]);
    expect(Object.fromEntries(summaries)).toEqual({
      '': { included: 'mixed', files: 4, filesIn: 3, bytes: 9, bytesIn: 6, locked: false }, // prettier-ignore
      d: { included: 'mixed', files: 2, filesIn: 1, bytes: 6, bytesIn: 3, locked: false }, // prettier-ignore
      'd/e': { included: false, files: 1, filesIn: 0, bytes: 3, bytesIn: 0, locked: false }, // prettier-ignore
      m: { included: true, files: 1, filesIn: 1, bytes: 0, bytesIn: 0, locked: true } // prettier-ignore
    });
    expect(folderSummaries([]).size).toBe(0);
  });
});

/** Files whose folders are known beforehand, so that a listing costs nothing. */
class FolderMap extends MemoryFiles {
  constructor(contents: Record<string, string>) {
    super(contents);
    for (const path of Object.keys(contents)) {
      const parts = path.split('/');
      parts.forEach((_, i) => {
        const folder = parts.slice(0, i).join('/');
        const known = this._folders.get(folder) ?? new Map();
        const at = parts.slice(0, i + 1).join('/');
        const isFile = i === parts.length - 1;
        known.set(at, { path: at, kind: isFile ? 'file' : 'folder', size: isFile ? 1 : null, lastModified: '' }); // prettier-ignore
        this._folders.set(folder, known);
      });
    }
  }

  get folders(): number {
    return this._folders.size;
  }

  async list(folder: string): Promise<IFileEntry[]> {
    return [...(this._folders.get(folder)?.values() ?? [])];
  }

  /** A folder with those below it, by their paths. */
  below(folder: string): Map<string, IFileEntry[]> {
    const all = [...this._folders].filter(([path]) => isWithin(path, folder));
    return new Map(all.map(([path, entries]) => [path, [...entries.values()]]));
  }

  private readonly _folders = new Map<string, Map<string, IFileEntry>>();
}
