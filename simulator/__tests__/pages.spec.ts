import { Client } from './client';

describe('pages', () => {
  let client: Client;

  beforeAll(async () => {
    client = await Client.start('production');
  });
  afterAll(() => client.stop());

  it('show a record, its files and a launch link', async () => {
    const { json } = await client.publish(
      { title: 'Tides <script>alert(1)</script>' },
      'my "data".ipynb',
      '{}'
    );
    const page = await client.call('GET', `/records/${String(json.id)}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Tides &lt;script&gt;');
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('my &quot;data&quot;.ipynb');
    expect(page.text).toContain('Launch Binder');
    const link = /href="([^"]+\?download=1)"/.exec(page.text)?.[1] ?? '';
    const file = await client.call('GET', link.replace(/&quot;/g, '"'));
    expect([file.status, file.text]).toEqual([200, '{}']);
  });

  it('show a draft and lead on to its record', async () => {
    const id = await client.draft();
    expect((await client.call('GET', `/uploads/${id}`)).text).toContain(
      'not published'
    );
    await client.upload(id, 'a.txt', 'x');
    await client.call('POST', `/api/records/${id}/draft/actions/publish`);
    const page = await client.call('GET', `/uploads/${id}`);
    expect(page.headers.get('Location')).toBe(`/records/${id}`);
  });

  it('give the demo token, which works', async () => {
    const page = await client.call(
      'GET',
      '/account/settings/applications/tokens/new/'
    );
    const token = /id="token">(\w{60})</.exec(page.text)?.[1] ?? '';
    const answer = await client.call('GET', '/api/user/records', undefined, {
      Authorization: `Bearer ${token}`
    });
    expect(answer.status).toBe(200);
  });

  it('have no CORS headers', async () => {
    const page = await client.call('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('never redirect a login to another site', async () => {
    const answer = await fetch(
      `${client.base}/login/?next=${encodeURIComponent('//evil.example')}`,
      {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          email: 'owner@example.org',
          password: '123456'
        })
      }
    );
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/']);
  });
});
