import {
  SimulatedSite,
  site
} from '../../../core/publish/__tests__/simulatedSite';
import { ExchangeError } from '../../../core/signIn/errors';
import { Exclusively, Renewer } from '../../../core/signIn/renewer';
import { RenewingHttp } from '../../../core/signIn/renewingHttp';
import type { ITabs } from '../../../core/signIn/tabs';
import { plainEnglish } from '../../../core/text';
import type { IHttpRequest } from '../../../core/zenodo/http';
import { Wallet } from '../../wallet';
import { SignIns } from '../signIns';
import { TokenTabs } from '../tokenTabs';
import { SimulatedSignIn } from './simulatedSignIn';
import { StillClock } from './stillClock';

const atOnce: Exclusively = (_name, work) => work();

/** The pages of one browser, which hear each other. */
class Browser {
  readonly zenodo = new SimulatedSite();
  readonly there = new SimulatedSignIn(this.zenodo.simulator, site.url);
  exclusively: Exclusively = atOnce;
  private readonly _listeners: ((message: unknown) => void)[] = [];

  /** A page; without `tabs`, the others do not hear it. */
  async page(isPublic = false) {
    const there = isPublic
      ? new SimulatedSignIn(this.zenodo.simulator, site.url, true)
      : this.there;
    const wallet = new Wallet();
    let own: ((message: unknown) => void) | null = null;
    const tabs: ITabs = {
      post: message => {
        const copy = structuredClone(message);
        this._listeners.filter(one => one !== own).forEach(tell => tell(copy));
      },
      listen: listener => {
        own = listener;
        this._listeners.push(listener);
      }
    };
    new TokenTabs(wallet, tabs);
    const renewer = new Renewer({
      keyring: wallet,
      exchange: there,
      clock: this.zenodo.clock,
      exclusively: (name, work) => this.exclusively(name, work)
    });
    const http = new RenewingHttp(this.zenodo, renewer);
    const signIns = new SignIns({
      wallet,
      exchange: there,
      windows: there,
      clock: new StillClock(),
      trans: plainEnglish,
      makeState: () => 'state'
    });
    await signIns.ready;
    const ask = (token = wallet.tokenOf(site.url) ?? '', change = {}) => {
      const request: IHttpRequest = {
        method: 'POST',
        url: `${site.url}/api/records`,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json'
        },
        body: '{}',
        ...change
      };
      return http.send(request).then(({ status }) => status);
    };
    return { wallet, signIns, ask, there };
  }
}

const end = ({ zenodo }: Browser, token: string | null) =>
  zenodo.simulator.state.revoked.add(token ?? '');

