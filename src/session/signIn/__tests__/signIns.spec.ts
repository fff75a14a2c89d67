import {
  SimulatedSite,
  site
} from '../../../core/publish/__tests__/simulatedSite';
import { ExchangeError } from '../../../core/signIn/errors';
import { longestSignIn } from '../../../core/signIn/signIn';
import { plainEnglish } from '../../../core/text';
import { testSite } from '../../__tests__/desk';
import { Wallet } from '../../wallet';
import { SignIns } from '../signIns';
import { SimulatedSignIn } from './simulatedSignIn';
import { StillClock } from './stillClock';

/** A page whose user can sign in on the simulated site. */
class Page {
  /** @param redirectUri - where the site sends its users back */
  constructor(redirectUri = '') {
    this.there.redirectUri = redirectUri;
    this.signIns = new SignIns({
      wallet: this.wallet,
      exchange: this.there,
      windows: this.there,
      clock: this.clock,
      trans: plainEnglish,
      makeState: () => `state ${++this._count}`
    });
  }

  readonly signIns: SignIns;
  readonly zenodo = new SimulatedSite();
  readonly there = new SimulatedSignIn(this.zenodo.simulator, site.url);
  readonly wallet = new Wallet();
  readonly clock = new StillClock();
  readonly states: string[] = [];
  private _count = 0;

  async open(): Promise<this> {
    await this.signIns.ready;
    this.signIns.changed.connect(() => {
      const { phase } = this.state;
      if (this.states[this.states.length - 1] !== phase) {
        this.states.push(phase);
      }
    });
    return this;
  }

  get state() {
    return this.signIns.stateOf(site.url);
  }

  get token() {
    return this.wallet.tokenOf(site.url);
  }

  /** What the site says of the token. */
  async status(token = this.token): Promise<number> {
    const { status } = await this.zenodo.send({
      method: 'GET',
      url: `${site.url}/api/user/records?size=1`,
      headers: { Authorization: `Bearer ${token}` }
    });
    return status;
  }
}

