import {
  AnswerLostError,
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  RefusedMetadataError,
  RefusedRequestError,
  SiteUnreachableError,
  TokenRefusedError
} from '../errors';
import { failure } from './common';
import { body, bytes, md5, nonce, setUpSimulator, site } from './simulated';

describe('the client against the simulator', () => {
  it('publishes', async () => {
    const { client, upload } = setUpSimulator({ resolves: true });
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
    const { client, simulator, clock } = setUpSimulator();
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
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    await upload(id);
    simulator.faults.add({ ...fault, match: { path: /publish$/ } });
    expect(await failure(client.publish(id))).toBeInstanceOf(AnswerLostError);
    expect(await client.getRecord(id)).toMatchObject({ isPublished: true });
  });

  it('learns that a publication did not happen', async () => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    await upload(id);
    simulator.faults.add({ kind: 'gateway', match: { path: /publish$/ } });
    expect(await failure(client.publish(id))).toBeInstanceOf(AnswerLostError);
    expect(await client.getRecord(id)).toBeNull();
    expect(await client.publish(id)).toMatchObject({ isPublished: true });
  });

  it('tells a token that ended from a permission', async () => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    simulator.faults.add({ kind: 'revoke-token', match: { path: /content$/ } });
    expect(await failure(upload(id))).toBeInstanceOf(PermissionDeniedError);
    expect(await failure(client.verifyToken())).toBeInstanceOf(
      TokenRefusedError
    );
  });

  it('reads a message that comes in single characters', async () => {
    const { client } = setUpSimulator();
    const { errors } = await client.createDraft({
      metadata: {},
      custom_fields: { 'imprint:imprint': { isbn: 'none' } }
    });
    expect(errors).toContainEqual({
      field: 'custom_fields.imprint:imprint.isbn',
      messages: ['Please provide a valid ISBN.']
    });
  });

  it('names what the server will not take', async () => {
    const { client } = setUpSimulator();
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
    const { client, simulator } = setUpSimulator();
    simulator.faults.add({ kind: 'drop', times: Infinity });
    expect(await failure(client.verifyToken())).toBeInstanceOf(
      SiteUnreachableError
    );
  });

  it('gets through a rate limit of its own making', async () => {
    const limit = { count: 5, seconds: 60, name: '5 per 1 minute' };
    const { client, clock, simulator } = setUpSimulator({
      limits: { guest: [limit], user: [limit], search: [limit], badge: [limit] }
    });
    for (let call = 0; call < 12; call++) {
      await client.verifyToken();
    }
    expect(clock.sleeps.length).toBeGreaterThanOrEqual(2);
    expect(simulator.log.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('knows the licences and resource types', async () => {
    const { client } = setUpSimulator();
    const found = await client.vocabularies.licenses('apache');
    expect(found.map(({ id }) => id)).toContain('apache-2.0');
    const recommended = await client.vocabularies.licenses('');
    expect(recommended.map(({ id }) => id)).toContain('mit');
    const types = await client.vocabularies.resourceTypes();
    expect(types.map(({ id }) => id)).toContain(
      'software-computationalnotebook'
    );
  });

  it('makes a new version, and edits a record', async () => {
    const { client, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    await upload(id);
    const first = await client.publish(id);
    const next = await client.newVersion(id);
    expect(next).toMatchObject({ conceptId: first.conceptId, fileCount: 0 });
    expect((await client.newVersion(id)).id).toBe(next.id);
    expect(next.id).not.toBe(id);
    expect(await client.listFiles(next.id)).toEqual([]);
    expect(await client.editRecord(id)).toMatchObject({
      id,
      isPublished: true
    });
    await client.updateDraft(id, {
      ...body,
      metadata: { ...body.metadata, title: 'Rivers and lakes' }
    });
    expect(await client.publish(id)).toMatchObject({
      id,
      doi: first.doi,
      title: 'Rivers and lakes'
    });
  });

  it('submits to a community', async () => {
    const { client, simulator, upload } = setUpSimulator();
    const { id } = await client.createDraft(body);
    await upload(id);
    const { reviews } = client;
    expect(await reviews.getReview(id)).toBeNull();
    const [community] = simulator.secrets.communities;
    await reviews.setReview(id, community.id);
    await reviews.deleteReview(id);
    await reviews.deleteReview(id);
    await reviews.setReview(id, community.id);
    simulator.faults.add({ kind: 'lose-answer', match: { path: /submit/ } });
    expect(await failure(reviews.submitReview(id))).toBeInstanceOf(
      AnswerLostError
    );
    expect(await reviews.getReview(id)).toEqual({
      request: expect.stringMatching(/^[\w-]{36}$/),
      status: 'submitted',
      isOpen: true,
      community: community.id
    });
    expect(await failure(client.publish(id))).toBeInstanceOf(
      RefusedRequestError
    );
  });

  it('knows a deleted record', async () => {
    const { client, simulator, upload } = setUpSimulator();
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
