import { Signal } from '@lumino/signaling';
import type { IClock } from '../../core/clock';
import type { IKeptSecret, ISecretStore } from '../../core/signIn/secretStore';
import type { ITranslator } from '../../core/text';
import { ZenodoClient } from '../../core/zenodo/client';
import type { IHttp } from '../../core/zenodo/http';
import type { ISite } from '../../core/zenodo/sites';
import { checkToken } from '../tokenCheck';
import { type IWallet, Wallet } from '../wallet';
import type { IKeeping, Keeper } from './signInState';

/**
 * Has the tokens of the wallet kept for longer than the page, by whatever the
 * user has for secrets. Where that fails, the page goes on in memory, as it does
 * where there is nothing of the kind, and the panels say which it is.
 */
export class KeptTokens implements IKeeping {
  constructor(private readonly _options: KeptTokens.IOptions) {
    const { wallet } = _options;
    wallet.changed.connect(this._walletChanged, this);
    wallet.replaced.connect(this._walletChanged, this);
  }

  readonly changed: Signal<IKeeping, string> = new Signal<IKeeping, string>(
    this
  );

  keeperOf(siteUrl: string): Keeper {
    return this._keepers.get(siteUrl) ?? 'page';
  }

  /**
   * Put into the wallet what is kept for a site, unless the site refuses it: then
   * it is removed. Once a page for each site, so that nothing comes back after
   * the user signed out. Never rejects.
   */
  async take(site: ISite): Promise<void> {
    if (!this._taken.has(site.url)) {
      this._taken.add(site.url);
      await this._inTurn(site.url, () => this._take(site));
    }
  }

  /** Resolved when all is kept or removed that was to be. */
  async settled(): Promise<void> {
    await Promise.all(this._turns.values());
  }

  private async _take(site: ISite): Promise<void> {
    const { store, wallet } = this._options;
    let kept = await store.load(site.url);
    this._setKeeper(site.url, 'manager');
    while (kept && wallet.tokenOf(site.url) === null) {
      const good = await this._checked(site, kept);
      if (good) {
        // Somebody may have signed in while the site was asked.
        if (wallet.tokenOf(site.url) === null) {
          put(wallet, site.url, good);
        }
        return;
      }
      // Another page may have renewed it meanwhile: then that counts.
      const now = await store.load(site.url);
      if (now?.tokens.accessToken === kept.tokens.accessToken) {
        await store.remove(site.url);
        return;
      }
      kept = now;
    }
  }

  /**
   * What is kept, renewed where that was due; null = the site refuses it. Asked
   * with a wallet of its own: no panel is signed in with what may be over.
   */
  private async _checked(
    site: ISite,
    kept: IKeptSecret
  ): Promise<IKeptSecret | null> {
    const { httpWith, clock, trans } = this._options;
    const own = new Wallet();
    put(own, site.url, kept);
    const client = new ZenodoClient({
      ...{ site, clock, trans },
      http: httpWith(own),
      getToken: () => own.tokenOf(site.url)
    });
    const refusal = await checkToken(client, trans);
    return refusal?.isUnknown ? null : secretOf(own, site.url);
  }

  private _walletChanged(_sender: IWallet, siteUrl: string): void {
    void this._inTurn(siteUrl, async () => {
      const { store, wallet } = this._options;
      // As it is when its turn has come: what was between is of no use.
      const secret = secretOf(wallet, siteUrl);
      if (secret) {
        await store.save(siteUrl, secret);
      } else {
        await store.remove(siteUrl);
      }
      this._setKeeper(siteUrl, 'manager');
    });
  }

  /** One thing at a time is done for a site, or a removal could be faster than what it removes. */
  private _inTurn(siteUrl: string, work: () => Promise<void>): Promise<void> {
    const before = this._turns.get(siteUrl) ?? Promise.resolve();
    const turn = before.then(work).catch(() => {
      // Whatever it was, only the manager can mend it. The panels say what it means.
      const isStuck =
        this._isThere.has(siteUrl) &&
        this._options.wallet.tokenOf(siteUrl) === null;
      this._setKeeper(siteUrl, isStuck ? 'stuck' : 'page');
    });
    this._turns.set(siteUrl, turn);
    return turn;
  }

  private _setKeeper(siteUrl: string, keeper: Keeper): void {
    if (keeper === 'manager') {
      this._isThere.add(siteUrl);
    }
    if (this.keeperOf(siteUrl) !== keeper) {
      this._keepers.set(siteUrl, keeper);
      this.changed.emit(siteUrl);
    }
  }

  private readonly _keepers = new Map<string, Keeper>();
  private readonly _turns = new Map<string, Promise<void>>();
  private readonly _taken = new Set<string>();
  /** Sites of which something may be kept. */
  private readonly _isThere = new Set<string>();
}

export namespace KeptTokens {
  export interface IOptions {
    readonly wallet: IWallet;
    readonly store: ISecretStore;
    readonly clock: IClock;
    readonly trans: ITranslator;
    /** The way to the sites that renews the tokens of a wallet. */
    httpWith(wallet: IWallet): IHttp;
  }
}

function secretOf(wallet: IWallet, siteUrl: string): IKeptSecret | null {
  const tokens = wallet.tokensOf(siteUrl);
  if (tokens) {
    return { tokens, isPasted: false };
  }
  const accessToken = wallet.tokenOf(siteUrl);
  return accessToken === null
    ? null
    : {
        tokens: { accessToken, refreshToken: '', expiresAt: null, user: '' },
        isPasted: true
      };
}

function put(
  wallet: IWallet,
  siteUrl: string,
  { tokens, isPasted }: IKeptSecret
): void {
  if (isPasted) {
    wallet.put(siteUrl, tokens.accessToken);
  } else {
    wallet.putTokens(siteUrl, tokens);
  }
}
