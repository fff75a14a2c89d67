import { layoutFindings, Packing } from '../layout';

const check = (paths: string[], packing: Packing = 'zip', size = 10) =>
  layoutFindings(
    paths.map((path, i) => ({ path, size: i ? null : size })),
    packing
  ).map(({ id, severity }) => `${severity} ${id}`);

describe('layoutFindings', () => {
  it.each<[string, string[], Packing, string[]]>([
    ['two files', ['a.ipynb', 'requirements.txt'], 'zip', []],
    ['a file and a folder', ['a/b.ipynb', 'requirements.txt'], 'zip', []],
    ['two folders', ['a/b.ipynb', 'binder/x'], 'zip', []],
    ['one file', ['a.ipynb'], 'zip', ['error binder.single-file']],
    [
      'one folder',
      ['a/b.ipynb', 'a/c'],
      'zip',
      ['error binder.wrapping-folder']
    ],
    ['files alone', ['a.ipynb', 'requirements.txt'], 'files', []],
    ['one file alone', ['a.ipynb'], 'files', []],
    ['files in folders', ['a/b', 'c'], 'files', ['error binder.folders']],
    ['a zip beside', ['a.ZIP', 'b'], 'files', ['warning binder.packed-beside']],
    [
      '51 files',
      Array.from({ length: 51 }, (_, i) => `${i}`),
      'files',
      ['warning binder.many-files']
    ],
    ['50 files', Array.from({ length: 50 }, (_, i) => `${i}`), 'files', []],
    ['51 in a zip', Array.from({ length: 51 }, (_, i) => `${i}`), 'zip', []],
    ['nothing', [], 'zip', []]
  ])('judges %s', (_, paths, packing, expected) => {
    expect(check(paths, packing)).toEqual(expected);
  });

  it('counts in words', () => {
    const files = ['a/b', 'a/c', 'd'].map(path => ({ path, size: null }));
    expect(layoutFindings(files, 'files')[0].message).toMatch(/^2 files are/);
    expect(layoutFindings(files.slice(1), 'files')[0].message).toMatch(
      /^1 file is/
    );
  });
});
