import { objectOf } from '../json';
import { Simulator } from '../simulator';
import { Client, METADATA } from './client';

describe('a simulator without a server', () => {
  const simulator = new Simulator('sandbox', { lag: 0 });
  const call = (method: string, path: string, body?: object) =>
    simulator.handle(
      new Request(`https://zenodo.example${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${simulator.secrets.token}`,
          'Content-Type': 'application/json'
        },
        body: body && JSON.stringify(body)
      })
    );

  it('is a function from requests to answers', async () => {
    const answer = await call('POST', '/api/records', { metadata: METADATA });
    expect(answer.status).toBe(201);
    const draft = (await answer.json()) as { links: { self: string } };
    expect(draft.links.self).toMatch(
      /^https:\/\/zenodo\.example\/api\/records\/\d+\/draft$/
    );
  });

  it('throws where a connection would break', async () => {
    simulator.faults.add({ kind: 'drop' });
    await expect(call('GET', '/api/records')).rejects.toThrow('dropped');
  });
});

describe('searches', () => {
  it('lag behind', async () => {
    let now = 0;
    const client = await Client.start('sandbox', { lag: 1000, now: () => now });
    const nonce = 'jupyterlab-zenodo-publisher:4f1c';
    await client.draft({ references: [{ reference: nonce }] });
    await client.draft({ references: [{ reference: `${nonce}9` }] });
    const q = encodeURIComponent(`metadata.references.reference:"${nonce}"`);
    const total = async () =>
      objectOf((await client.call('GET', `/api/user/records?q=${q}`)).json.hits)
        .total;
    expect(await total()).toBe(0);
    now += 1000;
    expect(await total()).toBe(1);
    await client.stop();
  });
});

describe('uploads', () => {
  it('larger than memory allows go to disk and come back', async () => {
    const client = await Client.start();
    const id = await client.draft();
    const bytes = new Uint8Array(40 * 1024 * 1024).fill(7);
    const [, , commit] = await client.upload(id, 'large.bin', bytes);
    expect(commit.json.size).toBe(bytes.length);
    const back = await fetch(
      `${client.base}/api/records/${id}/draft/files/large.bin/content`,
      {
        headers: { Authorization: `Bearer ${client.simulator.secrets.token}` }
      }
    );
    const received = new Uint8Array(await back.arrayBuffer());
    expect(received.length).toBe(bytes.length);
    expect(received.every(byte => byte === 7)).toBe(true);
    await client.call('DELETE', `/api/records/${id}/draft`);
    await client.stop();
  });

  it('that are refused before they are read do not block the answer', async () => {
    const client = await Client.start();
    const bytes = new Uint8Array(8 * 1024 * 1024);
    const answer = await client.call(
      'PUT',
      '/api/records/1/draft/files/x/content',
      bytes
    );
    expect(answer.status).toBe(404);
    await client.stop();
  });
});
