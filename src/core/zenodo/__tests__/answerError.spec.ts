import * as errors from '../errors';
import { Reply } from '../scriptedHttp';
import { failure, setUp } from './common';
import { recorded } from './recorded';

const {
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitedError,
  RefusedMetadataError,
  RefusedRequestError,
  RevisionMismatchError,
  SiteTroubleError
} = errors;

const page = (status: number): Reply => ({
  status,
  text: '<html><head><style>p {}</style></head><body><h1>Sorry</h1>\n<p>Blocked</p>'
});

describe('answerError', () => {
  it.each([
    ['draft.invalid.license_unknown', RefusedMetadataError],
    ['publish.missing_metadata', RefusedMetadataError],
    ['publish.pending_file', RefusedMetadataError],
    ['doi.reserve.again', RefusedMetadataError],
    ['quota.content.one_too_big', RefusedRequestError],
    ['files.content.long_key', RefusedRequestError],
    ['review.publish_while_open', RefusedRequestError],
    ['body.text_plain', RefusedRequestError],
    ['auth.none.user_records', PermissionDeniedError],
    ['draft.get.other_user', PermissionDeniedError],
    ['published.draft_get', NotFoundError],
    ['files.get.unknown_key', NotFoundError],
    ['deleted.files', GoneError],
    ['draft.update.if_match_stale', RevisionMismatchError],
    ['rate.guest.429', RateLimitedError],
    ['files.commit.without_content', SiteTroubleError]
  ])('of the recorded %s', async (name, kind) => {
    const { client } = setUp(() => recorded(name));
    const error = await failure(client.getDraft('1'));
    expect(error).toBeInstanceOf(kind);
    expect((error as errors.SiteError).details.message).not.toBe('');
  });

  it.each([
    [403, SiteTroubleError],
    [405, RefusedRequestError],
    [413, RefusedRequestError],
    [502, SiteTroubleError],
    [503, SiteTroubleError]
  ])('of a page with status %i', async (status, kind) => {
    const { client } = setUp(() => page(status));
    const error = await failure(client.getDraft('1'));
    expect(error).toBeInstanceOf(kind);
    expect((error as errors.SiteError).details.message).toBe('Sorry Blocked');
  });

  it('names the value where the server names no field', async () => {
    const { client } = setUp([recorded('draft.invalid.license_unknown')]);
    expect(await failure(client.createDraft({}))).toHaveProperty('errors', [
      { field: '', messages: ['Invalid value nope.'] }
    ]);
  });

  it('bounds what a server says', async () => {
    const message = `a\u202eb\u0000${'x'.repeat(1e6)}`;
    const { client } = setUp([{ status: 400, json: { message } }]);
    const error = await failure(client.getDraft('1'));
    const { details } = error as errors.SiteError;
    expect(details.message).toHaveLength(301);
    expect(details.message).toMatch(/^ab x+…$/);
  });

  it.each([
    null,
    [],
    'text',
    7,
    { errors: 'x' },
    { errors: [null, 1, {}] },
    { message: { a: 1 } }
  ])('copes with the body %j', async json => {
    const { client } = setUp([{ status: 400, json }]);
    expect(await failure(client.getDraft('1'))).toBeInstanceOf(
      RefusedRequestError
    );
  });
});