describe('A token that ended', () => {
  it('is renewed, and the request made again by itself, once', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    const former = wallet.tokenOf(site.url);
    end(browser, former);
    await expect(ask()).resolves.toBe(201);
    expect(browser.zenodo.drafts).toHaveLength(1);
    expect(wallet.tokenOf(site.url)).not.toBe(former);
    expect(browser.there.grants).toHaveLength(2);
    await expect(ask()).resolves.toBe(201);
    expect(browser.there.grants).toHaveLength(2);
  });

  it('is renewed once for all that need it', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    end(browser, wallet.tokenOf(site.url));
    await expect(Promise.all([ask(), ask(), ask()])).resolves.toEqual([
      201, 201, 201
    ]);
    expect(browser.there.grants).toHaveLength(2);
  });

  it('is replaced in a request that was on its way with the former one', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    const former = wallet.tokenOf(site.url) ?? '';
    end(browser, former);
    await ask();
    await expect(ask(former)).resolves.toBe(201);
    expect(browser.there.grants).toHaveLength(2);
  });

  it('is renewed before it ends', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    const { expiresAt } = wallet.tokensOf(site.url) ?? {};
    await browser.zenodo.clock.sleep(
      (expiresAt ?? 0) - browser.zenodo.clock.now() - 30_000
    );
    await expect(ask()).resolves.toBe(201);
    expect(browser.there.grants).toHaveLength(2);
    expect(browser.zenodo.count(/user\/records/)).toBe(0);
  });

  it('is not renewed for what its user may not do', async () => {
    const browser = new Browser();
    const { signIns, ask } = await browser.page();
    await signIns.begin(site);
    const url = `${site.url}/api/records`;
    const made = await browser.zenodo.byHand('POST', 'records', {});
    const { id } = (await made.json()) as { id: string };
    browser.zenodo.simulator.state.drafts.forEach(draft => {
      draft.parent.ownerId = '2';
    });
    await expect(
      ask(undefined, { method: 'GET', url: `${url}/${id}/draft`, body: null })
    ).resolves.toBe(403);
    expect(browser.there.grants).toHaveLength(1);
  });

  it('that was pasted is left as it is', async () => {
    const browser = new Browser();
    const { wallet, ask } = await browser.page();
    wallet.put(site.url, browser.zenodo.simulator.secrets.token);
    end(browser, wallet.tokenOf(site.url));
    await expect(ask()).resolves.toBe(403);
    expect(browser.there.grants).toEqual([]);
  });

  it('never stands in for a token that is only tried', async () => {
    const browser = new Browser();
    const { signIns, ask } = await browser.page();
    await signIns.begin(site);
    await expect(ask('a mistyped one')).resolves.toBe(403);
  });

  it('asks for a sign-in where a public client cannot renew', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask, there } = await browser.page(true);
    await signIns.begin(site);
    end(browser, wallet.tokenOf(site.url));
    await expect(ask()).resolves.toBe(403);
    expect(there.grants).toHaveLength(2);
  });

  it('waits for an exchange that is away for a moment', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    end(browser, wallet.tokenOf(site.url));
    let away = 2;
    browser.there.beforeTrade = () => {
      if (away-- > 0) {
        throw new ExchangeError('Away.');
      }
    };
    await expect(ask()).resolves.toBe(201);
  });

  it('asks for a sign-in where the exchange stays away', async () => {
    const browser = new Browser();
    const { signIns, wallet, ask } = await browser.page();
    await signIns.begin(site);
    end(browser, wallet.tokenOf(site.url));
    browser.there.beforeTrade = () => {
      throw new ExchangeError('Away.');
    };
    await expect(ask()).resolves.toBe(403);
  });
});

describe('Two pages of one browser', () => {
  it('go on when the other one signs in, and when it renews', async () => {
    const browser = new Browser();
    const one = await browser.page();
    const two = await browser.page();
    await one.signIns.begin(site);
    // The site ends the first page's token at once.
    await two.signIns.begin(site);
    expect(one.wallet.tokenOf(site.url)).toBe(two.wallet.tokenOf(site.url));
    end(browser, one.wallet.tokenOf(site.url));
    await expect(one.ask()).resolves.toBe(201);
    await expect(two.ask()).resolves.toBe(201);
    expect(browser.there.grants).toHaveLength(3);
  });

  it('renew one after the other', async () => {
    const browser = new Browser();
    let last: Promise<unknown> = Promise.resolve();
    browser.exclusively = (_name, work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    };
    const one = await browser.page();
    const two = await browser.page();
    await one.signIns.begin(site);
    await two.signIns.begin(site);
    end(browser, one.wallet.tokenOf(site.url));
    await expect(Promise.all([one.ask(), two.ask()])).resolves.toEqual([
      201, 201
    ]);
    expect(browser.there.grants).toHaveLength(3);
  });

  it('take what the faster one got, where there are no locks', async () => {
    const browser = new Browser();
    const one = await browser.page();
    const two = await browser.page();
    await one.signIns.begin(site);
    await two.signIns.begin(site);
    end(browser, one.wallet.tokenOf(site.url));
    await expect(Promise.all([one.ask(), two.ask()])).resolves.toEqual([
      201, 201
    ]);
  });

  it('are signed out together', async () => {
    const browser = new Browser();
    const one = await browser.page();
    const two = await browser.page();
    await one.signIns.begin(site);
    await two.signIns.begin(site);
    one.signIns.signOut(site);
    expect(two.wallet.tokenOf(site.url)).toBeNull();
  });

  it('sign nobody in who did not ask for it', async () => {
    const browser = new Browser();
    const one = await browser.page();
    const two = await browser.page();
    two.wallet.put(site.url, 'pasted');
    const three = await browser.page();
    await one.signIns.begin(site);
    expect(two.wallet.tokenOf(site.url)).toBe('pasted');
    expect(three.wallet.tokenOf(site.url)).toBeNull();
    one.signIns.signOut(site);
    expect(two.wallet.tokenOf(site.url)).toBe('pasted');
  });
});
