import { ISignal, Signal } from '@lumino/signaling';

/**
 * The tokens of this page, by the address of their site: one sign-in is good for
 * all panels. Nowhere but in memory, and gone with the page.
 */
export interface IWallet {
  tokenOf(siteUrl: string): string | null;
  put(siteUrl: string, token: string): void;
  drop(siteUrl: string): void;
  /** Emitted with the address of the site whose token came, went or is another. */
  readonly changed: ISignal<IWallet, string>;
}

export class Wallet implements IWallet {
  readonly changed: Signal<IWallet, string> = new Signal<IWallet, string>(this);

  tokenOf(siteUrl: string): string | null {
    return this._tokens.get(siteUrl) ?? null;
  }

  put(siteUrl: string, token: string): void {
    if (this._tokens.get(siteUrl) !== token) {
      this._tokens.set(siteUrl, token);
      this.changed.emit(siteUrl);
    }
  }

  drop(siteUrl: string): void {
    if (this._tokens.delete(siteUrl)) {
      this.changed.emit(siteUrl);
    }
  }

  private readonly _tokens = new Map<string, string>();
}
