import { Contents } from '@jupyterlab/services';
import { CancelledError } from '../../core/error';
import {
  FileRefusedError,
  FileWriteError,
  PathTakenError
} from '../../core/fileWriter';
import { plainEnglish } from '../../core/text';
import { NewFiles } from '../newFiles';

const MB = 1024 * 1024;

function failure(status: number | null, message = 'no'): Error {
  return Object.assign(
    new Error(message),
    status === null ? {} : { response: { status } }
  );
}

/** Chunks as a stream gives them; jsdom has no streams. */
function stream(...chunks: (Uint8Array | Error)[]) {
  const cancel = jest.fn(async () => undefined);
  const content = {
    getReader: () => ({
      read: async () => {
        const value = chunks.shift();
        if (value instanceof Error) {
          throw value;
        }
        return { done: value === undefined, value };
      },
      cancel
    })
  } as unknown as ReadableStream<Uint8Array>;
  return { content, cancel };
}

/** A server's folder, as far as these tests need one. */
class Disk {
  readonly saves: Partial<Contents.IModel & { chunk?: number }>[] = [];
  readonly deleted: string[] = [];
  readonly there = new Set<string>();
  onSave: (save: number) => void = () => undefined;
  size: number | undefined = undefined;

  readonly contents = {
    get: async (path: string) => {
      if (!this.there.has(path)) {
        throw failure(404);
      }
      const size = this.saves.reduce(
        (sum, { content }) => sum + atob(content as string).length,
        0
      );
      return { path, size: this.size ?? size };
    },
    save: async (path: string, model: object) => {
      this.onSave(this.saves.length);
      this.saves.push({ ...model, path });
      this.there.add(path);
      return { path };
    },
    newUntitled: async ({ path }: { path: string }) => {
      const untitled = path ? `${path}/Untitled Folder` : 'Untitled Folder';
      this.there.add(untitled);
      return { path: untitled };
    },
    rename: async (from: string, to: string) => {
      if (this.there.has(to)) {
        throw failure(409);
      }
      this.there.delete(from);
      this.there.add(to);
    },
    delete: async (path: string) => {
      if (!this.there.delete(path)) {
        throw failure(404);
      }
      this.deleted.push(path);
    }
  };

  readonly writer = new NewFiles({
    contents: this.contents as unknown as Contents.IManager,
    trans: plainEnglish
  });
}

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

