import { createHash } from 'crypto';
import { ChecksumMismatchError, RefusedRequestError } from '../errors';
import { failure } from './common';
import { body, bytes, md5, setUpSimulator } from './simulated';

describe('uploads against the simulator', () => {
  const steps = {
    look: { method: 'GET', path: /rivers\.zip$/ },
    init: { method: 'POST', path: /draft\/files$/ },
    content: { method: 'PUT', path: /content$/ },
    commit: { method: 'POST', path: /commit$/ }
  };
  const faults = [
    { kind: 'drop' },
    { kind: 'lose-answer' },
    { kind: 'gateway', status: 502 },
    { kind: 'gateway-after', status: 504 },
    { kind: 'server-error' },
    { kind: 'rate-limit', seconds: 40 }
  ] as const;
  it.each(
    Object.entries(steps).flatMap(([step, match]) =>
      faults.map(fault => ({ step, match, fault }))
    )
  )('uploads in spite of $fault.kind at $step', async ({ match, fault }) => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ ...fault, match });
    expect(await upload(id)).toMatchObject({ md5 });
    expect(await client.listFiles(id)).toEqual([
      { key: 'rivers.zip', status: 'completed', size: bytes.length, md5 }
    ]);
  });

  it.each([
    { kind: 'drop', bytes: 5 } as const,
    { kind: 'lose-content' } as const
  ])('sends content again after %j', async fault => {
    const { client, simulator, upload, requests } = setUpSimulator();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ ...fault, match: { path: /content$/ } });
    await upload(id);
    expect(requests().filter(line => /^PUT.*content$/.test(line))).toHaveLength(
      2
    );
    await client.publish(id);
  });

  it('notices corrupt content, and can send it again', async () => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'corrupt', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(ChecksumMismatchError);
    expect(await client.listFiles(id)).toEqual([]);
    expect(await upload(id)).toMatchObject({ md5 });
  });

  it('replaces a file, and sends nothing twice', async () => {
    const { client, upload, requests } = setUpSimulator();
    const { id } = await client.createDraft(body);
    const other = new TextEncoder().encode('other');
    await upload(id, {
      content: new Blob([other]),
      md5: createHash('md5').update(other).digest('hex')
    });
    await upload(id);
    const before = requests().length;
    expect(await upload(id)).toMatchObject({ md5 });
    expect(requests().length - before).toBe(1);
  });

  it.each([
    'src/pkg/util.py',
    'my data (1).csv',
    '日本語 é.txt',
    '100% #1?.txt',
    'content',
    'k'.repeat(255)
  ])('uploads and deletes %s', async key => {
    const { client, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    expect(await upload(id, { key })).toMatchObject({ key, md5 });
    await client.deleteFile(id, key);
    expect(await client.getFile(id, key)).toBeNull();
  });

  it('leaves nothing pending when the quota is exceeded', async () => {
    const { client, upload } = setUpSimulator({ quota: 10 });
    const { id } = await client.createDraft(body);
    const error = await failure(upload(id));
    expect(error).toBeInstanceOf(RefusedRequestError);
    expect(error).toHaveProperty(
      'message',
      'Zenodo Sandbox refused this. It says: Bucket quota exceeded.'
    );
    expect(await client.listFiles(id)).toEqual([]);
  });

  it('stops at a body that is too large for the front server', async () => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'too-large', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(RefusedRequestError);
  });
});
