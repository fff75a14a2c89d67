import { ISignal, Signal } from '@lumino/signaling';
import type { IKeyring } from '../core/signIn/keyring';
import type { ITokens } from '../core/signIn/tokens';

/**
 * The tokens of this page, by the address of their site: one sign-in is good for
 * all panels. In memory, and gone with the page; `KeptTokens` may keep them longer.
 */
export interface IWallet extends IKeyring {
  /** Keep a token that was pasted. */
  put(siteUrl: string, token: string): void;
  /** Keep what a sign-in gave. */
  putTokens(siteUrl: string, tokens: ITokens): void;
  drop(siteUrl: string): void;
  /** Emitted with the address of the site whose token came, went or is another user's. */
  readonly changed: ISignal<IWallet, string>;
  /** Emitted with the address of the site whose sign-in goes on with other tokens. */
  readonly replaced: ISignal<IWallet, string>;
}

export class Wallet implements IWallet {
  readonly changed: Signal<IWallet, string> = new Signal<IWallet, string>(this);
  readonly replaced: Signal<IWallet, string> = new Signal<IWallet, string>(
    this
  );

  tokenOf(siteUrl: string): string | null {
    return this._kept.get(siteUrl)?.tokens.accessToken ?? null;
  }

  tokensOf(siteUrl: string): ITokens | null {
    const kept = this._kept.get(siteUrl);
    return kept?.isPasted === false ? kept.tokens : null;
  }

  isFormer(siteUrl: string, token: string): boolean {
    return this._kept.get(siteUrl)?.former.has(token) ?? false;
  }

  put(siteUrl: string, token: string): void {
    if (this.tokenOf(siteUrl) !== token) {
      this._keep(siteUrl, { ...pasted, accessToken: token }, true);
    }
  }

  putTokens(siteUrl: string, tokens: ITokens): void {
    this._keep(siteUrl, tokens, false);
  }

  renewed(siteUrl: string, tokens: ITokens): void {
    const kept = this._kept.get(siteUrl);
    if (kept?.isPasted === false) {
      kept.former.add(kept.tokens.accessToken);
      this._kept.set(siteUrl, { ...kept, tokens });
      this.replaced.emit(siteUrl);
    }
  }

  drop(siteUrl: string): void {
    if (this._kept.delete(siteUrl)) {
      this.changed.emit(siteUrl);
    }
  }

  private _keep(siteUrl: string, tokens: ITokens, isPasted: boolean): void {
    this._kept.set(siteUrl, { tokens, isPasted, former: new Set() });
    this.changed.emit(siteUrl);
  }

  private readonly _kept = new Map<string, IKept>();
}

/** What is known of a site's user. */
interface IKept {
  readonly tokens: ITokens;
  readonly isPasted: boolean;
  /** The tokens that these took the place of: requests on their way may have one. */
  readonly former: Set<string>;
}

const pasted = { refreshToken: '', expiresAt: null, user: '' };