describe('NewFiles', () => {
  let disk: Disk;

  beforeEach(() => {
    disk = new Disk();
  });

  it.each(['a.ipynb', 'a.txt'])(
    'writes %s as bytes, never as a document',
    async path => {
      const { content } = stream(new TextEncoder().encode('{"é": 1}'));
      expect(await disk.writer.write(path, content)).toBe(9);
      expect(disk.saves).toEqual([
        {
          ...{ path, name: path, type: 'file', format: 'base64' },
          content: btoa('{"\u00c3\u00a9": 1}')
        }
      ]);
    }
  );

  it('writes an empty file', async () => {
    expect(await disk.writer.write('a', stream().content)).toBe(0);
    expect(disk.saves).toEqual([expect.objectContaining({ content: '' })]);
    expect(disk.saves[0]).not.toHaveProperty('chunk');
  });

  it.each([
    [MB, [undefined]],
    [MB + 1, [1, -1]],
    [2 * MB, [1, -1]],
    [3 * MB + 5, [1, 2, 3, -1]]
  ])('writes %i bytes in these pieces: %j', async (size, pieces) => {
    const bytes = new Uint8Array(size).map((_, i) => i * 7);
    const at = [0, 100, 700_000, size];
    const chunks = at.slice(1).map((end, i) => bytes.slice(at[i], end));
    const told: number[] = [];
    await disk.writer.write('big', stream(...chunks).content, {
      onProgress: done => told.push(done)
    });
    expect(disk.saves.map(({ chunk }) => chunk)).toEqual(pieces);
    const all = Buffer.concat(
      disk.saves.map(({ content }) => Buffer.from(content as string, 'base64'))
    );
    expect(Buffer.compare(all, Buffer.from(bytes))).toBe(0);
    expect(told[told.length - 1]).toBe(size);
  });

  it('says that a place keeps no large files, and leaves nothing', async () => {
    disk.size = 5;
    const { content } = stream(new Uint8Array(2 * MB));
    const error = await thrown(disk.writer.write('a/big', content));
    expect(error).toBeInstanceOf(FileWriteError);
    expect((error as Error).message).toMatch(/did not keep “big” whole/);
    expect(disk.deleted).toEqual(['a/big']);
  });

  it('removes the part of a file whose content breaks off', async () => {
    const broken = new Error('broke off');
    const { content } = stream(new Uint8Array(2 * MB), broken);
    expect(await thrown(disk.writer.write('big', content))).toBe(broken);
    expect(disk.deleted).toEqual(['big']);
  });

  it('removes the part of a file that is cancelled', async () => {
    const stop = new AbortController();
    const { content, cancel } = stream(new Uint8Array(3 * MB));
    disk.onSave = save => (save === 1 ? stop.abort() : undefined);
    const { signal } = stop;
    expect(
      await thrown(disk.writer.write('big', content, { signal }))
    ).toBeInstanceOf(CancelledError);
    expect(disk.saves).toHaveLength(2);
    expect(disk.deleted).toEqual(['big']);
    expect(cancel).toHaveBeenCalled();
  });

  it.each<[string, number | null, string, RegExp]>([
    ['a/b', 403, 'no', /may not write into this folder/],
    ['a/b', 404, 'no', /The folder is not there any more/],
    ['a/b', 413, 'no', /refuses files of this size/],
    ['a/b', 500, 'a/b [Errno 28] No space left on device', /disk .* is full/],
    ['a/b', 500, 'Disk quota exceeded', /disk .* is full/],
    ['a/b', 502, 'no', /could not write “b” \(502\)/],
    ['a/b', null, 'Failed to fetch', /did not answer when “b”/]
  ])('stops at %s with status %s: %s', async (path, status, words, text) => {
    disk.onSave = () => {
      throw failure(status, words);
    };
    const { content } = stream(new Uint8Array(1));
    const error = await thrown(disk.writer.write(path, content));
    expect(error).toBeInstanceOf(FileWriteError);
    expect((error as Error).message).toMatch(text);
  });

  it.each([
    ['.env', 400],
    ['.env', 404],
    ['.binder/start', 403],
    ['a:b', 400]
  ])('can go on without %s (%i)', async (path, status) => {
    disk.onSave = () => {
      throw failure(status);
    };
    const { content } = stream(new Uint8Array(1));
    expect(await thrown(disk.writer.write(path, content))).toBeInstanceOf(
      FileRefusedError
    );
    expect(disk.deleted).toEqual([]);
  });

  it('makes a folder, and never takes one that is there', async () => {
    await disk.writer.makeFolder('work/rivers');
    expect([...disk.there]).toEqual(['work/rivers']);
    expect(await thrown(disk.writer.makeFolder('work/rivers'))).toBeInstanceOf(
      PathTakenError
    );
    expect([...disk.there]).toEqual(['work/rivers']);
  });

  it('does not make a hidden folder where Jupyter refuses it', async () => {
    disk.onSave = () => {
      throw failure(400);
    };
    expect(await thrown(disk.writer.makeFolder('a/.binder'))).toBeInstanceOf(
      FileRefusedError
    );
    expect([...disk.there]).toEqual([]);
  });

  it('knows what is there, and removes it', async () => {
    expect(await disk.writer.exists('a')).toBe(false);
    disk.there.add('a');
    expect(await disk.writer.exists('a')).toBe(true);
    await disk.writer.remove('a');
    await disk.writer.remove('a');
    expect(disk.deleted).toEqual(['a']);
  });

  it('takes the answer of JupyterLite for what is not there', async () => {
    disk.contents.get = async () => null as never;
    expect(await disk.writer.exists('a')).toBe(false);
  });
});
