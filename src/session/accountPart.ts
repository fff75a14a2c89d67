import { ZenodoClient } from '../core/zenodo/client';
import type { WaitListener } from '../core/zenodo/retry';
import type { ISite } from '../core/zenodo/sites';
import type { IChanges } from './changes';
import type { ISessionPorts } from './ports';
import type { IAccountActions } from './actions/publishActions';
import type { IPublicationState } from './state';
import {
  type ISignInActions,
  signInActions,
  type ISignIns
} from './signIn/signInState';
import type { IStore } from './store';
import { TokenTrial } from './tokenTrial';
import type { IWallet } from './wallet';

/** The chosen site, and the token for it, which is nowhere but in the page's wallet. */
export class AccountPart implements IAccountActions {
  constructor(
    private readonly _store: IStore<Pick<IPublicationState, 'account'>>,
    private readonly _ports: Pick<
      ISessionPorts,
      'http' | 'clock' | 'wallet' | 'signIns' | 'trans'
    >,
    private readonly _changes: Pick<
      IChanges,
      'siteChanged' | 'signedIn' | 'findingsChanged'
    >,
    private readonly _onWait: WaitListener
  ) {
    this._trial = new TokenTrial({
      ...{ wallet: _ports.wallet, trans: _ports.trans },
      getClient: () => this.client,
      onChange: () => this._takeStatus()
    });
    _ports.wallet.changed.connect(this._walletChanged, this);
    _ports.signIns.changed.connect(this._signInChanged, this);
    this._takeStatus();
  }

  get site(): ISite {
    return this._store.state.account.site;
  }

  /** The client of the chosen site; made anew with the site. */
  get client(): ZenodoClient {
    if (this._client?.site !== this.site) {
      const { http, clock, trans } = this._ports;
      this._client = new ZenodoClient({
        site: this.site,
        http,
        clock,
        trans,
        getToken: () => this._trial.candidate ?? this.token,
        onWait: this._onWait
      });
    }
    return this._client;
  }

  setSite(id: string): void {
    this.takeSite(id);
    void this._changes.siteChanged();
  }

  /** Choose another site: a token is good for one site only. */
  takeSite(id: string): void {
    const site = this._store.state.account.sites.find(one => one.id === id);
    if (site && site !== this.site) {
      this._trial.forget();
      this._store.update('account', { site });
      this._takeStatus();
    }
  }

  async signIn(token: string): Promise<void> {
    await this._trial.run(token);
    // Told by the wallet, to all panels.
    await this._signedIn;
  }

  get there(): ISignInActions {
    return signInActions(this._ports.signIns, this.site);
  }

  async tryOtherSite(): Promise<void> {
    const other = this._store.state.account.otherSite;
    const token = this._trial.takeRefused();
    if (other && token) {
      this.takeSite(other.id);
      await this._changes.siteChanged();
      await this.signIn(token);
    }
  }

  /** The token that must not go out with the files; null = there is none. */
  get token(): string | null {
    return this._ports.wallet.tokenOf(this.site.url);
  }

  signOut(): void {
    this._trial.forget();
    this._ports.signIns.signOut(this.site);
  }

  /** The panel is closed. Other panels may need the token. */
  dispose(): void {
    this._ports.wallet.changed.disconnect(this._walletChanged, this);
    this._ports.signIns.changed.disconnect(this._signInChanged, this);
    this._trial.forget();
  }

  /** The site stopped taking the token. */
  tokenEnded(): void {
    const { trans, wallet } = this._ports;
    wallet.drop(this.site.url);
    this._trial.refuse(
      trans.__('%1 no longer accepts your token.', this.site.name)
    );
  }

  /** Another panel signed in or out, or this one did. */
  private _walletChanged(_sender: IWallet, siteUrl: string): void {
    if (siteUrl !== this.site.url) {
      return;
    }
    if (this.token) {
      this._trial.forget();
    }
    this._takeStatus();
    if (this.token) {
      this._signedIn = this._changes.signedIn();
    } else {
      this._changes.findingsChanged();
    }
  }

  private _signInChanged(_sender: ISignIns, siteUrl: string): void {
    if (siteUrl === this.site.url) {
      const signIn = this._ports.signIns.stateOf(siteUrl);
      this._store.update('account', { signIn });
    }
  }

  private _takeStatus(): void {
    const { isChecking, refused, otherSite } = this._trial.state;
    this._store.update('account', {
      status: isChecking ? 'checking' : this.token ? 'signed-in' : 'signed-out',
      ...{ refused, otherSite },
      signIn: this._ports.signIns.stateOf(this.site.url)
    });
  }

  private _signedIn: Promise<void> = Promise.resolve();
  private readonly _trial: TokenTrial;
  private _client: ZenodoClient | null = null;
}
