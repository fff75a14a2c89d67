import { nonceReference } from '../nonce';
import { IHttpRequest } from '../http';
import { recorded } from './recorded';
import { failure, setUp } from './common';
import { PermissionDeniedError } from '../errors';

const draft = recorded('draft.get').json as Record<string, unknown>;
const withReference = (id: string, reference: string) => ({
  ...draft,
  id,
  metadata: { references: [{ reference: 'Doe 2020' }, { reference }] }
});
const hits = (...found: unknown[]) => ({
  status: 200,
  json: { hits: { hits: found, total: found.length } }
});
const nonce = '0b5c6f1e-0000-4000-8000-1234567890ab';

describe('findDraftByReference', () => {
  it('asks by the quoted reference', async () => {
    const { client, http } = setUp([
      hits(
        withReference('1', `${nonceReference(nonce)}-and-more`),
        withReference('2', nonceReference(nonce))
      )
    ]);
    expect(await client.findDraftByReference(nonce)).toMatchObject({ id: '2' });
    const { searchParams } = new URL(http.requests[0].url);
    expect(searchParams.get('q')).toBe(
      `metadata.references.reference:"jupyterlab-zenodo-publisher:${nonce}"`
    );
  });

  it('looks through the newest as well, where the query finds nothing or is refused', async () => {
    const { client, http } = setUp([
      recorded('search.bad_sort'),
      hits(
        withReference('1', 'other'),
        withReference('2', nonceReference(nonce))
      )
    ]);
    expect(await client.findDraftByReference(nonce)).toMatchObject({ id: '2' });
    expect(http.lines[1]).toBe('GET /user/records?size=25&sort=newest');
  });

  it('waits for the index', async () => {
    const lag = 4;
    let asked = 0;
    const { client, clock } = setUp(() =>
      ++asked > lag ? hits(withReference('2', nonceReference(nonce))) : hits()
    );
    expect(await client.findDraftByReference(nonce)).toMatchObject({ id: '2' });
    expect(clock.sleeps).toEqual([1_000, 1_000]);
  });

  it('says that there is none only after ten seconds', async () => {
    const { client, clock } = setUp(() => hits(withReference('1', 'other')));
    expect(await client.findDraftByReference(nonce)).toBeNull();
    expect(clock.sleeps.reduce((sum, pause) => sum + pause)).toBe(10_000);
  });

  it('does not take a refusal for none', async () => {
    const { client } = setUp((_: IHttpRequest) =>
      recorded('auth.bad_token.user_records')
    );
    expect(await failure(client.findDraftByReference(nonce))).toBeInstanceOf(
      PermissionDeniedError
    );
  });
});
