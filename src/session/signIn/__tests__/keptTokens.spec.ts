import {
  SimulatedSite,
  site
} from '../../../core/publish/__tests__/simulatedSite';
import { type ISecretStore, noSecrets } from '../../../core/signIn/secretStore';
import { Renewer } from '../../../core/signIn/renewer';
import { RenewingHttp } from '../../../core/signIn/renewingHttp';
import { plainEnglish } from '../../../core/text';
import { HttpConnectionError } from '../../../core/zenodo/http';
import { type IWallet, Wallet } from '../../wallet';
import { KeptTokens } from '../keptTokens';
import { SignIns } from '../signIns';
import { SecretsOfTest } from './secretsOfTest';
import { SimulatedSignIn } from './simulatedSignIn';
import { StillClock } from './stillClock';

/** A user with a manager of secrets, whose pages come and go. */
class User {
  readonly zenodo = new SimulatedSite();
  readonly there = new SimulatedSignIn(this.zenodo.simulator, site.url);
  readonly secrets = new SecretsOfTest();
  readonly token = this.zenodo.simulator.secrets.token;

  async page(store: ISecretStore = this.secrets) {
    const wallet = new Wallet();
    const { clock } = this.zenodo;
    const trans = plainEnglish;
    const kept = new KeptTokens({
      ...{ wallet, store, clock, trans },
      httpWith: (keyring: IWallet) =>
        new RenewingHttp(
          this.zenodo,
          new Renewer({
            ...{ keyring, clock, exchange: this.there },
            exclusively: (_name, work) => work()
          })
        )
    });
    const signIns = new SignIns({
      ...{ wallet, trans, keeping: kept },
      ...{ exchange: this.there, windows: this.there },
      clock: new StillClock(),
      makeState: () => 'state'
    });
    await signIns.ready;
    return {
      wallet,
      kept,
      signIns,
      keeper: () => signIns.stateOf(site.url).keeper
    };
  }

  /** A page in which a panel was opened. */
  async openPage() {
    const page = await this.page();
    await page.kept.take(site);
    return page;
  }

  end(token: string | null): void {
    this.zenodo.simulator.state.revoked.add(token ?? '');
  }
}

