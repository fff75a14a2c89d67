import { ServerConnection } from '@jupyterlab/services';
import { FileAccessError, FileMissingError, IFiles } from '../../core/files';
import { plainEnglish } from '../../core/text';
import { JupyterServerError } from '../errors';
import { isKnownHidden, ServerFiles } from '../serverFiles';
import { ServerRequests } from '../serverRequests';

const away = { inside: false, target: '/data/x.csv', allowed: false };

const far = { inside: false, target: '/data', allowed: true };

const folders: Record<string, { name: string }[]> = {
  study: [
    entry('.zenodo.json', { size: 12, hidden: true }),
    entry('.gitignore', { link: away, hidden: true }),
    entry('a.ipynb', { size: 3 }),
    entry('out.csv', { size: null, link: away }),
    entry('data', { kind: 'folder', size: null }),
    entry('far', { kind: 'folder', size: null, link: far })
  ],
  'study/data': [entry('b.csv', { size: 4 })],
  'study/.binder': [entry('requirements.txt', { size: 5 })]
};

function entry(name: string, more: object) {
  const usual = { kind: 'file', lastModified: 't', link: null, hidden: false };
  return { name, ...usual, ...more };
}

/** What the extension says to a question for a listing. */
function listing(path: string, depth: string): object {
  if (depth === 'entry') {
    const [, folder, name] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? [];
    return { entry: folders[folder]?.find(one => one.name === name) };
  }
  const below = Object.entries(folders).filter(
    ([folder]) =>
      folder === path || (depth !== '0' && folder.startsWith(`${path}/`))
  );
  return { folders: Object.fromEntries(below), complete: true };
}

/** A server whose extension answers as the real one does. */
function make({ isThere = true, status = 200, body = {} as object } = {}) {
  const asked: string[] = [];
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const url = new URL((input as Request).url);
    asked.push(`${url.pathname}?path=${url.searchParams.get('path')}`);
    const answer =
      status === 200
        ? listing(
            url.searchParams.get('path') ?? '',
            url.searchParams.get('depth') ?? ''
          )
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

  it('leaves the bytes of all other files to Jupyter, and what else is hidden', async () => {
    const { server, files, asked } = make();
    await server.read('study/a.ipynb');
    await expect(server.stat('study/.ssh/id')).rejects.toThrow('hidden');
    await server.list('study/.ssh');
    await server.list('S3:study');
    expect(await server.listBelow('S3:study')).toBeNull();
    expect(files.list).toHaveBeenCalledTimes(2);
    expect(asked).toEqual([]);
  });

  it('lists a folder with all below it in one request, as Jupyter shows it', async () => {
    const { server, files, asked } = make();
    const found = await server.listBelow('study');
    expect(found?.get('study')?.map(({ path }) => path)).toEqual([
      'study/a.ipynb',
      'study/out.csv',
      'study/data',
      'study/far'
    ]);
    expect(found?.get('study/data')).toEqual([
      { path: 'study/data/b.csv', kind: 'file', size: 4, lastModified: 't' }
    ]);
    expect(asked).toHaveLength(1);
    expect(files.list).not.toHaveBeenCalled();
  });

  it('says of a link where it leads, in a listing and by itself', async () => {
    const { server } = make();
    const entries = await server.list('study');
    const expected = { path: 'study/out.csv', size: null, link: away };
    expect(entries).toContainEqual(expect.objectContaining(expected));
    expect(await server.stat('study/out.csv')).toMatchObject(expected);
    expect(await server.stat('study/a.ipynb')).not.toHaveProperty('link');
  });

  it('reads what lies outside from the server extension, where that is allowed', async () => {
    const { server, files, asked } = make();
    await server.listBelow('study');
    await server.read('study/out.csv');
    expect(files.read).toHaveBeenCalledWith('study/out.csv', undefined);
    await server.read('study/far/deep/x.csv');
    expect(asked.at(-1)).toMatch(
      /publisher\/file\?path=study\/far\/deep\/x\.csv$/
    );
    expect(files.read).toHaveBeenCalledTimes(1);
  });

  it('has folders asked for one by one where they cannot be had at once', async () => {
    const broken = make({ status: 500 });
    expect(await broken.server.listBelow('study')).toBeNull();
    const absent = make({ isThere: false });
    expect(await absent.server.listBelow('study')).toBeNull();
    expect(await absent.server.list('study')).toEqual([]);
    expect(absent.files.list).toHaveBeenCalledWith('study', undefined);
    expect(absent.asked).toEqual([]);
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
