import { launchOf } from '../binder';
import { objectOf, textOf } from '../json';
import { Client, IAnswer } from './client';

const doiOf = (answer: IAnswer): string =>
  textOf(objectOf(objectOf(answer.json.pids).doi).identifier);

describe('DOIs of the production profile', () => {
  let client: Client;
  let now = Date.parse('2026-11-21T12:00:00Z');

  beforeAll(async () => {
    client = await Client.start('production', {
      doiDelay: 60_000,
      now: () => now
    });
  });
  afterAll(() => client.stop());

  it('resolve only after the delay, by handle and by page', async () => {
    const published = await client.publish();
    const doi = doiOf(published);
    expect(doi).toBe('10.5281/zenodo.900000001');
    expect(objectOf(published.json.links).doi).toBe(
      `${client.base}/doi/${doi}`
    );
    const handle = `/api/handles/${doi}`;
    expect((await client.call('GET', handle)).status).toBe(404);
    expect((await client.call('GET', `/doi/${doi}`)).status).toBe(404);
    const early = await client.call('GET', `/v2/zenodo/${doi}/`);
    expect(early.text).toContain('HTTP 404: Not Found');

    now += 60_000;
    const { json } = await client.call('GET', handle);
    expect(json.responseCode).toBe(1);
    expect(json.values).toEqual([
      expect.objectContaining({
        type: 'URL',
        data: { format: 'string', value: `${client.base}/doi/${doi}` }
      })
    ]);
    const page = await client.call('GET', `/doi/${doi}`);
    expect([page.status, page.headers.get('Location')]).toEqual([
      302,
      `/records/${String(published.json.id)}`
    ]);
    expect((await client.call('GET', `/${doi}`)).status).toBe(302);
  });

  it('of all versions lead to the newest', async () => {
    const first = await client.publish();
    const draft = await client.call(
      'POST',
      `/api/records/${String(first.json.id)}/versions`
    );
    const id = String(draft.json.id);
    await client.upload(id, 'b.ipynb', '{}');
    await client.call('POST', `/api/records/${id}/draft/actions/publish`);
    now += 60_000;
    const parent = objectOf(objectOf(first.json.parent).pids).doi;
    const page = await client.call(
      'GET',
      `/doi/${textOf(objectOf(parent).identifier)}`
    );
    expect(page.headers.get('Location')).toBe(`/records/${id}`);
  });

  it('can be fetched as repo2docker does, without a token', async () => {
    const published = await client.publish({}, 'bundle.zip', 'PK');
    const get = async (address: string): Promise<Response> =>
      fetch(address, { headers: { Accept: 'application/json' } });
    const record = await get(
      `${client.base}/api/records/${String(published.json.id)}`
    );
    const { links } = (await record.json()) as { links: { files: string } };
    const files = (await (await get(links.files)).json()) as {
      entries: { key: string; links: { content: string } }[];
    };
    expect(files.entries.map(one => one.key)).toEqual(['bundle.zip']);
    const content = await fetch(files.entries[0].links.content);
    expect(await content.text()).toBe('PK');
  });
});

describe('DOIs of the sandbox', () => {
  it('are known to nobody outside', async () => {
    const client = await Client.start('sandbox');
    const doi = doiOf(await client.publish());
    expect(doi).toBe('10.5072/zenodo.100002');
    expect((await client.call('GET', `/api/handles/${doi}`)).status).toBe(404);
    const hub = await client.call('GET', `/v2/zenodo/${doi}/`);
    expect(hub.text).toContain('Error resolving ref');
    expect((await client.call('GET', `/doi/${doi}`)).status).toBe(302);
    await client.stop();
  });
});

describe('the Binder hub', () => {
  const opened = (query: string) => launchOf(new URLSearchParams(query));

  it('opens a path that was encoded twice', () => {
    const inner = `lab/tree/${encodeURIComponent('sub dir')}/${encodeURIComponent('a #1?%.ipynb')}`;
    expect(opened(`urlpath=${encodeURIComponent(inner)}`)).toEqual({
      path: '/lab/tree/sub%20dir/a%20%231%3F%25.ipynb',
      file: 'sub dir/a #1?%.ipynb'
    });
  });

  it('cuts a path that was encoded once at # and ?', () => {
    expect(opened('urlpath=lab%2Ftree%2Fa%20%231.ipynb').file).toBe('a ');
    expect(opened('urlpath=lab%2Ftree%2Fa%3Fb.ipynb').file).toBe('a');
  });

  it('understands the older parameters', () => {
    expect(opened('labpath=sub%20dir%2Fa.ipynb')).toEqual({
      path: '/doc/tree/sub%20dir/a.ipynb',
      file: 'sub dir/a.ipynb'
    });
    expect(opened('filepath=a.ipynb').path).toBe('/tree/a.ipynb');
  });

  it('opens the folder when nothing is asked for', () => {
    expect(opened('')).toEqual({ path: '/', file: null });
  });

  it('shows what opens, with names that cannot become HTML', async () => {
    const client = await Client.start('production');
    const doi = doiOf(await client.publish());
    const name = encodeURIComponent(
      `lab/tree/${encodeURIComponent('<b>x</b>.ipynb')}`
    );
    const page = await client.call('GET', `/v2/zenodo/${doi}/?urlpath=${name}`);
    expect(page.text).toContain('&lt;b&gt;x&lt;/b&gt;.ipynb');
    expect(page.text).not.toContain('<b>x</b>');
    await client.stop();
  });
});
