import { PublisherError } from '../../../core/error';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import { noServer } from '../../../core/transfer/jupyterServer';
import { readTransfer } from '../../../core/transfer/readState';
import type { ITransfers } from '../../../core/transfer/transfers';
import { testSite } from '../../__tests__/desk';
import { Wallet } from '../../wallet';
import { TransferTokens } from '../transferTokens';

const tokens = {
  ...{ accessToken: 'first', refreshToken: 'r', expiresAt: null, user: '1' }
};

/** A server on which transfers run, and what it is handed. */
function server(fails = false) {
  const handed: string[] = [];
  const states = [
    { id: 'running', phase: 'uploading', site: site.url },
    { id: 'waiting', phase: 'needs-sign-in', site: site.url },
    { id: 'over', phase: 'verified', site: site.url },
    { id: 'elsewhere', phase: 'uploading', site: testSite.url }
  ].map(one => readTransfer(one));
  const transfers = {
    list: async () => {
      if (fails) {
        throw new PublisherError('The server is away.');
      }
      return states;
    },
    setToken: async (id: string, token: string) => {
      handed.push(`${id}: ${token}`);
    }
  } as unknown as ITransfers;
  const offer = async () => ({ sites: [site.url], maxBytes: 1e9 });
  return { handed, ports: { transfers, offer } };
}

describe('Transfers that run on Jupyter’s server', () => {
  it('are handed the token of a new sign-in, and one that was renewed', async () => {
    const wallet = new Wallet();
    const { handed, ports } = server();
    const handing = new TransferTokens(wallet, ports);
    wallet.putTokens(site.url, tokens);
    await handing.done;
    wallet.renewed(site.url, { ...tokens, accessToken: 'second' });
    await handing.done;
    wallet.drop(site.url);
    await handing.done;
    expect(handed).toEqual([
      'running: first',
      'waiting: first',
      'running: second',
      'waiting: second'
    ]);
  });

  it('are not asked for where there is no such server', async () => {
    const wallet = new Wallet();
    const handing = new TransferTokens(wallet, noServer);
    wallet.putTokens(site.url, tokens);
    await expect(handing.done).resolves.toBeUndefined();
  });

  it('ask for a sign-in themselves when the server is away', async () => {
    const wallet = new Wallet();
    const handing = new TransferTokens(wallet, server(true).ports);
    wallet.putTokens(site.url, tokens);
    await expect(handing.done).resolves.toBeUndefined();
  });
});
