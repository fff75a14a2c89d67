import type { ITranslator } from '../core/text';
import type { ZenodoClient } from '../core/zenodo/client';
import type { ISite } from '../core/zenodo/sites';
import { checkToken } from './tokenCheck';
import type { IWallet } from './wallet';

/** How far a pasted token is. */
export interface ITrialState {
  readonly isChecking: boolean;
  /** Why the last one was not taken: the user's text. */
  readonly refused: string | null;
  /** The site that it may belong to. */
  readonly otherSite: ISite | null;
}

/** What a trial needs. */
export interface ITrialOptions {
  readonly wallet: IWallet;
  readonly trans: ITranslator;
  /** Of the site in question; it takes the candidate as its token. */
  getClient(): ZenodoClient;
  onChange(): void;
}

/** Tries a pasted token on a site, and puts it into the wallet if the site takes it. */
export class TokenTrial {
  constructor(private readonly _options: ITrialOptions) {}

  /** The token that is being checked; null = none. */
  get candidate(): string | null {
    return this._candidate;
  }

  get state(): ITrialState {
    return {
      isChecking: this._candidate !== null,
      refused: this._refused,
      otherSite: this._otherSite
    };
  }

  /** Check a token, and keep it. Never rejects. */
  async run(token: string): Promise<void> {
    const { wallet, trans, getClient, onChange } = this._options;
    const candidate = token.trim();
    this.forget();
    this._refused = candidate
      ? null
      : trans.__('Paste your access token first.');
    this._candidate = candidate || null;
    onChange();
    if (!candidate) {
      return;
    }
    const client = getClient();
    const refusal = await checkToken(client, trans);
    if (this._candidate !== candidate || getClient() !== client) {
      // Another token, or another site, is in question by now.
      return;
    }
    this._candidate = null;
    if (refusal) {
      this._refused = refusal.refused;
      this._otherSite = refusal.otherSite;
      this._refusedToken = refusal.isUnknown ? candidate : null;
    } else {
      wallet.put(client.site.url, candidate);
    }
    // The same token as before is no news to the wallet.
    onChange();
  }

  /** Say that the site stopped taking the token, or why another way did not work. */
  refuse(reason: string): void {
    this.forget();
    this._refused = reason;
    this._options.onChange();
  }

  /** Nothing was tried, as far as one can see. */
  forget(): void {
    this._candidate = null;
    this._refused = null;
    this._otherSite = null;
    this._refusedToken = null;
  }

  /** The token that the site did not know, for another one to try; it is forgotten here. */
  takeRefused(): string | null {
    const token = this._refusedToken;
    this._refusedToken = null;
    return token;
  }

  private _candidate: string | null = null;
  private _refused: string | null = null;
  private _otherSite: ISite | null = null;
  private _refusedToken: string | null = null;
}
