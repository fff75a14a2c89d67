import { FileMissingError, readText } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { BundleFiles } from '../bundleFiles';
import { toggle, withEntries } from '../edit';
import { generatedEntry } from '../generated';
import { includeAbove } from '../openFolder';
import { planBundle } from '../plan';

async function bundle() {
  const files = new MemoryFiles({
    'p/LICENSE': 'from above',
    'p/n/a.ipynb': '{}',
    'p/n/d/x.csv': '1',
    'p/n/d/e/y.csv': '22',
    'p/n/out/z.csv': '3',
    'p/n/runtime.txt': 'old'
  });
  const planned = await planBundle({ files, selection: ['p/n'], trans });
  const above = await includeAbove(planned, ['LICENSE'], { files, trans });
  const made = generatedEntry({
    path: 'runtime.txt',
    content: 'python-3.12\n',
    reason: 'made here',
    lastModified: ''
  });
  const plan = withEntries(toggle(above, 'out', false, trans), [made]);
  return new BundleFiles(plan, files, trans);
}

describe('BundleFiles', () => {
  it('lists what goes in, by its place in the bundle', async () => {
    const files = await bundle();
    const names = async (folder: string) =>
      (await files.list(folder)).map(({ path, kind }) => `${path} ${kind}`);
    expect((await names('')).sort()).toEqual([
      'LICENSE file',
      'a.ipynb file',
      'd folder',
      'runtime.txt file'
    ]);
    expect((await names('d')).sort()).toEqual(['d/e folder', 'd/x.csv file']);
    expect(await names('d/e')).toEqual(['d/e/y.csv file']);
  });

  it('reads from wherever a file lies', async () => {
    const files = await bundle();
    expect(await readText(files, 'LICENSE')).toBe('from above');
    expect(await readText(files, 'd/e/y.csv')).toBe('22');
    expect(await readText(files, 'runtime.txt')).toBe('python-3.12\n');
    expect(await files.stat('d/e/y.csv')).toMatchObject({ size: 2 });
    expect(await files.stat('d')).toMatchObject({ kind: 'folder' });
    expect(await files.stat('')).toMatchObject({ kind: 'folder' });
  });

  it('knows nothing of what is left out', async () => {
    const files = await bundle();
    for (const path of ['out/z.csv', 'out', 'p/n/a.ipynb', '__proto__']) {
      await expect(files.stat(path)).rejects.toThrow(FileMissingError);
      await expect(files.read(path)).rejects.toThrow('is not in the bundle');
      await expect(files.list(path)).rejects.toThrow(FileMissingError);
    }
  });
});
