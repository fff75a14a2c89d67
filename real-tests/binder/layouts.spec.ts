import type { Layout } from '../../src/core/binder/__tests__/layouts';
import {
  ICase,
  IReal,
  ourLayout,
  ourVerdict,
  pack,
  realVerdicts
} from './verdicts';

const notebook = '{"cells": [], "metadata": {}, "nbformat": 4}';
const flat: Layout = {
  'a.ipynb': notebook,
  'requirements.txt': 'numpy==2.0\n',
  'runtime.txt': 'python-3.12\n'
};
const inside = (folder: string, files: Layout): Layout =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])
  );
const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [`data ${i}.csv`, `${i}\n`])
);

type Row = readonly [
  name: string,
  files: Layout | (() => Promise<Layout>),
  way: 'zip' | 'files',
  isGood: boolean
];

/** The ways to deposit files: binder.md's matrix, and what lies between its rows. */
const rows: readonly Row[] = [
  ['files at the root', flat, 'zip', true],
  ['files and folders', { ...flat, 'data/x.csv': '1\n' }, 'zip', true],
  ['one folder around all', inside('proj', flat), 'zip', false],
  [
    'a folder with its own name inside',
    inside('proj', { ...flat, 'proj/__init__.py': '' }),
    'zip',
    false
  ],
  [
    'a file with the name of its folder',
    inside('proj', { ...flat, proj: 'x\n' }),
    'zip',
    false
  ],
  [
    'a folder and what macOS leaves beside it',
    { ...inside('proj', flat), '__MACOSX/proj/._a.ipynb': 'x' },
    'zip',
    false
  ],
  [
    'a folder and .DS_Store beside it',
    { ...inside('proj', flat), '.DS_Store': 'x' },
    'zip',
    false
  ],
  ['two folders around all', inside('a/b', flat), 'zip', false],
  ['one notebook', { 'a.ipynb': notebook }, 'zip', false],
  ['one environment file', { 'requirements.txt': '' }, 'zip', false],
  ['a notebook without environment', { 'a.ipynb': notebook, b: 'x' }, 'zip', false], // prettier-ignore
  [
    'a folder for Binder alone',
    { 'binder/requirements.txt': '', 'binder/a.ipynb': notebook },
    'zip',
    false
  ],
  [
    'a folder for Binder',
    { 'a.ipynb': notebook, 'binder/requirements.txt': '' },
    'zip',
    true
  ],
  [
    'a hidden folder for Binder',
    { 'a.ipynb': notebook, '.binder/environment.yml': '' },
    'zip',
    true
  ],
  [
    'both folders for Binder',
    { 'binder/requirements.txt': '', '.binder/requirements.txt': '' },
    'zip',
    false
  ],
  [
    'a folder for Binder without environment, one at the root',
    { ...flat, 'binder/postBuild': '#!/bin/bash\n' },
    'zip',
    false
  ],
  [
    'names with spaces and letters of the world',
    { ...flat, 'Übung 1/größe µ 日本.csv': 'x\n', 'a #1?.ipynb': notebook },
    'zip',
    true
  ],
  ['empty files', { ...flat, 'pkg/__init__.py': '' }, 'zip', true],
  ['60 files in a zip', { ...flat, ...many }, 'zip', true],
  [
    'a packed zip beside',
    async () => ({ ...flat, 'data.zip': await pack(flat) }),
    'zip',
    true
  ],
  [
    'a zip in the zip alone',
    async () => ({ 'inner.zip': await pack(flat) }),
    'zip',
    false
  ],
  ['single files', flat, 'files', true],
  ['a single notebook', { 'a.ipynb': notebook }, 'files', false],
  [
    'single files with spaces and letters of the world',
    { ...flat, 'größe µ 日本.csv': 'x' },
    'files',
    true
  ],
  [
    'a zip with the environment, and a README beside',
    async () => ({ 'bundle.zip': await pack(flat), 'README.md': 'x' }),
    'files',
    false
  ],
  [
    'a zip of data beside single files',
    async () => ({ ...flat, 'data.zip': await pack(flat) }),
    'files',
    true
  ],
  ['a tar file alone', { 'bundle.tar.gz': '\u001f\u008b' }, 'files', false],
  [
    'a table that is a zip file inside, alone',
    async () => ({ 'a.xlsx': await pack({ 'b.xml': 'x', 'c.xml': 'y' }) }),
    'files',
    false
  ]
];

const sameFiles = (real: IReal, files: Layout) =>
  JSON.stringify(real.files) === JSON.stringify(Object.keys(files).sort());

describe('how the files are deposited', () => {
  let real: IReal[];
  let layouts: Layout[];

  beforeAll(async () => {
    layouts = await Promise.all(
      rows.map(([, files]) => (typeof files === 'function' ? files() : files))
    );
    const cases = rows.map(([, , way], i): ICase => ({
      files: layouts[i],
      way
    }));
    real = await realVerdicts([...cases, { files: null, way: 'files' }]);
  }, 120_000);

  it.each(rows.map(([name], i) => [name, i] as const))(
    'matters to Binder as we say: %s',
    async (_, i) => {
      const [, , way, isGood] = rows[i];
      const files = layouts[i];
      const { accepted, kind } = await ourVerdict(files);
      const errors = ourLayout(files, way).filter(
        ({ severity }) => severity === 'error'
      );
      // Good: all files where they were, so that links open them, and an environment.
      const isGoodThere =
        real[i].kind !== null &&
        real[i].error === null &&
        sameFiles(real[i], files);
      expect([accepted && errors.length === 0, isGoodThere]).toEqual([
        isGood,
        isGood
      ]);
      if (isGood) {
        expect(real[i].kind).toBe(kind);
      }
    }
  );

  it('fails on a record whose files nobody may read', () => {
    expect(real[rows.length]).toMatchObject({ kind: null, error: 'KeyError' });
  });

  it.each([
    ['one notebook', 'NotADirectoryError'],
    ['a file with the name of its folder', expect.any(String)]
  ])('fails while unpacking: %s', (name, error) => {
    const i = rows.findIndex(([one]) => one === name);
    expect(real[i].error).toEqual(error);
  });

  it('loses files without a word where a folder holds its own name', () => {
    const i = rows.findIndex(([name]) => /its own name/.test(name));
    expect(real[i].files.some(path => path.endsWith('__init__.py'))).toBe(
      false
    );
  });
});