describe('Tokens that a secrets manager keeps', () => {
  it('are there again in the next page, when its first panel is opened', async () => {
    const user = new User();
    const first = await user.openPage();
    expect(first.keeper()).toBe('manager');
    first.wallet.put(site.url, user.token);
    await first.kept.settled();
    const second = await user.page();
    expect(user.secrets.calls).toEqual(['load', 'save']);
    expect(second.wallet.tokenOf(site.url)).toBeNull();
    await second.kept.take(site);
    expect(second.wallet.tokenOf(site.url)).toBe(user.token);
    // It was pasted: nothing can renew it.
    expect(second.wallet.tokensOf(site.url)).toBeNull();
  });

  it('of a sign-in can be renewed in the next page, and are kept as they are then', async () => {
    const user = new User();
    const first = await user.openPage();
    await first.signIns.begin(site);
    await first.kept.settled();
    const former = first.wallet.tokensOf(site.url);
    user.end(former?.accessToken ?? null);
    const second = await user.openPage();
    const tokens = second.wallet.tokensOf(site.url);
    expect(tokens?.accessToken).not.toBe(former?.accessToken);
    expect(tokens).toMatchObject({ user: former?.user });
    expect(tokens?.refreshToken).not.toBe('');
    await second.kept.settled();
    const third = await user.openPage();
    expect(third.wallet.tokensOf(site.url)).toEqual(tokens);
    second.wallet.renewed(site.url, { ...tokens!, accessToken: 'newest' });
    await second.kept.settled();
    expect(user.secrets.kept.get(site.url)).toContain('newest');
  });

  it('that the site refuses are removed, and nobody is signed in with them', async () => {
    const user = new User();
    const first = await user.openPage();
    first.wallet.put(site.url, user.token);
    await first.kept.settled();
    user.end(user.token);
    const second = await user.page();
    const told: string[] = [];
    second.wallet.changed.connect((_sender, url) => told.push(url));
    await second.kept.take(site);
    expect(user.secrets.kept.size).toBe(0);
    expect(second.wallet.tokenOf(site.url)).toBeNull();
    expect(told).toEqual([]);
    expect(second.keeper()).toBe('manager');
  });

  it('that the site refuses are not removed where another page has renewed them', async () => {
    const user = new User();
    const first = await user.openPage();
    first.wallet.put(site.url, 'former');
    await first.kept.settled();
    let loads = 0;
    user.secrets.before = call => {
      if (call === 'load' && ++loads === 2) {
        const now = user.secrets.kept.get(site.url) ?? '';
        user.secrets.kept.set(site.url, now.replace('former', user.token));
      }
    };
    const second = await user.openPage();
    expect(second.wallet.tokenOf(site.url)).toBe(user.token);
    expect(user.secrets.calls).not.toContain('remove');
  });

  it('are taken where the site cannot be asked', async () => {
    const user = new User();
    const first = await user.openPage();
    first.wallet.put(site.url, user.token);
    await first.kept.settled();
    user.zenodo.before = () => {
      throw new HttpConnectionError('The site is away.');
    };
    const second = await user.openPage();
    expect(second.wallet.tokenOf(site.url)).toBe(user.token);
  });

  it('are removed when the user signs out, and do not come back', async () => {
    const user = new User();
    const page = await user.openPage();
    page.wallet.put(site.url, user.token);
    page.signIns.signOut(site);
    await page.kept.settled();
    expect(user.secrets.kept.size).toBe(0);
    user.secrets.kept.set(
      site.url,
      JSON.stringify({ tokens: { accessToken: user.token }, isPasted: true })
    );
    await page.kept.take(site);
    expect(page.wallet.tokenOf(site.url)).toBeNull();
  });

  it('do not take the place of one that was pasted meanwhile', async () => {
    const user = new User();
    const first = await user.openPage();
    first.wallet.put(site.url, 'former');
    await first.kept.settled();
    const second = await user.page();
    user.zenodo.before = () => second.wallet.put(site.url, user.token);
    await second.kept.take(site);
    await second.kept.settled();
    expect(second.wallet.tokenOf(site.url)).toBe(user.token);
    expect(user.secrets.kept.get(site.url)).toContain(user.token);
  });

  it('are in memory, and said to be, while the manager does not keep them', async () => {
    const user = new User();
    const page = await user.openPage();
    const told: string[] = [];
    page.signIns.changed.connect(() => told.push(page.keeper()));
    user.secrets.before = () => {
      throw new Error('The vault is closed.');
    };
    page.wallet.put(site.url, user.token);
    await page.kept.settled();
    expect(page.wallet.tokenOf(site.url)).toBe(user.token);
    expect(told.at(-1)).toBe('page');
    user.secrets.before = () => undefined;
    page.wallet.put(site.url, 'another');
    await page.kept.settled();
    expect(told.at(-1)).toBe('manager');
  });

  it('that the manager does not remove are told of after signing out', async () => {
    const user = new User();
    const page = await user.openPage();
    page.wallet.put(site.url, user.token);
    await page.kept.settled();
    user.secrets.before = () => {
      throw new Error('The vault is closed.');
    };
    page.signIns.signOut(site);
    await page.kept.settled();
    expect(page.keeper()).toBe('stuck');
  });

  it('are in memory where there is no manager', async () => {
    const user = new User();
    const page = await user.page(noSecrets);
    await page.kept.take(site);
    page.wallet.put(site.url, user.token);
    await page.kept.settled();
    expect(page.keeper()).toBe('page');
    page.signIns.signOut(site);
    await page.kept.settled();
    expect(page.keeper()).toBe('page');
  });

  it('are in memory, and nobody waits, while the manager does not answer', async () => {
    const user = new User();
    user.secrets.before = () => new Promise(() => undefined);
    const page = await user.page();
    void page.kept.take(site);
    page.wallet.put(site.url, user.token);
    await new Promise(resolve => setTimeout(resolve));
    expect(page.wallet.tokenOf(site.url)).toBe(user.token);
    expect(page.keeper()).toBe('page');
  });
});
