import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { settingsRule } from '../ignore';
import { openFolder } from '../openFolder';
import { ILookOptions, planBundle } from '../plan';
import { CountingFiles, HiddenFiles } from './helpers';

async function plan(
  contents: Record<string, string>,
  selection: string[] = ['p'],
  options: Partial<ILookOptions> = {}
) {
  const result = await planBundle({
    files: new MemoryFiles({ 'p/a.ipynb': '{}', ...contents }),
    selection,
    trans,
    ...options
  });
  const out = Object.fromEntries(
    result.entries.filter(e => !e.included).map(e => [e.path, e.reason])
  );
  return { result, out };
}

describe('files with rules', () => {
  it.each(['.zenodoignore', 'zenodoignore'])(
    'follows %s at the root and names it',
    async name => {
      const { out } = await plan({
        [`p/${name}`]: '# raw data stays here\n\nraw/\n*.log\n/only-top.txt\n',
        'p/raw/big.bin': 'x',
        'p/x.log': '',
        'p/sub/y.log': '',
        'p/only-top.txt': '',
        'p/sub/only-top.txt': ''
      });
      expect(out).toEqual({
        'only-top.txt': `left out: ${name}`,
        raw: `left out: ${name}`,
        'sub/y.log': `left out: ${name}`,
        'x.log': `left out: ${name}`
      });
    }
  );

  it('lets the file that is nearest speak last, as git does', async () => {
    const { out } = await plan({
      'p/.zenodoignore': '*.csv\nclosed/\n',
      'p/data/.zenodoignore': '!keep.csv\n/x.txt\n',
      'p/data/keep.csv': '',
      'p/data/drop.csv': '',
      'p/data/x.txt': '',
      'p/data/deep/keep.csv': '',
      'p/data/deep/x.txt': '',
      'p/other/keep.csv': '',
      'p/closed/.zenodoignore': '!*\n',
      'p/closed/y.txt': ''
    });
    expect(out).toEqual({
      closed: 'left out: .zenodoignore',
      'data/drop.csv': 'left out: .zenodoignore',
      'data/x.txt': 'left out: data/.zenodoignore',
      'other/keep.csv': 'left out: .zenodoignore'
    });
  });

  it('holds for folders selected below the root, and on the way to them', async () => {
    const { result, out } = await plan(
      {
        'p/zenodoignore': 'a/b/raw/\n',
        'p/a/zenodoignore': '*.tmp\n',
        'p/a/b/raw/x': '',
        'p/a/b/y.tmp': '',
        'p/a/b/z.csv': ''
      },
      ['p/a/b', 'p/a.ipynb']
    );
    expect(out).toMatchObject({
      'a/b/raw': 'left out: zenodoignore',
      'a/b/y.tmp': 'left out: a/zenodoignore'
    });
    expect(result.entries.find(e => e.path === 'a/b/z.csv')?.included).toBe(
      true
    );
  });

  it('keeps what was selected by its name, file or folder', async () => {
    const { out } = await plan(
      { 'p/zenodoignore': '*.csv\nraw/\n', 'p/x.csv': '', 'p/raw/y.txt': '' },
      ['p/a.ipynb', 'p/x.csv', 'p/raw']
    );
    expect(out).toEqual({ zenodoignore: 'left out: not selected' });
  });

  it('leaves out even what belongs to the bundle by its name, but not a manifest', async () => {
    const { out } = await plan(
      {
        'p/zenodoignore': 'README.md\nmanifest.rdmc\n',
        'p/README.md': '',
        'p/manifest.rdmc': ''
      },
      ['p/a.ipynb']
    );
    expect(out).toEqual({
      'README.md': 'left out: zenodoignore',
      zenodoignore: 'left out: not selected'
    });
  });

  it('takes in again what the defaults leave out, but no secrets', async () => {
    const { out } = await plan({
      'p/.zenodoignore': '!.cache/\n!.env\n!*.pyc\n',
      'p/.cache/x': '',
      'p/.env': 'A=1',
      'p/m.pyc': ''
    });
    expect(out).toEqual({ '.env': 'left out: may hold passwords or keys' });
  });

  it('follows .gitignore only on request, and its ! only against itself', async () => {
    const contents = {
      'p/.gitignore': '*.csv\n!keep.csv\n!.cache/\n',
      'p/.zenodoignore': 'z.txt\n!x.csv\n',
      'p/x.csv': '',
      'p/y.csv': '',
      'p/keep.csv': '',
      'p/z.txt': '',
      'p/.cache/w': '',
      'p/sub/.gitignore': 'w.txt\n',
      'p/sub/w.txt': ''
    };
    const cache = 'left out: the cache of a tool';
    expect((await plan(contents)).out).toEqual({
      '.cache': cache,
      'z.txt': 'left out: .zenodoignore'
    });
    const { out } = await plan(contents, ['p'], { gitignore: true });
    expect(out).toEqual({
      '.cache': cache,
      'sub/w.txt': 'left out: sub/.gitignore',
      'y.csv': 'left out: .gitignore',
      'z.txt': 'left out: .zenodoignore'
    });
  });

  it('tells large letters from small ones, and knows byte order marks and Windows', async () => {
    const { out } = await plan({
      'p/zenodoignore': '\ufeff*.CSV\r\nlast.txt',
      'p/a.CSV': '',
      'p/b.csv': '',
      'p/last.txt': ''
    });
    expect(Object.keys(out)).toEqual(['a.CSV', 'last.txt']);
  });

  it('anchors a rule of the settings at the root', async () => {
    const { out } = await plan({ 'p/a/x.tmp': '', 'p/x.tmp': '' }, ['p/a', 'p/a.ipynb'], { rules: [settingsRule(['/a/*.tmp'], trans)] }); // prettier-ignore
    expect(out['a/x.tmp']).toBe('left out: by a rule in the settings');
  });

  it('holds in folders that are opened later', async () => {
    const files = new MemoryFiles({
      'p/a.ipynb': '{}',
      'p/zenodoignore': '*.tmp\ndata/\n',
      'p/data/x.tmp': '',
      'p/data/y.csv': ''
    });
    const before = await planBundle({ files, selection: ['p'], trans });
    const after = await openFolder(before, 'data', { files, trans });
    expect(
      after.entries
        .filter(e => e.path.startsWith('data'))
        .map(e => [e.path, e.reason])
    ).toEqual([
      ['data/x.tmp', 'left out: zenodoignore'],
      ['data/y.csv', 'selected by you']
    ]);
  });
});

