import type { Simulator } from '../../../../simulator/simulator';
import { CancelledError } from '../../../core/error';
import { ExchangeError, GrantRefusedError } from '../../../core/signIn/errors';
import type { Grant, IExchange } from '../../../core/signIn/exchange';
import { noExchange } from '../../../core/signIn/exchange';
import type {
  ICallback,
  ISignInWindow,
  ISignInWindows
} from '../../../core/signIn/signInWindow';
import { noWindows } from '../../../core/signIn/signInWindow';
import { IOAuthClient, ITokens, readTokens } from '../../../core/signIn/tokens';
import { plainEnglish } from '../../../core/text';
import { asObject } from '../../../core/zenodo/parse';
import type { IWallet } from '../../wallet';
import { SignIns } from '../signIns';
import { StillClock } from './stillClock';

/** Of the simulator's clients. */
const callback = 'http://127.0.0.1:8888/zenodo/callback';

/** Where nobody can sign in but with a token. */
export function withoutSignIn(wallet: IWallet): SignIns {
  return new SignIns({
    wallet,
    exchange: noExchange,
    windows: noWindows,
    clock: new StillClock(),
    trans: plainEnglish,
    makeState: () => 'state'
  });
}

/**
 * Signing in on a simulated site, with what the server extension does between:
 * it knows the secret of the client.
 */
export class SimulatedSignIn implements IExchange, ISignInWindows {
  constructor(
    private readonly _simulator: Simulator,
    private readonly _site: string,
    /** A public client has no secret: its tokens cannot be renewed. */
    private readonly _isPublic = false
  ) {}

  readonly ownCallback = callback;
  /** Where the site sends the user back, where that is not the callback of this server. */
  redirectUri = '';
  /** What the user does in the window. */
  user: 'agrees' | 'says no' | 'closes it' | 'waits' = 'agrees';
  /** Whether the browser opens windows. */
  opens = true;
  /** What comes back of what the site answered. */
  meanwhile: (answer: ICallback) => ICallback = answer => answer;
  /** Called before the exchange is asked; may throw. */
  beforeTrade: (grant: Grant) => void | Promise<void> = () => undefined;
  readonly grants: Grant[] = [];
  readonly windows: TestWindow[] = [];

  async clients(): Promise<readonly IOAuthClient[]> {
    const { id } = this._client;
    const { redirectUri, _site: site } = this;
    return [{ site, clientId: id, redirectUri }];
  }

  open(): TestWindow | null {
    if (!this.opens) {
      return null;
    }
    const made = new TestWindow(async url =>
      this.meanwhile(await this._visit(url))
    );
    made.user = this.user;
    this.windows.push(made);
    return made;
  }

  async trade(site: string, grant: Grant): Promise<ITokens> {
    this.grants.push(grant);
    await this.beforeTrade(grant);
    const { id, secret } = this._client;
    const form = new URLSearchParams({
      client_id: id,
      ...(this._isPublic ? {} : { client_secret: secret })
    });
    if ('code' in grant) {
      form.set('grant_type', 'authorization_code');
      form.set('code', grant.code);
      form.set('redirect_uri', grant.redirectUri);
    } else {
      form.set('grant_type', 'refresh_token');
      form.set('refresh_token', grant.refreshToken);
    }
    const answer = await this._simulator.handle(
      new Request(`${site}/oauth/token`, { method: 'POST', body: form })
    );
    const body = asObject(await answer.json());
    if (answer.status === 400) {
      throw new GrantRefusedError('The code was used.');
    }
    const tokens = readTokens(
      {
        accessToken: body.access_token,
        refreshToken: body.refresh_token,
        expiresIn: body.expires_in,
        user: asObject(body.user).id
      },
      this._simulator.settings.now()
    );
    if (!answer.ok || !tokens) {
      throw new ExchangeError('The exchange is broken.');
    }
    return tokens;
  }

  /** The user logs in, and answers the question. */
  private async _visit(url: string): Promise<ICallback> {
    const { secrets } = this._simulator;
    const login = await this._simulator.handle(
      new Request(`${this._site}/login/?next=%2F`, {
        method: 'POST',
        body: new URLSearchParams({
          email: 'owner@example.org',
          password: secrets.password
        })
      })
    );
    const cookie = login.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ');
    const consent = await this._simulator.handle(
      new Request(url, {
        method: 'POST',
        headers: { Cookie: cookie },
        body: new URLSearchParams({
          confirm: this.user === 'says no' ? 'no' : 'yes'
        })
      })
    );
    const back = new URL(consent.headers.get('Location') ?? '');
    const text = (name: string) => back.searchParams.get(name) ?? '';
    return { state: text('state'), code: text('code'), error: text('error') };
  }

  private get _client() {
    const { confidential, public: open } = this._simulator.secrets;
    return this._isPublic ? open : confidential;
  }
}

/** A window whose user does what the test says. */
export class TestWindow implements ISignInWindow {
  constructor(private readonly _visit: (url: string) => Promise<ICallback>) {}

  user: SimulatedSignIn['user'] = 'agrees';
  looksClosed = false;
  url = '';
  shown = 0;

  go(url: string): void {
    this.url = url;
    this.looksClosed = this.user === 'closes it';
  }

  async answer(
    _state: string,
    _callback: string,
    signal: AbortSignal
  ): Promise<ICallback> {
    if (this.user === 'agrees' || this.user === 'says no') {
      return this._visit(this.url);
    }
    return new Promise((resolve, reject) => {
      this.comesBack = async () => resolve(await this._visit(this.url));
      signal.addEventListener('abort', () =>
        reject(new CancelledError('Cancelled'))
      );
    });
  }

  /** The user is done after all. */
  comesBack: () => Promise<void> = async () => undefined;

  show(): void {
    this.shown++;
  }

  close(): void {
    this.looksClosed = true;
  }
}
