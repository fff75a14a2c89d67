import {
  AnswerLostError,
  NotSignedInError,
  PermissionDeniedError,
  RefusedMetadataError,
  RevisionMismatchError,
  SiteUnreachableError,
  TokenRefusedError,
  UnexpectedAnswerError
} from '../errors';
import { zenodoSandbox } from '../sites';
import { failure, setUp, token } from './common';
import { recorded } from './recorded';

describe('ZenodoClient', () => {
  it('sends what the API wants, and the token only in its header', async () => {
    const { client, http } = setUp([recorded('draft.create.full')]);
    const draft = await client.createDraft({ metadata: { title: 'é' } });
    expect(draft.id).toBe('100020');
    expect(draft.title).toBe('My notebook');
    const [request] = http.requests;
    expect(request.url).toBe('https://zenodo.org/api/records');
    expect(request.headers).toEqual({
      Accept: 'application/vnd.inveniordm.v1+json',
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`
    });
    expect(request.body).toBe('{"metadata":{"title":"é"}}');
  });

  it('reads what the recorded server answers', async () => {
    const { client } = setUp([
      recorded('draft.invalid.missing_all'),
      recorded('doi.reserve.final'),
      recorded('record.get.rdm'),
      recorded('files.list'),
      recorded('record.missing')
    ]);
    const draft = await client.createDraft({});
    expect(draft.errors).toContainEqual({
      field: 'metadata.title',
      messages: ['Missing data for required field.']
    });
    expect(await client.reserveDoi('100118')).toBe('10.5072/zenodo.100118');
    expect(await client.getRecord('100118')).toMatchObject({
      id: '100118',
      conceptId: '100117',
      doi: '10.5072/zenodo.100118',
      conceptDoi: '10.5072/zenodo.100117',
      isPublished: true,
      isLatest: true
    });
    const files = await client.listFiles('100118');
    const keys = files.map(({ key }) => key);
    expect(keys).toEqual([...keys].sort());
    expect(files.find(({ key }) => key === 'analysis.ipynb')).toEqual({
      key: 'analysis.ipynb',
      status: 'completed',
      size: 65,
      md5: '312efa3e5abaca3b5e7681fe7ae08fd4'
    });
    expect(await client.getRecord('99999999')).toBeNull();
  });

  it('checks the token', async () => {
    const { client, http } = setUp([
      recorded('auth.token.user_records'),
      recorded('auth.bad_token.user_records')
    ]);
    expect(await client.verifyToken()).toEqual({ ok: true });
    const error = await failure(client.verifyToken());
    expect(error).toBeInstanceOf(TokenRefusedError);
    expect(error).toHaveProperty(
      'message',
      'Zenodo did not accept this token. Was it made on Zenodo Sandbox?'
    );
    expect(http.lines).toEqual([
      'GET /user/records?size=1',
      'GET /user/records?size=1'
    ]);
  });

  it('asks the user to sign in before it asks the server', async () => {
    const { client, http } = setUp([], { getToken: () => null });
    expect(await failure(client.getDraft('1'))).toBeInstanceOf(
      NotSignedInError
    );
    expect(http.requests).toEqual([]);
  });

  it('sends a bare revision, and tells of a mismatch', async () => {
    const { client, http } = setUp([
      recorded('draft.update'),
      recorded('draft.update.if_match_stale')
    ]);
    await client.updateDraft('100020', {}, { revision: 5 });
    expect(http.requests[0].headers['If-Match']).toBe('5');
    expect(
      await failure(client.updateDraft('100020', {}, { revision: 5 }))
    ).toBeInstanceOf(RevisionMismatchError);
  });

  it('does not mistake its own change for another’s', async () => {
    const draft = recorded('draft.get').json as object;
    const at = (revision: number) => ({
      status: 200,
      json: { ...draft, revision_id: revision }
    });
    const arrived = setUp(['drop', at(7)]);
    expect(
      await failure(arrived.client.updateDraft('1', {}, { revision: 5 }))
    ).toBeInstanceOf(AnswerLostError);
    const lost = setUp(['drop', at(5), at(7)]);
    await lost.client.updateDraft('1', {}, { revision: 5 });
    expect(lost.http.lines).toEqual([
      'PUT /records/1/draft',
      'GET /records/1/draft',
      'PUT /records/1/draft'
    ]);
  });

  it('gives the DOI that was reserved before', async () => {
    const { client, http } = setUp([
      'drop',
      recorded('doi.reserve.again'),
      recorded('doi.reserve.final')
    ]);
    expect(await client.reserveDoi('100118')).toBe('10.5072/zenodo.100118');
    expect(http.lines).toEqual([
      'POST /records/100118/draft/pids/doi',
      'POST /records/100118/draft/pids/doi',
      'GET /records/100118/draft'
    ]);
  });

  it('takes what is gone already for deleted', async () => {
    const { client } = setUp([
      'drop',
      recorded('delete.again'),
      recorded('files.get.unknown_key')
    ]);
    await client.deleteDraft('1');
    await client.deleteFile('1', 'none.bin');
  });

  it('does not repeat a creation whose answer was lost', async () => {
    const { client, http } = setUp(['drop']);
    const error = await failure(client.createDraft({}));
    expect(error).toBeInstanceOf(AnswerLostError);
    expect((error as AnswerLostError).cause).toBeInstanceOf(
      SiteUnreachableError
    );
    expect(http.requests).toHaveLength(1);
  });

  it.each([
    { status: 504, text: '<html><h1>Gateway Time-out</h1></html>' },
    { status: 200, text: '<html>Log in to this network</html>' },
    'drop' as const
  ])('does not say that a publication failed after %j', async reply => {
    const { client, http } = setUp([reply]);
    const error = await failure(client.publish('1'));
    expect(error).toBeInstanceOf(AnswerLostError);
    expect(error).toHaveProperty(
      'message',
      'We did not hear whether Zenodo published it.'
    );
    expect(http.requests).toHaveLength(1);
  });

  it('says what publishing wants', async () => {
    const { client } = setUp([recorded('publish.missing_metadata')]);
    const error = await failure(client.publish('1'));
    expect(error).toBeInstanceOf(RefusedMetadataError);
    expect((error as RefusedMetadataError).errors.map(e => e.field)).toEqual([
      'metadata.resource_type',
      'metadata.creators',
      'metadata.title',
      'metadata.publication_date'
    ]);
    expect(error).toHaveProperty(
      'message',
      'Zenodo wants a change in 4 fields (its words stand beside them).'
    );
  });

  it('does not take another server’s page for an answer', async () => {
    const { client } = setUp([{ status: 200, text: '<p>Welcome</p>' }]);
    expect(await failure(client.getDraft('1'))).toBeInstanceOf(
      UnexpectedAnswerError
    );
  });

  it('keeps no token and no query in an error', async () => {
    const { client } = setUp(
      [
        { status: 400, json: { message: `${token} is odd`, errors: [] } },
        { status: 403, json: { message: `No: ${token}` } }
      ],
      { site: zenodoSandbox }
    );
    for (const call of [client.listOwn('secret', 5), client.getDraft('7')]) {
      const error = await failure(call);
      expect(JSON.stringify(error) + String(error)).not.toMatch(/secret/);
    }
  });

  it('tells the site and the details for copying', async () => {
    const { client } = setUp([recorded('draft.get.other_user')]);
    const error = await failure(client.getDraft('100020'));
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect((error as PermissionDeniedError).details).toEqual({
      method: 'GET',
      url: 'https://zenodo.org/api/records/100020/draft',
      status: 403,
      message: 'Permission denied.'
    });
  });

  it.each([
    [{ status: 200, json: { responseCode: 1 } }, true],
    [{ status: 404, json: { responseCode: 100 } }, false],
    [{ status: 200, text: '<html>' }, false],
    ['drop' as const, false]
  ])('knows from %j that a DOI resolves: %j', async (reply, expected) => {
    const { client, http } = setUp([reply]);
    expect(await client.doiResolves('10.5281/zenodo.1')).toBe(expected);
    expect(http.requests[0]).toMatchObject({
      url: 'https://doi.org/api/handles/10.5281/zenodo.1',
      headers: {}
    });
  });
});
