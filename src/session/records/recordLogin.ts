import type { ISite } from '../../core/zenodo/sites';
import { SiteList } from '../publications/siteList';
import type { ISiteView } from '../publications/state';
import type { IWallet } from '../wallet';
import type { IOpenRecordPorts } from './ports';

/** Signing in to the site of a record whose files only some may read. */
export class RecordLogin {
  constructor(private readonly _options: RecordLogin.IOptions) {
    const { wallet, signIns } = _options.ports;
    wallet.changed.connect(this._walletChanged, this);
    signIns.changed.connect(this._show, this);
  }

  /** Offer it for a site; null = not any more. */
  offer(site: ISite | null): void {
    const { ports } = this._options;
    this._list = site && new SiteList(site, ports, () => this._show());
    this._show();
  }

  /** Try a pasted token. Resolved when the record was looked at with it, too. */
  async signIn(token: string): Promise<void> {
    await this._list?.signIn(token);
    // Told by the wallet, however the user signed in.
    await this._looked;
  }

  dispose(): void {
    const { wallet, signIns } = this._options.ports;
    wallet.changed.disconnect(this._walletChanged, this);
    signIns.changed.disconnect(this._show, this);
  }

  private _show(): void {
    const view = this._list?.view ?? null;
    this._options.onChange(view?.status === 'signed-in' ? null : view);
  }

  private _walletChanged(_sender: IWallet, siteUrl: string): void {
    const { site, token } = this._list ?? {};
    if (site?.url === siteUrl && token) {
      this._looked = this._options.onSignedIn(site);
    }
  }

  private _list: SiteList | null = null;
  private _looked: Promise<void> = Promise.resolve();
}

export namespace RecordLogin {
  export interface IOptions {
    readonly ports: IOpenRecordPorts;
    /** What is to be shown; null = nothing. */
    onChange(view: Omit<ISiteView, 'count'> | null): void;
    onSignedIn(site: ISite): Promise<void>;
  }
}
