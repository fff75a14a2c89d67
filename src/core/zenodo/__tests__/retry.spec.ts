import { CancelledError } from '../../error';
import {
  AnswerLostError,
  PermissionDeniedError,
  RateLimitedError,
  SiteTroubleError,
  SiteUnreachableError
} from '../errors';
import { readResetAt } from '../rateLimit';
import { Reply } from '../scriptedHttp';
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../client';
import { zenodo } from '../sites';
import { failure, setUp, token } from './common';
import { recorded } from './recorded';

const start = Date.UTC(2026, 10, 21, 12);
const draft = recorded('draft.get');
const busy = (headers: Record<string, string> = {}): Reply => ({
  status: 429,
  headers,
  json: { message: '133 per 1 minute', status: 429 }
});
const epoch = (seconds: number) => String(start / 1000 + seconds);

describe('retries', () => {
  it('waits longer each time, with jitter, and says why', async () => {
    const down: Reply = { status: 502, text: '<html>' };
    const { client, clock, waits } = setUp(['drop', down, 'drop', draft]);
    await client.getDraft('1');
    expect(clock.sleeps).toEqual([2_000, 4_000, 8_000]);
    expect(waits).toEqual([
      { reason: 'connection', until: start + 2_000, attempt: 2 },
      null,
      { reason: 'trouble', until: start + 6_000, attempt: 3 },
      null,
      { reason: 'connection', until: start + 14_000, attempt: 4 },
      null
    ]);
  });

  it.each([
    ['drop' as const, SiteUnreachableError],
    [{ status: 503, text: '' }, SiteTroubleError]
  ])('gives up after five attempts: %j', async (reply, kind) => {
    const { client, http } = setUp(() => reply);
    expect(await failure(client.getDraft('1'))).toBeInstanceOf(kind);
    expect(http.requests).toHaveLength(5);
  });

  it('does not repeat what will not change', async () => {
    const { client, http } = setUp(() => recorded('draft.get.other_user'));
    expect(await failure(client.getDraft('1'))).toBeInstanceOf(
      PermissionDeniedError
    );
    expect(http.requests).toHaveLength(1);
  });

  it.each([
    [{ 'Retry-After': '58', 'X-RateLimit-Reset': epoch(7) }, 58_500],
    [{ 'X-RateLimit-Reset': epoch(40) }, 40_500],
    [{ 'X-RateLimit-Reset': epoch(-3) }, 1_500],
    // Our clock is wrong by days: believed in no case.
    [{ 'X-RateLimit-Reset': epoch(200_000) }, 2_000],
    [{ 'X-RateLimit-Reset': 'soon' }, 2_000],
    [{}, 2_000]
  ])('waits as long as the server asks: %j', async (headers, expected) => {
    const { client, clock, waits } = setUp([
      busy(headers as Record<string, string>),
      draft
    ]);
    await client.getDraft('1');
    expect(clock.sleeps).toEqual([expected]);
    expect(waits[0]).toMatchObject({ reason: 'rate-limit', attempt: 2 });
  });

  it('repeats even a creation that was refused for the moment', async () => {
    const { client, http } = setUp([busy(), draft]);
    await client.createDraft({});
    expect(http.requests).toHaveLength(2);
  });

  it('leaves it to the caller to look again before a publication', async () => {
    const { client, http, waits } = setUp(() => busy());
    expect(await failure(client.publish('100118'))).toBeInstanceOf(
      RateLimitedError
    );
    expect(http.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('gives up on a server that never takes requests', async () => {
    const { client, http } = setUp(() =>
      busy({ 'X-RateLimit-Reset': epoch(60) })
    );
    expect(await failure(client.createDraft({}))).toBeInstanceOf(
      RateLimitedError
    );
    expect(http.requests).toHaveLength(8);
  });

  it('waits before the bucket overflows, even when the limit has changed', async () => {
    const { client, clock } = setUp([
      {
        ...draft,
        headers: {
          'X-RateLimit-Limit': '1000',
          'X-RateLimit-Remaining': '500',
          'X-RateLimit-Reset': epoch(50)
        }
      },
      {
        ...draft,
        headers: {
          'X-RateLimit-Limit': '133',
          'X-RateLimit-Remaining': '0',
          'X-RateLimit-Reset': epoch(30)
        }
      },
      draft
    ]);
    await client.getDraft('1');
    await client.getDraft('1');
    expect(clock.sleeps).toEqual([]);
    await client.getDraft('1');
    expect(clock.sleeps).toEqual([30_000]);
  });

  it('goes slower when little is left, for all that talk to the site', async () => {
    const { client, clock, http, waits } = setUp(() => ({
      ...draft,
      headers: {
        'X-RateLimit-Limit': '133',
        'X-RateLimit-Remaining': '9',
        'X-RateLimit-Reset': epoch(30)
      }
    }));
    const other = new ZenodoClient({
      site: zenodo,
      http,
      clock,
      trans: plainEnglish,
      getToken: () => token,
      onWait: wait => waits.push(wait)
    });
    await client.getDraft('1');
    expect(clock.sleeps).toEqual([]);
    await other.getDraft('1');
    expect(clock.sleeps).toEqual([3_000]);
    expect(waits).toEqual([
      { reason: 'rate-limit', until: start + 3_000, attempt: 1 },
      null
    ]);
  });

  it('stays below what a site takes of preflights, which nobody can read', async () => {
    const { client, clock } = setUp(() => ({
      ...draft,
      headers: {
        'X-RateLimit-Limit': '1000',
        'X-RateLimit-Remaining': '900',
        'X-RateLimit-Reset': String(Math.ceil(clock.now() / 1000) + 60)
      }
    }));
    for (let call = 0; call < 250; call++) {
      await client.getDraft('1');
    }
    const waited = clock.sleeps.reduce((sum, sleep) => sum + sleep, 0);
    expect(waited).toBe(120_000);
    const free = setUp(() => ({ ...draft, headers: {} }));
    for (let call = 0; call < 250; call++) {
      await free.client.getDraft('1');
    }
    expect(free.clock.sleeps).toEqual([]);
  });

  it('uses the token of the moment after a wait', async () => {
    const tokens = ['old', 'new'];
    const { client, http } = setUp(['drop', draft], {
      getToken: () => tokens.shift() ?? null
    });
    await client.getDraft('1');
    expect(http.requests.map(r => r.headers.Authorization)).toEqual([
      'Bearer old',
      'Bearer new'
    ]);
  });

  it('can be cancelled during a request and during a wait', async () => {
    const during = new AbortController();
    const asking = setUp();
    const asked = asking.client.getDraft('1', during.signal);
    await asking.http.nextRequest();
    during.abort();
    expect(await failure(asked)).toBeInstanceOf(CancelledError);

    const waiting = new AbortController();
    const { client, http, waits } = setUp(['drop'], {
      onWait: wait => {
        waits.push(wait);
        waiting.abort();
      }
    });
    expect(await failure(client.getDraft('1', waiting.signal))).toBeInstanceOf(
      CancelledError
    );
    expect(http.requests).toHaveLength(1);
    expect(waits).toEqual([expect.objectContaining({ attempt: 2 }), null]);
  });

  it('does not wait long for a look-up', async () => {
    const { client, clock, http } = setUp(() => busy({ 'Retry-After': '50' }));
    expect(await failure(client.vocabularies.licenses('mit'))).toBeInstanceOf(
      RateLimitedError
    );
    expect(http.requests).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  it('does not repeat a PUT of content blindly', async () => {
    const { client, http } = setUp(['drop']);
    expect(
      await failure(client.uploadContent('1', 'a', new Blob(['x'])))
    ).toBeInstanceOf(AnswerLostError);
    expect(http.requests).toHaveLength(1);
  });
});

describe('readResetAt', () => {
  it('reads the recorded 429', () => {
    const { headers = {} } = recorded('rate.guest.429');
    const get = (name: string) => headers[name.toLowerCase()] ?? null;
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    expect(readResetAt({ get }, reset - 20_000)).toBe(reset - 20_000 + 58_000);
    const inBrowser = (name: string) =>
      name === 'Retry-After' ? null : get(name);
    expect(readResetAt({ get: inBrowser }, reset - 20_000)).toBe(reset);
  });
});
