import { IFileEntry } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { listingDigest } from '../loops';
import { planBundle } from '../plan';
import { CountingFiles, LinkedFiles, ids } from './helpers';

const planOf = (files: CountingFiles | MemoryFiles, selection = ['p']) =>
  planBundle({ files, selection, trans });

describe('links that lead back', () => {
  it('stop the walk at once where a file tells', async () => {
    const files = new CountingFiles(
      new LinkedFiles(
        { 'p/a.ipynb': '{}', 'p/sub/b.txt': 'x' },
        'p/sub/up',
        'p'
      )
    );
    const { entries, findings } = await planOf(files);
    expect(entries.map(e => [e.path, e.included])).toEqual([
      ['a.ipynb', true],
      ['sub/b.txt', true],
      ['sub/up', false]
    ]);
    expect(findings).toMatchObject([
      { id: 'bundle.loop', place: { path: 'sub/up' } }
    ]);
    expect(new Set(files.listed).size).toBe(files.listed.length);
    expect(files.listed.length).toBeLessThan(7);
  });

  it('stop it also where nothing tells the folders apart', async () => {
    const files = new CountingFiles(
      new LinkedFiles({ 'p/nb/a.ipynb': '{}' }, 'p/up', 'p')
    );
    const { entries, findings } = await planOf(files);
    expect(entries.map(e => e.path)).toEqual(['nb/a.ipynb', 'up']);
    expect(ids(findings)).toEqual(['bundle.loop']);
    expect(files.listed.length).toBeLessThan(20);
  });

  it('to above the selection bring in nothing of what is there', async () => {
    const files = new LinkedFiles(
      { 'home/diary.txt': 'x', 'home/p/q/a.ipynb': '{}', 'home/p/b.txt': 'x' },
      'home/p/q/up',
      'home'
    );
    const { entries, findings } = await planOf(files, ['home/p/q']);
    expect(entries.map(e => e.path)).toEqual(['a.ipynb', 'up']);
    expect(ids(findings)).toEqual(['bundle.loop']);
  });

  it('stop it where the server gives up going round', async () => {
    class Tired extends LinkedFiles {
      async list(folder: string): Promise<IFileEntry[]> {
        if (folder.split('/').length > 4) {
          throw new Error('Too many levels of symbolic links');
        }
        return super.list(folder);
      }
    }
    const { entries } = await planOf(
      new Tired({ 'p/nb/a.ipynb': '{}' }, 'p/up', 'p')
    );
    expect(entries.map(e => [e.path, e.reason])).toEqual([
      ['nb/a.ipynb', 'selected by you'],
      ['up', 'left out: leads back to itself']
    ]);
  });

  it('end somewhere though they change at each look', async () => {
    class Changing extends LinkedFiles {
      private _now = 0;
      async list(folder: string): Promise<IFileEntry[]> {
        const entries = await super.list(folder);
        return entries.map(e => ({ ...e, lastModified: String(this._now++) }));
      }
    }
    const files = new Changing({ 'p/a.ipynb': '{}' }, 'p/up', 'p');
    const { findings } = await planOf(files);
    expect(ids(findings)).toEqual(['bundle.deep']);
  });
});

describe('links that lead around without end', () => {
  it('end after 20,000 folders, with one finding', async () => {
    class Maze extends MemoryFiles {
      private _now = 0;
      async list(folder: string): Promise<IFileEntry[]> {
        return ['x', 'y', 'z'].map(name => ({
          path: `${folder}/${name}`,
          kind: 'folder',
          size: null,
          lastModified: String(this._now++)
        }));
      }
      async stat(path: string): Promise<IFileEntry> {
        return { path, kind: 'folder', size: null, lastModified: '' };
      }
    }
    const maze = new CountingFiles(new Maze());
    const { findings } = await planOf(maze);
    expect(ids(findings)).toEqual(['bundle.many-folders']);
    expect(maze.listed.length).toBeLessThan(20_010);
  }, 30_000);
});

describe('folders that only look alike', () => {
  it.each<[string, Record<string, string>]>([
    ['hold one folder of the same name', { 'p/foo/foo/foo/x.ipynb': '{}' }],
    [
      'hold an empty file and a folder of the same name',
      {
        'p/core/__init__.py': '',
        'p/core/core/__init__.py': '',
        'p/core/core/core/__init__.py': '',
        'p/core/core/core/core/a.ipynb': '{}'
      }
    ],
    [
      'are copies, with all times, of the folder around them',
      {
        'p/same/x.csv': '1',
        'p/same/same/x.csv': '1',
        'p/same/same/same/y.csv': '2'
      }
    ]
  ])('%s', async (_, contents) => {
    const files = new Undated(contents);
    const { entries, findings } = await planOf(files);
    expect(entries.filter(e => e.included)).toHaveLength(
      Object.keys(contents).length
    );
    expect(findings).toEqual([]);
  });

  it('are many and empty', async () => {
    const deep = Array.from({ length: 30 }, () => 'x').join('/');
    const { entries } = await planOf(
      new Undated({ 'p/a.ipynb': '{}', [`p/${deep}/end.txt`]: 'x' })
    );
    expect(entries.filter(e => e.included)).toHaveLength(1);
    expect(entries[1].reason).toBe('left out: leads back to itself');
  });
});

describe('depth', () => {
  it.each([
    [40, 2, []],
    [41, 1, ['bundle.deep']]
  ])('of %i folders', async (depth, files, findings) => {
    const deep = Array.from({ length: depth }, (_, i) => `d${i}`).join('/');
    const plan = await planOf(
      new MemoryFiles({ 'p/a.ipynb': '{}', [`p/${deep}/x.txt`]: '' })
    );
    expect(plan.entries.filter(e => e.included)).toHaveLength(files);
    expect(ids(plan.findings)).toEqual(findings);
  });
});

describe('listingDigest', () => {
  const folder = { path: 'a/d', kind: 'folder', size: null, lastModified: '' } as const; // prettier-ignore
  const file = { path: 'a/f', kind: 'file', size: 3, lastModified: 'T' } as const; // prettier-ignore

  it('does not depend on order or place, but on all that a listing says', () => {
    const digest = listingDigest([folder, file]);
    expect(
      listingDigest([
        { ...file, path: 'b/c/f' },
        { ...folder, path: 'b/c/d' }
      ])
    ).toBe(digest);
    const others = [
      [folder],
      [folder, { ...file, size: 4 }],
      [folder, { ...file, lastModified: 'U' }],
      [folder, { ...file, path: 'a/g' }],
      [folder, { ...file, kind: 'folder' as const }]
    ].map(listingDigest);
    expect(others).not.toContain(digest);
    expect(new Set(others).size).toBe(others.length);
    expect(listingDigest([file])).toBeNull();
  });
});

/** Files that all have the same time, as those of an unpacked archive. */
class Undated extends MemoryFiles {
  async list(folder: string): Promise<IFileEntry[]> {
    const entries = await super.list(folder);
    return entries.map(e => ({ ...e, lastModified: '2020-01-01T00:00:00Z' }));
  }
}
