import { createHash } from 'crypto';
import { Simulator } from '../../../../simulator/simulator';
import { ISettings } from '../../../../simulator/settings';
import { TestClock } from '../../clock';
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../client';
import {
  AnswerLostError,
  ChecksumMismatchError,
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  RefusedMetadataError,
  RefusedRequestError,
  SiteUnreachableError,
  TokenRefusedError
} from '../errors';
import { referenceOf } from '../findDraft';
import { HttpConnectionError, IHttp } from '../http';
import { ISite, zenodoSandbox } from '../sites';
import { IUploadOptions, uploadFile } from '../uploadFile';
import { failure } from './common';

const site: ISite = {
  ...zenodoSandbox,
  id: 'simulator',
  url: 'http://127.0.0.1:5055',
  doiResolver: 'http://127.0.0.1:5055'
};

/** A browser: what the simulator drops, or answers without CORS headers, cannot be read. */
function httpOf(simulator: Simulator): IHttp {
  return {
    send: async ({ method, url, headers, body, onProgress }) => {
      let response: Response;
      try {
        response = await simulator.handle(
          new Request(url, {
            method,
            headers: { ...headers, Origin: 'http://localhost:8888' },
            body: body ?? undefined
          })
        );
      } catch (error) {
        throw new HttpConnectionError('dropped', { cause: error });
      }
      if (!response.headers.has('Access-Control-Allow-Origin')) {
        throw new HttpConnectionError('no CORS headers');
      }
      if (body instanceof Blob) {
        onProgress?.(body.size);
      }
      const text = await response.text();
      return {
        status: response.status,
        headers: {
          get: name =>
            name === 'Retry-After' ? null : response.headers.get(name)
        },
        text: () => text
      };
    }
  };
}

const bytes = new TextEncoder().encode('PK\u0003\u0004 not really a zip');
const md5 = createHash('md5').update(bytes).digest('hex');
const nonce = '5f0e4a52-91c0-4d3a-9f0c-3f3a2c2f1b11';
const body = {
  access: { record: 'public', files: 'public' },
  files: { enabled: true },
  metadata: {
    title: 'Rivers',
    publisher: 'Zenodo',
    publication_date: '2026-11-21',
    resource_type: { id: 'software-computationalnotebook' },
    creators: [
      {
        person_or_org: {
          type: 'personal',
          family_name: 'Silva',
          given_name: 'Ana'
        }
      }
    ],
    rights: [{ id: 'mit' }],
    references: [{ reference: referenceOf(nonce) }]
  }
};

function setUp(changes: Partial<ISettings> = {}) {
  const clock = new TestClock();
  const simulator = new Simulator('sandbox', {
    now: () => clock.now(),
    ...changes
  });
  const client = new ZenodoClient({
    site,
    http: httpOf(simulator),
    clock,
    trans: plainEnglish,
    getToken: () => simulator.secrets.token
  });
  const upload = (draftId: string, more: Partial<IUploadOptions> = {}) =>
    uploadFile({
      client,
      clock,
      trans: plainEnglish,
      draftId,
      key: 'rivers.zip',
      content: new Blob([bytes]),
      md5,
      ...more
    });
  const requests = () =>
    simulator.log.map(({ method, path }) => `${method} ${path}`);
  return { clock, simulator, client, upload, requests };
}

