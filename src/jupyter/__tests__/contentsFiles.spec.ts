import { Contents, ServerConnection } from '@jupyterlab/services';
import { FileAccessError, FileMissingError } from '../../core/files';
import { CancelledError } from '../../core/error';
import { parentOf } from '../../core/paths';
import { plainEnglish } from '../../core/text';
import { ContentsFiles } from '../contentsFiles';
import { JupyterServerError } from '../errors';

const baseUrl = 'http://hub/user/ada/';

function model(change: Partial<Contents.IModel>): Contents.IModel {
  return {
    name: 'a',
    path: 'a',
    type: 'file',
    writable: true,
    created: '',
    last_modified: '2026-01-01T00:00:00Z',
    mimetype: '',
    content: null,
    format: null,
    ...change
  };
}

function failure(status: number): Error {
  return Object.assign(new Error('no'), { response: { status } });
}

/** What stands for the bytes: jsdom has no streams. */
const bytes = {} as ReadableStream<Uint8Array>;

function answer(init: object = {}): Response {
  return {
    ok: true,
    status: 200,
    redirected: false,
    url: `${baseUrl}files/a`,
    headers: new Headers(),
    body: bytes,
    ...init
  } as unknown as Response;
}

function make(contents: object, jupyter = jest.fn(), elsewhere = jest.fn()) {
  const serverSettings = ServerConnection.makeSettings({
    baseUrl,
    fetch: jupyter
  });
  const files = new ContentsFiles({
    contents: {
      driveName: () => '',
      ...contents
    } as unknown as Contents.IManager,
    serverSettings,
    trans: plainEnglish,
    fetch: elsewhere
  });
  return { files, jupyter, elsewhere };
}

describe('ContentsFiles', () => {
  it('names what lies at the top of a drive as being in that drive', async () => {
    const child = model({ path: 'Second:soil.csv', size: 7 });
    const get = jest.fn(async (path: string) =>
      path === 'Second:'
        ? model({ path, type: 'directory', content: [child] })
        : child
    );
    const { files } = make({
      get,
      driveName: (path: string) => path.split(':')[0]
    });
    const [entry] = await files.list('Second:');
    expect(entry.path).toBe('Second:/soil.csv');
    expect(parentOf(entry.path)).toBe('Second:');
    expect(await files.stat(entry.path)).toEqual(entry);
  });

  it('lists a folder', async () => {
    const get = jest.fn(async () =>
      model({
        type: 'directory',
        content: [
          model({ path: 'd/a.ipynb', type: 'notebook', size: 7 }),
          model({ path: 'd/data', type: 'directory' })
        ]
      })
    );
    const { files } = make({ get });
    expect(await files.list('d')).toEqual([
      {
        path: 'd/a.ipynb',
        kind: 'file',
        size: 7,
        lastModified: '2026-01-01T00:00:00Z'
      },
      {
        path: 'd/data',
        kind: 'folder',
        size: null,
        lastModified: '2026-01-01T00:00:00Z'
      }
    ]);
    expect(get).toHaveBeenCalledWith('d', { type: 'directory', content: true });
  });

  it.each([
    [failure(404), FileMissingError],
    [failure(403), FileAccessError],
    [failure(400), FileAccessError],
    [failure(500), JupyterServerError],
    [new Error('offline'), JupyterServerError]
  ])('tells %o apart', async (error, type) => {
    const { files } = make({ get: () => Promise.reject(error) });
    await expect(files.stat('a')).rejects.toBeInstanceOf(type);
  });

  it('takes the empty answer of JupyterLite for a missing file', async () => {
    const { files } = make({ get: async () => null });
    await expect(files.stat('a')).rejects.toBeInstanceOf(FileMissingError);
  });

  it('stops waiting when cancelled', async () => {
    const { files } = make({ get: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const work = files.list('', controller.signal);
    controller.abort();
    await expect(work).rejects.toBeInstanceOf(CancelledError);
  });

  it('reads from the very URL that Jupyter gives, with its credentials', async () => {
    const { files, jupyter, elsewhere } = make(
      { getDownloadUrl: async () => `${baseUrl}files/a?_xsrf=1` },
      jest.fn(async () => answer())
    );
    expect((await files.read('a')).stream).toBe(bytes);
    const request: Request = jupyter.mock.calls[0][0];
    expect(request.url).toContain(`${baseUrl}files/a?_xsrf=1`);
    expect(request.method).toBe('GET');
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('reads from elsewhere without credentials', async () => {
    const { files, jupyter, elsewhere } = make(
      { getDownloadUrl: async () => 'https://bucket/a?signed' },
      undefined,
      jest.fn(async () => answer())
    );
    expect((await files.read('S3:a')).stream).toBe(bytes);
    expect(elsewhere).toHaveBeenCalledWith(
      'https://bucket/a?signed',
      expect.objectContaining({ credentials: 'omit' })
    );
    expect(jupyter).not.toHaveBeenCalled();
  });

  it('gives a blob back to the browser after reading', async () => {
    const revoke = jest.fn();
    Object.assign(URL, { revokeObjectURL: revoke });
    const { files } = make(
      { getDownloadUrl: async () => 'blob:http://lite/1' },
      undefined,
      jest.fn(async () => answer())
    );
    expect((await files.read('a')).stream).toBe(bytes);
    expect(revoke).toHaveBeenCalledWith('blob:http://lite/1');
  });

  it.each([
    [403, FileAccessError],
    [404, FileMissingError],
    [502, JupyterServerError]
  ])('tells an answer %i to a download', async (status, type) => {
    const { files } = make(
      { getDownloadUrl: async () => `${baseUrl}files/a` },
      jest.fn(async () => answer({ ok: false, status }))
    );
    await expect(files.read('a')).rejects.toBeInstanceOf(type);
  });

  it('does not take the first page of a static host for a file that is not there', async () => {
    const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
    const getDownloadUrl = async () => `${baseUrl}files/a`;
    const jupyter = jest.fn(async () => answer({ headers }));
    const missing = { getDownloadUrl, get: () => Promise.reject(failure(404)) };
    await expect(make(missing, jupyter).files.read('a')).rejects.toBeInstanceOf(
      FileMissingError
    );
    const there = { getDownloadUrl, get: async () => model({}) };
    expect((await make(there, jupyter).files.read('a')).stream).toBe(bytes);
  });

  it('does not take the log-in page for a file', async () => {
    const { files } = make(
      { getDownloadUrl: async () => `${baseUrl}files/a` },
      jest.fn(async () =>
        answer({ redirected: true, url: 'http://hub/hub/login' })
      )
    );
    await expect(files.read('a')).rejects.toBeInstanceOf(JupyterServerError);
  });
});
