import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { openFolder } from '../openFolder';
import { planBundle } from '../plan';
import { settingsRule } from '../ignore';
import { CountingFiles, ids } from './helpers';

const project = {
  'work/soil/01-clean.ipynb': '{}',
  'work/soil/02-figures.ipynb': '{}',
  'work/soil/data/stations.csv': 'a,b',
  'work/soil/README.md': '# Soil',
  'work/soil/LICENSE-MIT': 'MIT',
  'work/soil/CITATION.cff': 'x',
  'work/soil/manifest.rdmc': 'x',
  'work/soil/requirements.txt': 'numpy',
  'work/soil/notes.md': 'mine',
  'work/soil/__pycache__/a.pyc': 'x',
  'work/other/secret.txt': 'x'
};

async function plan(
  contents: Record<string, string>,
  selection: string[],
  root?: string
) {
  const result = await planBundle({
    files: new MemoryFiles(contents),
    selection,
    root,
    trans
  });
  const lines = Object.fromEntries(
    result.entries.map(e => [
      e.path + (e.kind === 'folder' ? '/' : ''),
      `${e.included ? '+' : '-'} ${e.reason}`
    ])
  );
  return { result, lines };
}

describe('planBundle', () => {
  it('takes selected notebooks and what belongs with them', async () => {
    const { result, lines } = await plan(project, [
      'work/soil/01-clean.ipynb',
      'work/soil/02-figures.ipynb'
    ]);
    expect(result.root).toBe('work/soil');
    expect(lines).toEqual({
      '01-clean.ipynb': '+ selected by you',
      '02-figures.ipynb': '+ selected by you',
      'CITATION.cff': '+ citation file',
      'LICENSE-MIT': '+ licence',
      'README.md': '+ read-me file',
      '__pycache__/': '- left out: Python’s cache',
      'data/': '- left out: not selected',
      'manifest.rdmc': '+ container manifest, always goes along',
      'notes.md': '- left out: not selected',
      'requirements.txt': '+ environment file'
    });
    expect(result.entries.map(e => e.path)).toEqual(
      [...result.entries.map(e => e.path)].sort()
    );
    expect(result.findings).toEqual([]);
  });

  it('takes all of a selected folder, less what is ignored', async () => {
    const { result, lines } = await plan(
      {
        ...project,
        'work/soil/.env': 'A=1',
        'work/soil/keys/id_rsa': 'x',
        'work/soil/env/pyvenv.cfg': 'home = /usr',
        'work/soil/env/lib/x.py': 'x',
        'work/soil/binder/apt.txt': 'git'
      },
      ['work/soil']
    );
    expect(result.root).toBe('work/soil');
    expect(lines).toMatchObject({
      '.env': '- left out: may hold passwords or keys',
      '__pycache__/': '- left out: Python’s cache',
      'binder/apt.txt': '+ environment file',
      'data/stations.csv': '+ selected by you',
      'env/': '- left out: installed packages, not your files',
      'keys/id_rsa': '- left out: may hold passwords or keys',
      'notes.md': '+ selected by you',
      'requirements.txt': '+ environment file'
    });
  });

  it('finds the deepest common folder and leaves its other folders alone', async () => {
    const { result, lines } = await plan(project, [
      'work/soil/data',
      'work/soil/01-clean.ipynb'
    ]);
    expect(result.root).toBe('work/soil');
    expect(lines['data/stations.csv']).toBe('+ selected by you');
    expect(lines['notes.md']).toBe('- left out: not selected');
  });

  it('takes nothing from the server’s root only because two folders meet there', async () => {
    const { result, lines } = await plan(
      {
        'a/x.ipynb': '{}',
        'b/y.ipynb': '{}',
        'README.md': 'home',
        'c.txt': ''
      },
      ['a/x.ipynb', 'b/y.ipynb']
    );
    expect(result.root).toBe('');
    expect(lines).toEqual({
      'a/x.ipynb': '+ selected by you',
      'b/y.ipynb': '+ selected by you'
    });
  });

  it('adds nothing recursively to a file at the server’s root', async () => {
    const files = new CountingFiles(
      new MemoryFiles({
        'x.ipynb': '{}',
        'private/diary.txt': 'x',
        'apt.txt': ''
      })
    );
    const { entries } = await planBundle({
      files,
      selection: ['x.ipynb'],
      trans
    });
    expect(files.listed).toEqual(['']);
    expect(entries.filter(e => e.included).map(e => e.path)).toEqual([
      'apt.txt',
      'x.ipynb'
    ]);
  });

  it('proposes an environment above the root, and takes it only when told', async () => {
    const contents = {
      'proj/requirements.txt': 'numpy',
      'proj/nb/deep/x.ipynb': '{}'
    };
    const { result, lines } = await plan(contents, ['proj/nb/deep/x.ipynb']);
    expect(lines).toEqual({ 'x.ipynb': '+ selected by you' });
    expect(result.above).toMatchObject([
      {
        path: 'requirements.txt',
        source: 'proj/requirements.txt',
        included: false,
        reason: 'environment file, from the folder “proj”'
      }
    ]);
    expect(ids(result.findings)).toEqual(['bundle.environment-above']);
    const taken = await plan(contents, ['proj/nb/deep/x.ipynb'], 'proj');
    expect(taken.lines).toEqual({
      'nb/deep/x.ipynb': '+ selected by you',
      'requirements.txt': '+ environment file'
    });
    expect(taken.result.above).toEqual([]);
    await expect(
      plan(contents, ['proj/nb/deep/x.ipynb'], 'else')
    ).rejects.toThrow('must hold everything');
  });

  it('asks once per folder and at most four at once, for 10,000 files', async () => {
    const contents: Record<string, string> = {};
    for (let i = 0; i < 10_000; i++) {
      contents[`p/${i % 10}/${i % 100}/f${i}.txt`] = '';
    }
    contents['p/a.ipynb'] = '{}';
    const files = new CountingFiles(new MemoryFiles(contents));
    const seen: number[] = [];
    const { entries } = await planBundle({
      files,
      selection: ['p'],
      trans,
      onProgress: ({ files }) => seen.push(files)
    });
    expect(entries).toHaveLength(10_001);
    expect(new Set(files.listed).size).toBe(files.listed.length);
    // p, 10 folders, 100 folders in them, and the server's root for a proposal.
    expect(files.listed).toHaveLength(112);
    expect(files.statted).toEqual(['p', 'p/.zenodoignore']);
    expect(files.atOnce).toBe(4);
    expect(seen[seen.length - 1]).toBe(10_001);
  });

  it('takes rules of the settings, and an ignored file that was selected itself', async () => {
    const { entries } = await planBundle({
      files: new MemoryFiles({
        'p/a.ipynb': '{}',
        'p/x.tmp': '',
        'p/y.tmp': ''
      }),
      selection: ['p', 'p/y.tmp'],
      rules: [settingsRule(['*.tmp'], trans)],
      trans
    });
    expect(entries.map(e => [e.path, e.reason])).toEqual([
      ['a.ipynb', 'selected by you'],
      ['x.tmp', 'left out: by a rule in the settings'],
      ['y.tmp', 'selected by you']
    ]);
  });
});

describe('openFolder', () => {
  it('puts the files of a left-out folder in its place', async () => {
    const files = new MemoryFiles({
      ...project,
      'work/soil/data/__pycache__/x.pyc': ''
    });
    const before = await planBundle({
      files,
      selection: ['work/soil/01-clean.ipynb'],
      trans
    });
    const after = await openFolder(before, 'data', { files, trans });
    expect(
      after.entries
        .filter(({ path }) => path.startsWith('data'))
        .map(e => [e.path, e.included])
    ).toEqual([
      ['data/__pycache__', false],
      ['data/stations.csv', true]
    ]);
    expect(await openFolder(before, 'notes.md', { files, trans })).toBe(before);
  });
});
