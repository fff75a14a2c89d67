import { plainEnglish } from '../../text';
import { junkFilesCheck } from '../junkFiles';
import { run } from './notebookFiles';

const check = junkFilesCheck(plainEnglish);
const listed = (...paths: string[]) =>
  run(check, [], { files: paths.map(path => ({ path, size: 1 })) });

describe('bundle', () => {
  it.each([
    '.git/config',
    'a/.DS_Store',
    '__MACOSX/a.csv',
    '.ipynb_checkpoints/a-checkpoint.ipynb',
    'node_modules/x/index.js',
    'a/__pycache__/b.cpython-312.pyc',
    'b.pyc',
    '.venv/lib/x.py'
  ])('finds %s', async path => {
    const found = await listed('a.ipynb', path);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: 'bundle.junk',
      severity: 'warning',
      place: { path },
      fixes: [{ fix: { kind: 'exclude', paths: [path] } }]
    });
  });

  it('accepts what belongs there', async () => {
    const found = await listed(
      'a.ipynb',
      '.gitignore',
      '.binder/environment.yml',
      'data/git/config',
      'venv.md',
      'pyvenv.cfg',
      ''
    );
    expect(found).toEqual([]);
  });

  it('takes an environment as a whole, by what is in it', async () => {
    const inside = ['e/x/pyvenv.cfg', 'e/x/lib/a.py', 'e/x/lib/b.pyc'];
    const conda = ['c/conda-meta/history', 'c/bin/python'];
    const found = await listed('e/y.py', ...inside, ...conda);
    expect(
      found.map(({ fixes, place }) => [place?.path, fixes?.[0].fix])
    ).toEqual([
      ['e/x', { kind: 'exclude', paths: inside }],
      ['c', { kind: 'exclude', paths: conda }]
    ]);
  });

  it('says each kind once, in a folder of any size', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `n/__pycache__/${i}.pyc`
    );
    const found = await listed(...many, '.DS_Store', 'x/.DS_Store');
    expect(found).toHaveLength(2);
    expect(found[0].message).toContain('20000 files');
    expect(found[1].message).toContain('2 files');
  });
});
