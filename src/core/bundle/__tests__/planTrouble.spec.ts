import { CancelledError } from '../../error';
import { FileAccessError, FileMissingError, IFileEntry } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { planBundle } from '../plan';
import { ids } from './helpers';

describe('planBundle, when not all is well', () => {
  it('reports what is gone, unreadable or private, and goes on', async () => {
    class Guarded extends MemoryFiles {
      async list(folder: string) {
        if (folder === 'p/linked') {
          throw new FileAccessError(folder, '403');
        }
        return super.list(folder);
      }
    }
    const { entries, findings } = await planBundle({
      files: new Guarded({
        'p/a.ipynb': '{}',
        'p/linked/x.csv': '',
        'p/server.pem': 'x'
      }),
      selection: ['p', 'p/gone.ipynb', 'p/server.pem'],
      trans
    });
    expect(entries.map(e => [e.path, e.included, e.reasonKind])).toEqual([
      ['a.ipynb', true, 'selected'],
      ['linked', false, 'unreadable'],
      ['server.pem', false, 'private']
    ]);
    expect(ids(findings)).toEqual([
      'bundle.missing',
      'bundle.private',
      'bundle.unreadable'
    ]);
    expect(findings[2].place).toEqual({ path: 'linked' });
  });

  it('leaves out what no site takes, but not what was selected by its name', async () => {
    const files = new MemoryFiles({
      'p/a.ipynb': '{}',
      'p/big.bin': 'x'.repeat(11),
      'p/just.bin': 'x'.repeat(10),
      'p/mine.bin': 'x'.repeat(11)
    });
    const { entries, findings } = await planBundle({
      files,
      selection: ['p', 'p/mine.bin'],
      limits: { files: 100, bytes: 10 },
      trans
    });
    expect(
      entries.filter(e => !e.included).map(e => [e.path, e.reasonKind])
    ).toEqual([['big.bin', 'over-limit']]);
    expect(findings).toMatchObject([
      { id: 'bundle.over-limit', place: { path: 'big.bin' } }
    ]);
    const other = await planBundle({ files, selection: ['p/a.ipynb'], trans });
    expect(other.entries.find(e => e.path === 'big.bin')?.reasonKind).toBe(
      'unselected'
    );
  });

  it.each([
    [new FileAccessError('p', '403'), /or you may not read it/],
    [new FileMissingError('p', '404'), /could not be read/],
    [new Error('500'), /could not be read/]
  ])('goes on without a folder that answers %s', async (error, message) => {
    class Broken extends MemoryFiles {
      async list(folder: string): Promise<IFileEntry[]> {
        if (folder.startsWith('p/d')) {
          throw error;
        }
        return super.list(folder);
      }
    }
    const files = new Broken({ 'p/a.ipynb': '{}', 'p/d/x.csv': '' });
    const inside = await planBundle({ files, selection: ['p'], trans });
    expect(inside.entries.map(e => [e.path, e.included])).toEqual([
      ['a.ipynb', true],
      ['d', false]
    ]);
    expect(inside.findings[0].message).toMatch(message);
    const alone = await planBundle({ files, selection: ['p/d'], trans });
    expect(alone.entries).toEqual([]);
    expect(ids(alone.findings)).toEqual(['bundle.unreadable']);
    const beside = await planBundle({
      files,
      selection: ['p/d/x.csv'],
      trans
    });
    expect(beside.entries.map(e => e.path)).toEqual(['x.csv']);
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(
      planBundle({
        files: new MemoryFiles({ 'work/a.ipynb': '{}' }),
        selection: ['work'],
        trans,
        signal: abort.signal
      })
    ).rejects.toBeInstanceOf(CancelledError);
  });
});
