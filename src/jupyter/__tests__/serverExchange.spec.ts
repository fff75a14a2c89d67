import { TestClock } from '../../core/clock';
import { ExchangeError, GrantRefusedError } from '../../core/signIn/errors';
import { plainEnglish } from '../../core/text';
import { JupyterServerError } from '../errors';
import { ServerExchange } from '../serverExchange';
import { ServerRefusalError, type ServerRequests } from '../serverRequests';

const clock = new TestClock();

function exchange(
  answer: unknown,
  capabilities: unknown = null
): { it: ServerExchange; asked: string[] } {
  const asked: string[] = [];
  const requests = {
    json: async (path: string, init: RequestInit = {}) => {
      asked.push(`${init.method} ${path} ${String(init.body)}`);
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    }
  } as unknown as ServerRequests;
  const it = new ServerExchange({
    baseUrl: 'http://127.0.0.1:8888/user/ada/',
    requests,
    capabilities: async () => capabilities,
    clock,
    trans: plainEnglish
  });
  return { it, asked };
}

const refusal = (code: string) =>
  new ServerRefusalError('No.', 400, { code, path: '', text: '', status: 400 });

describe('The exchange behind the server extension', () => {
  it('names its clients, and its callback page', async () => {
    const { it: one } = exchange(null, {
      oauth: [
        { site: 'https://zenodo.org', clientId: 'jupyter', refreshes: true },
        { site: 'https://zenodo.org' },
        'nonsense'
      ]
    });
    await expect(one.clients()).resolves.toEqual([
      { site: 'https://zenodo.org', clientId: 'jupyter', redirectUri: '' }
    ]);
    expect(one.ownCallback).toBe(
      'http://127.0.0.1:8888/user/ada/jupyterlab-zenodo-publisher/oauth/callback'
    );
    await expect(exchange(null).it.clients()).resolves.toEqual([]);
  });

  it('trades a code, and a refresh token, in the body of a POST', async () => {
    const { it: one, asked } = exchange({
      ...{ accessToken: 'a', refreshToken: 'r', expiresIn: 60, user: '1' }
    });
    const grant = { code: 'c', redirectUri: 'http://x/cb' };
    await expect(one.trade('https://zenodo.org', grant)).resolves.toEqual({
      ...{ accessToken: 'a', refreshToken: 'r', user: '1' },
      expiresAt: clock.now() + 60_000
    });
    await one.trade('https://zenodo.org', { refreshToken: 'r' });
    expect(asked).toEqual([
      'POST oauth/tokens {"site":"https://zenodo.org","code":"c","redirectUri":"http://x/cb"}',
      'POST oauth/tokens {"site":"https://zenodo.org","refreshToken":"r"}'
    ]);
  });

  it.each([
    [refusal('grant-refused'), GrantRefusedError, /used before, or took too/],
    [refusal('client-refused'), ExchangeError, /how it is registered there/],
    [refusal('no-client'), ExchangeError, /how it is registered there/],
    [refusal('unreachable'), ExchangeError, /could not reach the site/],
    [new JupyterServerError('Down.', 502), ExchangeError, /still running/],
    [{ accessToken: '' }, ExchangeError, /gave no token/],
    ['<html>', ExchangeError, /gave no token/]
  ])('says what went wrong: %s', async (answer, type, text) => {
    const { it: one } = exchange(answer);
    const failed = one.trade('https://zenodo.org', { refreshToken: 'r' });
    await expect(failed).rejects.toThrow(type);
    await expect(failed).rejects.toThrow(text);
  });
});