describe('files with rules that are hidden', () => {
  const contents = {
    'p/a.ipynb': '{}',
    'p/.zenodoignore': '*.tmp\n',
    'p/x.tmp': '',
    'p/sub/.zenodoignore': '*.csv\n',
    'p/sub/y.csv': ''
  };

  it('are asked for once, at the root, and followed when they can be read', async () => {
    const files = new CountingFiles(new HiddenFiles(contents, 'readable'));
    const { entries } = await planBundle({ files, selection: ['p'], trans });
    expect(files.statted).toEqual(['p', 'p/.zenodoignore']);
    expect(entries.filter(e => !e.included).map(e => e.path)).toEqual([
      'x.tmp'
    ]);
  });

  it('hold where they came another way, for their folder and in place of the server’s', async () => {
    const seen = {
      'p/data/x.log': '',
      'p/data/y.csv': '',
      'p/z.log': '',
      'p/zenodoignore': '*.log\n',
      'o/z.log': ''
    };
    const { out, result } = await plan(seen, ['p'], {
      ruleFiles: new Map([
        ['data/.zenodoignore', '*.csv\n'],
        ['zenodoignore', 'z.*\n'],
        ['.gitignore', '*\n']
      ])
    });
    expect(out).toEqual({
      'data/y.csv': 'left out: data/.zenodoignore',
      'z.log': 'left out: zenodoignore'
    });
    expect(result.findings).toEqual([]);
    const { out: followed } = await plan(seen, ['p'], {
      gitignore: true,
      ruleFiles: new Map([['.gitignore', '*.csv\n']])
    });
    expect(followed['data/y.csv']).toBe('left out: .gitignore');
    const { result: long } = await plan({}, ['p'], {
      ruleFiles: new Map([['.zenodoignore', '*\n'.repeat(40_000)]])
    });
    expect(long.findings.map(({ id }) => id)).toEqual(['bundle.ignore-file']);
    expect(long.entries.every(({ included }) => included)).toBe(true);
  });

  it('are not missed when the server refuses them', async () => {
    const files = new HiddenFiles(contents, 'refused');
    const { findings } = await planBundle({ files, selection: ['p'], trans });
    expect(findings).toEqual([]);
  });
});
