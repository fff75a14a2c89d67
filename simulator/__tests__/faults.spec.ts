import { createHash } from 'node:crypto';

import { Client } from './client';

const md5 = (text: string): string =>
  `md5:${createHash('md5').update(text).digest('hex')}`;

describe('faults', () => {
  let client: Client;

  beforeAll(async () => {
    client = await Client.start();
  });
  beforeEach(() => client.simulator.reset());
  afterAll(() => client.stop());

  const PUBLISH = /\/actions\/publish$/;
  const CONTENT = /\/content$/;

  async function ready(): Promise<string> {
    const id = await client.draft();
    await client.upload(id, 'a.txt', 'hello');
    return id;
  }

  const publish = (id: string) =>
    client.call('POST', `/api/records/${id}/draft/actions/publish`);

  it('befall only the requests they are meant for, and only so often', async () => {
    client.simulator.faults.add({
      kind: 'server-error',
      match: { method: 'POST', path: /^\/api\/records$/ },
      times: 2,
      after: 1
    });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) {
      statuses.push((await client.call('POST', '/api/records', {})).status);
    }
    expect(statuses).toEqual([201, 500, 500, 201]);
    expect(client.simulator.faults.size).toBe(0);
  });

  it('answer 429 with the time to wait, readable for pages', async () => {
    client.simulator.faults.add({ kind: 'rate-limit', seconds: 7 });
    const answer = await client.call('GET', '/api/user/records');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('7');
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('answer like a front server, without CORS headers', async () => {
    client.simulator.faults.add({ kind: 'gateway', status: 503 });
    const answer = await client.call('GET', '/api/user/records');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Content-Type')).toBe('text/html');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('refuse a body as too large', async () => {
    const id = await client.draft();
    client.simulator.faults.add({
      kind: 'too-large',
      match: { path: CONTENT }
    });
    const [, content, commit] = await client.upload(id, 'a.txt', 'hello');
    expect([content.status, commit.status]).toEqual([413, 500]);
  });

  it('break an upload off, so that nothing is stored', async () => {
    const id = await client.draft();
    const files = `/api/records/${id}/draft/files`;
    await client.call('POST', files, [{ key: 'big.bin' }]);
    client.simulator.faults.add({
      kind: 'drop',
      match: { method: 'PUT', path: CONTENT },
      bytes: 300_000
    });
    const bytes = new Uint8Array(2_000_000);
    const path = `${files}/big.bin/content`;
    await expect(client.call('PUT', path, bytes)).rejects.toThrow();
    const entry = await client.call('GET', `${files}/big.bin`);
    expect(entry.json.status).toBe('pending');
    expect((await client.call('POST', `${files}/big.bin/commit`)).status).toBe(
      500
    );
    expect((await client.call('PUT', path, bytes)).status).toBe(200);
    const commit = await client.call('POST', `${files}/big.bin/commit`);
    expect(commit.json.size).toBe(2_000_000);
  });

  it('break the connection before anything is done', async () => {
    client.simulator.faults.add({ kind: 'drop' });
    await expect(client.call('POST', '/api/records', {})).rejects.toThrow();
    expect(client.simulator.state.drafts.size).toBe(0);
  });

  it('lose the answer of what was done', async () => {
    client.simulator.faults.add({ kind: 'lose-answer' });
    await expect(client.call('POST', '/api/records', {})).rejects.toThrow();
    expect(client.simulator.state.drafts.size).toBe(1);
  });

  it('take a body slowly', async () => {
    const id = await client.draft();
    client.simulator.faults.add({
      kind: 'slow',
      match: { path: CONTENT },
      bytesPerSecond: 100_000
    });
    const before = Date.now();
    const bytes = new Uint8Array(50_000);
    const [, content, commit] = await client.upload(id, 'a.bin', bytes);
    expect(Date.now() - before).toBeGreaterThan(400);
    expect([content.status, commit.json.size]).toEqual([200, 50_000]);
  });

  it('answer 504 although the record was published', async () => {
    const id = await ready();
    client.simulator.faults.add({
      kind: 'gateway-after',
      match: { path: PUBLISH }
    });
    expect((await publish(id)).status).toBe(504);
    expect((await client.call('GET', `/api/records/${id}`)).status).toBe(200);
    expect((await publish(id)).status).toBe(404);
  });

  it('answer 504 and the record was not published', async () => {
    const id = await ready();
    client.simulator.faults.add({ kind: 'gateway', match: { path: PUBLISH } });
    expect((await publish(id)).status).toBe(504);
    expect((await client.call('GET', `/api/records/${id}`)).status).toBe(404);
    expect((await publish(id)).status).toBe(202);
  });

  it('accept a content and lose the file', async () => {
    const id = await client.draft();
    client.simulator.faults.add({
      kind: 'lose-content',
      match: { path: CONTENT }
    });
    const answers = await client.upload(id, 'a.txt', 'hello');
    expect(answers.map(one => one.status)).toEqual([201, 200, 404]);
  });

  it('store other bytes than were sent', async () => {
    const id = await client.draft();
    client.simulator.faults.add({ kind: 'corrupt', match: { path: CONTENT } });
    const [, , commit] = await client.upload(id, 'a.txt', 'hello');
    expect(commit.status).toBe(200);
    expect(commit.json.checksum).not.toBe(md5('hello'));
    const [, , good] = await client.upload(id, 'b.txt', 'hello');
    expect(good.json.checksum).toBe(md5('hello'));
  });

  it('revoke the token in the middle', async () => {
    const id = await ready();
    client.simulator.faults.add({
      kind: 'revoke-token',
      match: { path: PUBLISH }
    });
    expect((await publish(id)).status).toBe(403);
    expect((await client.call('GET', '/api/user/records')).status).toBe(403);
    await client.call('POST', '/_simulator/tokens/restore');
    expect((await publish(id)).status).toBe(202);
  });

  it('delay an answer', async () => {
    client.simulator.faults.add({ kind: 'delay', ms: 300 });
    const before = Date.now();
    expect((await client.call('GET', '/api/user/records')).status).toBe(200);
    expect(Date.now() - before).toBeGreaterThanOrEqual(295);
  });
});

describe('more faults', () => {
  let client: Client;

  beforeAll(async () => {
    client = await Client.start();
  });
  beforeEach(() => client.simulator.reset());
  afterAll(() => client.stop());

  const CREATE = { method: 'POST', path: /^\/api\/records$/ };

  it('answer 429 without saying when', async () => {
    client.simulator.faults.add({ kind: 'rate-limit-bare' });
    const answer = await client.call('GET', '/api/user/records');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBeNull();
    expect(answer.headers.get('X-RateLimit-Reset')).toBeNull();
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it.each([400, 403, 404, 412])('refuse with %d', async status => {
    client.simulator.faults.add({ kind: 'refuse', status });
    const answer = await client.call('POST', '/api/records', {});
    expect(answer.status).toBe(status);
    expect(answer.json.status).toBe(status);
    expect(client.simulator.state.drafts.size).toBe(0);
  });

  it.each([0, 0.5, 1])('break off at %d of a body', async share => {
    const { faults, state } = client.simulator;
    faults.add({ kind: 'drop', share, match: CREATE });
    await expect(client.call('POST', '/api/records', {})).rejects.toThrow();
    expect(state.drafts.size).toBe(0);
  });

  it('carry a request out when its sender has given it up', async () => {
    const { faults, state } = client.simulator;
    faults.add({ kind: 'late', ms: 200, match: CREATE });
    const body = { metadata: { title: 'Late' } };
    await expect(client.call('POST', '/api/records', body)).rejects.toThrow();
    await client.call('GET', '/api/user/records');
    expect(state.drafts.size).toBe(0);
    await new Promise(done => setTimeout(done, 250));
    await client.call('GET', '/api/user/records');
    const [draft] = state.drafts.values();
    expect(draft.metadata.title).toBe('Late');
  });

  it.each(['empty-answer', 'garbled-answer'] as const)(
    'do what is asked, with %s',
    async kind => {
      client.simulator.faults.add({ kind, match: CREATE });
      await expect(client.call('POST', '/api/records', {})).rejects.toThrow(
        SyntaxError
      );
      expect(client.simulator.log[0].status).toBe(201);
      expect(client.simulator.state.drafts.size).toBe(1);
    }
  );

  it('discard the draft a moment before', async () => {
    const id = await client.draft();
    client.simulator.faults.add({ kind: 'discard-draft' });
    const answer = await client.call('GET', `/api/records/${id}/draft`);
    expect(answer.status).toBe(404);
    expect(client.simulator.state.drafts.size).toBe(0);
  });
});

describe('the control end points', () => {
  let client: Client;

  beforeAll(async () => {
    client = await Client.start();
  });
  beforeEach(() => client.simulator.reset());
  afterAll(() => client.stop());

  it('add and clear faults', async () => {
    const fault = {
      kind: 'gateway',
      path: '^/api/user',
      status: 502,
      times: 5
    };
    const added = await client.call('POST', '/_simulator/faults', fault);
    expect(added.status).toBe(201);
    expect((await client.call('GET', '/api/user/records')).status).toBe(502);
    expect((await client.call('GET', '/api/records')).status).toBe(200);
    await client.call('DELETE', '/_simulator/faults');
    expect((await client.call('GET', '/api/user/records')).status).toBe(200);
  });

  it('refuse a fault that is none', async () => {
    const wrong = { kind: 'earthquake' };
    expect(
      (await client.call('POST', '/_simulator/faults', wrong)).status
    ).toBe(400);
    const pattern = { kind: 'gateway', path: '(' };
    expect(
      (await client.call('POST', '/_simulator/faults', pattern)).status
    ).toBe(400);
    expect(client.simulator.faults.size).toBe(0);
  });

  it('may be called by a page from elsewhere', async () => {
    const preflight = await client.call('OPTIONS', '/_simulator/faults');
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('log methods, paths and statuses, and neither bodies nor tokens', async () => {
    const { token } = client.simulator.secrets;
    await client.draft({ title: 'A secret title' });
    await client.call('GET', `/api/user/records?access_token=${token}`);
    client.simulator.faults.add({ kind: 'drop' });
    await client.call('GET', '/api/records').catch(() => undefined);
    const log = await client.call('GET', '/_simulator/requests');
    expect(log.json).toEqual([
      { method: 'POST', path: '/api/records', status: 201 },
      { method: 'GET', path: '/api/user/records', status: 200 },
      { method: 'GET', path: '/api/records', status: 0 }
    ]);
    expect(log.text).not.toContain(token);
    expect(log.text).not.toContain('secret');
  });

  it('reset everything but the credentials', async () => {
    const published = await client.publish();
    await client.draft();
    client.simulator.faults.add({ kind: 'drop', times: Infinity });
    await client.call('POST', '/_simulator/tokens/revoke');
    await client.call('POST', '/_simulator/reset');
    const { id } = published.json;
    expect(
      (await client.call('GET', `/api/records/${String(id)}`)).status
    ).toBe(404);
    const mine = await client.call('GET', '/api/user/records');
    expect(mine.json.hits).toEqual({ hits: [], total: 0 });
    expect(await client.draft()).toBe('100002');
  });

  it('switch the rate limits off and on', async () => {
    const limit = 'x-ratelimit-limit';
    const headers = async () =>
      (await client.call('GET', '/api/user/records')).headers.get(limit);
    expect(await headers()).not.toBeNull();
    await client.call('POST', '/_simulator/limits/off');
    expect(await headers()).toBeNull();
    await client.call('POST', '/_simulator/limits/on');
    expect(await headers()).not.toBeNull();
  });

  it('revoke and restore all tokens', async () => {
    await client.call('POST', '/_simulator/tokens/revoke');
    expect((await client.call('GET', '/api/user/records')).status).toBe(403);
    await client.call('POST', '/_simulator/tokens/restore');
    expect((await client.call('GET', '/api/user/records')).status).toBe(200);
  });
});
