import type { ITabs } from '../../core/signIn/tabs';
import { readOwnTokens } from '../../core/signIn/tokens';
import { asObject, asText } from '../../core/zenodo/parse';
import type { IWallet } from '../wallet';

/**
 * Tells other pages of this browser what a sign-in gave. A site ends the former
 * token of the same client and user (recorded: `oauth.first_token_after_second_login`),
 * so a page that is signed in would be thrown out when another one signs in or
 * renews. Pages where that user is not signed in take nothing.
 */
export class TokenTabs {
  constructor(
    private readonly _wallet: IWallet,
    private readonly _tabs: ITabs
  ) {
    _wallet.changed.connect(this._tell, this);
    _wallet.replaced.connect(this._tell, this);
    _tabs.listen(message => this._take(message));
  }

  private _tell(_sender: IWallet, site: string): void {
    const tokens = this._wallet.tokensOf(site);
    const user = tokens?.user ?? this._users.get(site);
    if (tokens) {
      this._users.set(site, tokens.user);
    } else {
      this._users.delete(site);
    }
    if (user && !this._isTaking) {
      this._tabs.post({ site, user, tokens });
    }
  }

  private _take(message: unknown): void {
    const told = asObject(message);
    const site = asText(told.site);
    const user = asText(told.user);
    const own = this._wallet.tokensOf(site);
    if (!own || user === '' || own.user !== user) {
      return;
    }
    const tokens = readOwnTokens(told.tokens);
    this._isTaking = true;
    try {
      if (tokens) {
        this._wallet.renewed(site, { ...tokens, user });
      } else if (told.tokens === null) {
        this._wallet.drop(site);
      }
    } finally {
      this._isTaking = false;
    }
  }

  /** Who is signed in, by site. */
  private readonly _users = new Map<string, string>();
  private _isTaking = false;
}
