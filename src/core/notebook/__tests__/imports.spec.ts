import { isPythonNotebook, notebookImports } from '../imports';

describe('notebookImports', () => {
  const cell = (
    source: string | string[],
    cell_type = 'code',
    metadata = {}
  ) => ({
    cell_type,
    source,
    metadata
  });

  it('says which cells import what', () => {
    const cells = [
      cell('import none', 'markdown'),
      cell(['import numpy as np\n', 'from scipy.stats import norm']),
      cell('import numpy.linalg, numpy'),
      cell('import none', 'code', { vscode: { languageId: 'r' } })
    ];
    expect([...notebookImports({ cells })]).toEqual([
      ['numpy', [1, 2]],
      ['scipy', [1]]
    ]);
    const metadata = { kernelspec: { name: 'ir', language: 'R' } };
    expect(notebookImports({ cells, metadata }).size).toBe(0);
  });

  it.each([
    [undefined, true],
    [{ language_info: { name: 'python' } }, true],
    [
      { language_info: { name: 'julia' }, kernelspec: { name: 'python3' } },
      false
    ],
    [{ kernelspec: { name: 'ir44' } }, false],
    [{ kernelspec: { name: 'conda-env-x-py' } }, true]
  ])('knows the language of %j', (metadata, expected) => {
    expect(isPythonNotebook({ metadata })).toBe(expected);
  });
});