describe('Signing in on the site’s own page', () => {
  it('is offered where a client is registered, and nowhere else', async () => {
    const page = await new Page().open();
    expect(page.state.offered).toBe(true);
    expect(page.signIns.stateOf(testSite.url).offered).toBe(false);
    await page.signIns.begin(testSite);
    expect(page.there.windows).toEqual([]);
  });

  it('brings a token that the site takes, and what renews it', async () => {
    const page = await new Page().open();
    await page.signIns.begin(site);
    expect(page.states).toEqual(['waiting', 'asking', 'idle']);
    expect(page.state.problem).toBeNull();
    await expect(page.status()).resolves.toBe(200);
    expect(page.wallet.tokensOf(site.url)).toMatchObject({
      refreshToken: expect.stringMatching(/.{20}/),
      user: '1'
    });
    const [window] = page.there.windows;
    expect(window.looksClosed).toBe(true);
    const asked = new URL(window.url);
    expect(asked.origin).toBe(site.url);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      response_type: 'code',
      client_id: page.zenodo.simulator.secrets.confidential.id,
      redirect_uri: page.there.ownCallback,
      scope: 'deposit:write deposit:actions',
      state: 'state 1'
    });
    expect(window.url).not.toContain(
      page.zenodo.simulator.secrets.confidential.secret
    );
  });

  it('makes a new state each time', async () => {
    const page = await new Page().open();
    await page.signIns.begin(site);
    await page.signIns.begin(site);
    const states = page.there.windows.map(({ url }) =>
      new URL(url).searchParams.get('state')
    );
    expect(states).toEqual(['state 1', 'state 2']);
  });

  it('says that the user said no', async () => {
    const page = await new Page().open();
    page.there.user = 'says no';
    await page.signIns.begin(site);
    expect(page.state.problem).toMatch(/^You did not allow it on Zenodo/);
    expect(page.token).toBeNull();
    expect(page.there.grants).toEqual([]);
  });

  it('says that the browser opened no window', async () => {
    const page = await new Page().open();
    page.there.opens = false;
    await page.signIns.begin(site);
    expect(page.state).toMatchObject({
      phase: 'idle',
      problem: expect.stringMatching(/Allow pop-up windows/)
    });
  });

  it('says that the window looks closed, and still takes its answer', async () => {
    const page = await new Page().open();
    page.there.user = 'closes it';
    const done = page.signIns.begin(site);
    await page.clock.turn(500);
    expect(page.state.phase).toBe('closed');
    // A site that cut the tie to its opener only made it look so.
    page.there.user = 'agrees';
    await page.there.windows[0].comesBack();
    await done;
    await expect(page.status()).resolves.toBe(200);
  });

  it('waits no more when the user says so', async () => {
    const page = await new Page().open();
    page.there.user = 'waits';
    const done = page.signIns.begin(site);
    page.signIns.show(site);
    expect(page.there.windows[0].shown).toBe(1);
    page.signIns.cancel(site);
    await done;
    expect(page.state).toMatchObject({ phase: 'idle', problem: null });
    expect(page.there.windows[0].looksClosed).toBe(true);
    await page.there.windows[0].comesBack();
    expect(page.token).toBeNull();
  });

  it('gives up after ten minutes', async () => {
    const page = await new Page().open();
    page.there.user = 'waits';
    const done = page.signIns.begin(site);
    await page.clock.turn(longestSignIn - 1);
    expect(page.state.phase).toBe('waiting');
    await page.clock.turn(1);
    await done;
    expect(page.state.problem).toMatch(/sent no answer for ten minutes/);
    expect(page.there.windows[0].looksClosed).toBe(true);
  });

  it('begins anew when the button is pressed again', async () => {
    const page = await new Page().open();
    page.there.user = 'waits';
    const first = page.signIns.begin(site);
    page.there.user = 'agrees';
    await page.signIns.begin(site);
    await first;
    await expect(page.status()).resolves.toBe(200);
    expect(page.there.windows[0].looksClosed).toBe(true);
    expect(page.state).toMatchObject({ phase: 'idle', problem: null });
  });

  it('does nothing with an answer to another question', async () => {
    const page = await new Page().open();
    page.there.meanwhile = answer => ({ ...answer, state: 'of somebody else' });
    await page.signIns.begin(site);
    expect(page.state.problem).toMatch(/does not belong to this sign-in/);
    expect(page.there.grants).toEqual([]);
    expect(page.token).toBeNull();
  });

  it('says that a code was used before', async () => {
    const page = await new Page().open();
    page.there.beforeTrade = async grant => {
      page.there.beforeTrade = () => undefined;
      await page.there.trade(site.url, grant);
    };
    await page.signIns.begin(site);
    expect(page.state.problem).toBe('The code was used.');
    expect(page.token).toBeNull();
  });

  it('shows what the exchange could not do', async () => {
    const page = await new Page().open();
    page.there.beforeTrade = () => {
      throw new ExchangeError('The exchange is down.');
    };
    await page.signIns.begin(site);
    expect(page.state.problem).toBe('The exchange is down.');
    page.there.beforeTrade = () => undefined;
    await page.signIns.begin(site);
    expect(page.state.problem).toBeNull();
    await expect(page.status()).resolves.toBe(200);
  });

  it('drops what comes after the user waits no more for a slow exchange', async () => {
    const page = await new Page().open();
    let goOn = (): void => undefined;
    page.there.beforeTrade = () => new Promise(resolve => (goOn = resolve));
    const done = page.signIns.begin(site);
    await page.clock.turn(0);
    await page.clock.turn(0);
    expect(page.state.phase).toBe('asking');
    page.signIns.cancel(site);
    goOn();
    await done;
    expect(page.token).toBeNull();
    expect(page.state.phase).toBe('idle');
  });

  it('says where it would work when the site sends the user elsewhere', async () => {
    const page = await new Page(
      'https://hub.example.org/services/zenodo/callback'
    ).open();
    await page.signIns.begin(site);
    expect(page.state.problem).toMatch(
      /Zenodo sends you back to https:\/\/hub\.example\.org/
    );
    expect(page.there.windows).toEqual([]);
  });

  it('forgets the tokens, and says that the site does not', async () => {
    const page = await new Page().open();
    await page.signIns.begin(site);
    page.signIns.signOut(site);
    expect(page.token).toBeNull();
    expect(page.wallet.tokensOf(site.url)).toBeNull();
    expect(page.state.hasLeft).toBe(true);
    page.wallet.put(site.url, 'pasted');
    expect(page.state.hasLeft).toBe(false);
  });
});
