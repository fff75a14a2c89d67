import { CancelledError } from '../../core/error';
import { doiResolves } from '../../core/zenodo/handles';
import { zenodo } from '../../core/zenodo/sites';
import { JupyterServerError } from '../errors';
import { ServerHandles } from '../serverHandles';

const doi = '10.5281/zenodo.1';
const offered = { doiResolvers: ['https://doi.org'] };

/** A page whose own requests for DOIs are all blocked, but the server's are not. */
function page(answer: unknown, capabilities: unknown = offered) {
  const asked: string[] = [];
  const json = async (path: string, init: RequestInit = {}) => {
    asked.push(`${init.method} ${path} ${String(init.body)}`);
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  const handles = new ServerHandles({ json }, async () => capabilities);
  const send = async ({ url }: { url: string }) => {
    asked.push(url);
    return {
      status: 200,
      headers: { get: () => null },
      text: () => '{"responseCode": 1}'
    };
  };
  return { asked, ask: () => doiResolves({ send, handles }, zenodo, doi) };
}

const byItself = `https://doi.org/api/handles/${doi}`;
const byServer = `POST doi {"resolver":"https://doi.org","doi":"${doi}"}`;

describe('Whether a DOI leads anywhere', () => {
  it.each([true, false])('is told by the server: %s', async resolves => {
    const { ask, asked } = page({ resolves });
    await expect(ask()).resolves.toBe(resolves);
    expect(asked).toEqual([byServer]);
  });

  it.each([
    ['is not there', null],
    ['is an older one', { sites: ['https://zenodo.org'] }],
    ['may not ask this resolver', { doiResolvers: ['https://other.org'] }],
    ['says nonsense of itself', { doiResolvers: 'https://doi.org' }]
  ])('is asked by the page where the server %s', async (_what, said) => {
    const { ask, asked } = page({ resolves: false }, said);
    await expect(ask()).resolves.toBe(true);
    expect(asked).toEqual([byItself]);
  });

  it.each([
    ['fails', new JupyterServerError('No.', 502)],
    ['says nothing', null],
    ['answers nonsense', { resolves: 'yes' }]
  ])('is asked by the page where the server %s', async (_what, answer) => {
    const { ask, asked } = page(answer);
    await expect(ask()).resolves.toBe(true);
    expect(asked).toEqual([byServer, byItself]);
  });

  it('is asked by nobody any more when the panel is closed', async () => {
    const { ask, asked } = page(new CancelledError('Cancelled'));
    await expect(ask()).rejects.toBeInstanceOf(CancelledError);
    expect(asked).toEqual([byServer]);
  });
});