describe('the client against the simulator', () => {
  it('publishes', async () => {
    const { client, upload } = setUp({ resolves: true });
    await client.verifyToken();
    const draft = await client.createDraft(body);
    expect(draft.errors).toEqual([]);
    const doi = await client.reserveDoi(draft.id);
    expect(doi).toBe(`10.5072/zenodo.${draft.id}`);
    expect(await client.reserveDoi(draft.id)).toBe(doi);
    expect(await upload(draft.id)).toMatchObject({ md5, size: bytes.length });
    const { references: _, ...metadata } = body.metadata;
    const { revision } = await client.getDraft(draft.id);
    const updated = await client.updateDraft(
      draft.id,
      { ...body, metadata },
      { revision: revision ?? 0 }
    );
    expect(updated.references).toEqual([]);
    const record = await client.publish(draft.id);
    expect(record).toMatchObject({ id: draft.id, doi, isPublished: true });
    expect(await client.getRecord(draft.id)).toMatchObject({ doi });
    expect(await client.doiResolves(doi)).toBe(true);
    expect(await failure(client.getDraft(draft.id))).toBeInstanceOf(
      NotFoundError
    );
    expect(await failure(client.publish(draft.id))).toBeInstanceOf(
      NotFoundError
    );
  });

  it('finds the draft whose making it did not hear of', async () => {
    const { client, simulator, clock } = setUp();
    simulator.faults.add({ kind: 'lose-answer', match: { method: 'POST' } });
    expect(await failure(client.createDraft(body))).toBeInstanceOf(
      AnswerLostError
    );
    const found = await client.findDraftByReference(nonce);
    expect(found?.title).toBe('Rivers');
    expect(clock.sleeps).toEqual([1_000]);
    await client.deleteDraft(found?.id ?? '');
    await client.deleteDraft(found?.id ?? '');
    expect(await client.findDraftByReference(nonce)).toBeNull();
  });

  it.each([
    { kind: 'lose-answer' } as const,
    { kind: 'gateway-after', status: 504 } as const
  ])('asks what became of a publication after %j', async fault => {
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    await upload(id);
    simulator.faults.add({ ...fault, match: { path: /publish$/ } });
    expect(await failure(client.publish(id))).toBeInstanceOf(AnswerLostError);
    expect(await client.getRecord(id)).toMatchObject({ isPublished: true });
  });

  it('learns that a publication did not happen', async () => {
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    await upload(id);
    simulator.faults.add({ kind: 'gateway', match: { path: /publish$/ } });
    expect(await failure(client.publish(id))).toBeInstanceOf(AnswerLostError);
    expect(await client.getRecord(id)).toBeNull();
    expect(await client.publish(id)).toMatchObject({ isPublished: true });
  });

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
    const { client, simulator, upload } = setUp();
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
    const { client, simulator, upload, requests } = setUp();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ ...fault, match: { path: /content$/ } });
    await upload(id);
    expect(requests().filter(line => /^PUT.*content$/.test(line))).toHaveLength(
      2
    );
    await client.publish(id);
  });

  it('notices corrupt content, and can send it again', async () => {
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'corrupt', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(ChecksumMismatchError);
    expect(await client.listFiles(id)).toEqual([]);
    expect(await upload(id)).toMatchObject({ md5 });
  });

  it('replaces a file, and sends nothing twice', async () => {
    const { client, upload, requests } = setUp();
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
    const { client, upload } = setUp();
    const { id } = await client.createDraft(body);
    expect(await upload(id, { key })).toMatchObject({ key, md5 });
    await client.deleteFile(id, key);
    expect(await client.getFile(id, key)).toBeNull();
  });

  it('leaves nothing pending when the quota is exceeded', async () => {
    const { client, upload } = setUp({ quota: 10 });
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
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'too-large', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(RefusedRequestError);
  });

  it('tells a token that ended from a permission', async () => {
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'revoke-token', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(PermissionDeniedError);
    expect(await failure(client.verifyToken())).toBeInstanceOf(
      TokenRefusedError
    );
  });

  it('names what the server will not take', async () => {
    const { client } = setUp();
    const metadata = { ...body.metadata, rights: [{ id: 'nope' }] };
    expect(
      await failure(client.createDraft({ ...body, metadata }))
    ).toBeInstanceOf(RefusedMetadataError);
    const { id, errors } = await client.createDraft({ metadata: {} });
    expect(errors.map(({ field }) => field)).toContain('metadata.title');
    expect(await failure(client.publish(id))).toBeInstanceOf(
      RefusedMetadataError
    );
  });

  it('gives up when nothing ever answers', async () => {
    const { client, simulator } = setUp();
    simulator.faults.add({ kind: 'drop', times: Infinity });
    expect(await failure(client.verifyToken())).toBeInstanceOf(
      SiteUnreachableError
    );
  });

  it('gets through a rate limit of its own making', async () => {
    const limit = { count: 5, seconds: 60, name: '5 per 1 minute' };
    const { client, clock, simulator } = setUp({
      limits: { guest: [limit], user: [limit], search: [limit], badge: [limit] }
    });
    for (let call = 0; call < 12; call++) {
      await client.verifyToken();
    }
    expect(clock.sleeps.length).toBeGreaterThanOrEqual(2);
    expect(simulator.log.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('knows the licences and resource types', async () => {
    const { client } = setUp();
    const found = await client.vocabularies.searchLicenses('apache');
    expect(found.map(({ id }) => id)).toContain('apache-2.0');
    const recommended = await client.vocabularies.searchLicenses('');
    expect(recommended.map(({ id }) => id)).toContain('mit');
    const types = await client.vocabularies.resourceTypes();
    expect(types.map(({ id }) => id)).toContain(
      'software-computationalnotebook'
    );
  });

  it('knows a deleted record', async () => {
    const { client, simulator, upload } = setUp();
    const { id } = await client.createDraft(body);
    await upload(id);
    await client.publish(id);
    const answer = await simulator.handle(
      new Request(`${site.url}/api/records/${id}/request-deletion`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${simulator.secrets.token}`,
          'Content-Type': 'application/json'
        },
        body: '{"reason":"test-record"}'
      })
    );
    expect(answer.status).toBe(200);
    expect(await failure(client.getRecord(id))).toBeInstanceOf(GoneError);
  });
});
