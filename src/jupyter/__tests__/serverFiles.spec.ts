import { ServerConnection } from '@jupyterlab/services';
import { FileAccessError, FileMissingError, IFiles } from '../../core/files';
import { plainEnglish } from '../../core/text';
import { JupyterServerError } from '../errors';
import { isKnownHidden, ServerFiles } from '../serverFiles';
import { ServerRequests } from '../serverRequests';

const folders = {
  study: [
    entry('.zenodo.json', { size: 12 }),
    entry('.gitignore', { link: { inside: false, target: '' } }),
    entry('a.ipynb', { size: 3 })
  ],
  'study/.binder': [entry('requirements.txt', { size: 5 })]
};

function entry(name: string, more: object) {
  return { name, kind: 'file', lastModified: 't', link: null, ...more };
}

/** A server whose extension answers as the real one does. */
function make({ isThere = true, status = 200, body = {} as object } = {}) {
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const url = new URL((input as Request).url);
    asked.push(`${url.pathname}?path=${url.searchParams.get('path')}`);
    const answer =
      status === 200
        ? {
            folders: {
              [url.searchParams.get('path') ?? '']:
                folders[url.searchParams.get('path') as 'study']
            }
          }
        : body;
    return {
      ok: status === 200,
      status,
      headers: new Headers(),
      body: 'bytes',
      text: async () => JSON.stringify(answer),
      json: async () => answer
    } as unknown as Response;
  };
  const files: IFiles = {
    list: jest.fn(async () => []),
    stat: jest.fn(async path => {
      throw new FileMissingError(path, 'hidden');
    }),
    read: jest.fn(async () => ({ stream: {} as ReadableStream<Uint8Array> }))
  };
  const server = new ServerFiles({
    files,
    requests: new ServerRequests(
      ServerConnection.makeSettings({ baseUrl: 'http://hub/user/ada/', fetch }),
      plainEnglish
    ),
    isThere: async () => isThere,
    trans: plainEnglish
  });
  return { server, files, asked };
}

describe('ServerFiles', () => {
  it('tells of hidden files that a publication needs', async () => {
    const { server, files } = make();
    expect(await server.stat('study/.zenodo.json')).toEqual({
      path: 'study/.zenodo.json',
      kind: 'file',
      size: 12,
      lastModified: 't'
    });
    expect(await server.list('study/.binder')).toEqual([
      expect.objectContaining({ path: 'study/.binder/requirements.txt' })
    ]);
    expect(files.stat).not.toHaveBeenCalled();
  });

  it('reads them from the server extension', async () => {
    const { server, asked, files } = make();
    const { stream } = await server.read('study/.binder/requirements.txt');
    expect(stream).toBe('bytes');
    expect(files.read).not.toHaveBeenCalled();
    expect(asked[0]).toMatch(
      /publisher\/file\?path=study\/.binder\/requirements.txt$/
    );
  });

  it('leaves all other files to Jupyter', async () => {
    const { server, files, asked } = make();
    await server.list('study');
    await server.read('study/a.ipynb');
    await expect(server.stat('study/.ssh/id')).rejects.toThrow('hidden');
    expect(files.list).toHaveBeenCalledWith('study', undefined);
    expect(asked).toEqual([]);
  });

  it('asks nobody else where there is no such extension', async () => {
    const { server, files, asked } = make({ isThere: false });
    await expect(server.stat('study/.zenodo.json')).rejects.toThrow('hidden');
    expect(files.stat).toHaveBeenCalled();
    expect(asked).toEqual([]);
  });

  it('does not take a link that leads outside for a file', async () => {
    const { server } = make();
    await expect(server.stat('study/.gitignore')).rejects.toThrow(
      FileMissingError
    );
  });

  it.each([
    [404, { code: 'file-missing' }, FileMissingError],
    [403, { code: 'file-forbidden' }, FileAccessError],
    [500, {}, JupyterServerError]
  ])('says why there is none: %s', async (status, body, type) => {
    const { server } = make({ status, body });
    await expect(server.read('study/.gitignore')).rejects.toThrow(type);
    await expect(server.list('study/.binder')).rejects.toThrow(type);
  });
});

it.each([
  ['.zenodo.json', true],
  ['a/.binder/environment.yml', true],
  ['.binder', true],
  ['.binder/.env', false],
  ['.git/config', false],
  ['.env', false],
  ['a/b.csv', false],
  ['S3:a/.zenodo.json', false]
])('%s is ours: %s', (path, isOurs) => {
  expect(isKnownHidden(path)).toBe(isOurs);
});
