import type { IClock } from '../clock';
import { ExchangeError, GrantRefusedError, SignInError } from './errors';
import type { IExchange } from './exchange';
import type { IKeyring } from './keyring';
import type { ITokens } from './tokens';

/** A token is renewed so many milliseconds before it ends. */
const early = 60_000;

/** So often is an exchange asked that does not answer, and after so many milliseconds. */
const attempts = 3;
const pause = 2_000;

/** So long may another page of this browser take to hand on what it got, in milliseconds. */
const handOver = 3_000;
const look = 200;

/** Runs work while no other page of this browser runs work of the same name. */
export type Exclusively = <T>(
  name: string,
  work: () => Promise<T>
) => Promise<T>;

/** What a `Renewer` needs. */
export interface IRenewerOptions {
  readonly keyring: IKeyring;
  readonly exchange: IExchange;
  readonly clock: IClock;
  readonly exclusively: Exclusively;
}

/**
 * Renews tokens. A site forgets the old tokens at once when it gives new ones
 * (recorded: `oauth.use.old_after_refresh`), so one at a time does it, and all
 * others take what it got.
 */
export class Renewer {
  constructor(private readonly _options: IRenewerOptions) {}

  /** Whether this token of a sign-in is over, or will be soon. */
  isDue(siteUrl: string, token: string): boolean {
    const { keyring, clock } = this._options;
    const tokens = keyring.tokensOf(siteUrl);
    return (
      tokens?.accessToken === token &&
      tokens.refreshToken !== '' &&
      tokens.expiresAt !== null &&
      tokens.expiresAt - early <= clock.now()
    );
  }

  /** Whether there may be another token instead of this one of a sign-in. */
  canReplace(siteUrl: string, token: string): boolean {
    const { keyring } = this._options;
    const tokens = keyring.tokensOf(siteUrl);
    return tokens?.accessToken === token
      ? tokens.refreshToken !== ''
      : keyring.isFormer(siteUrl, token);
  }

  /**
   * The token that replaces one that is over; null = there is none, and the user
   * has to sign in. Never rejects for what a site or an exchange may do.
   */
  async replace(siteUrl: string, token: string): Promise<string | null> {
    if (!this.canReplace(siteUrl, token)) {
      return null;
    }
    if (this._options.keyring.tokenOf(siteUrl) !== token) {
      return this._other(siteUrl, token);
    }
    let renewal = this._renewals.get(siteUrl);
    if (!renewal) {
      renewal = this._renew(siteUrl, token).finally(() =>
        this._renewals.delete(siteUrl)
      );
      this._renewals.set(siteUrl, renewal);
    }
    return renewal;
  }

  private async _renew(siteUrl: string, token: string): Promise<string | null> {
    const { keyring, exclusively } = this._options;
    const name = `jupyterlab-zenodo-publisher:renew:${siteUrl}`;
    return exclusively(name, async () => {
      const tokens = keyring.tokensOf(siteUrl);
      if (tokens?.accessToken !== token || !tokens.refreshToken) {
        // Another page did it while this one waited for its turn.
        return this._other(siteUrl, token);
      }
      try {
        const renewed = await this._ask(siteUrl, tokens);
        if (keyring.tokenOf(siteUrl) === token) {
          keyring.renewed(siteUrl, renewed);
        }
        return this._other(siteUrl, token);
      } catch (error) {
        if (error instanceof GrantRefusedError) {
          return this._fromOthers(siteUrl, token);
        }
        if (error instanceof SignInError) {
          return null;
        }
        throw error;
      }
    });
  }

  /** @throws SignInError */
  private async _ask(siteUrl: string, { refreshToken }: ITokens) {
    const { exchange, clock } = this._options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await exchange.trade(siteUrl, { refreshToken });
      } catch (error) {
        if (!(error instanceof ExchangeError) || attempt >= attempts) {
          throw error;
        }
        await clock.sleep(pause * attempt);
      }
    }
  }

  /** A page without locks may have been faster: then it tells what it got. */
  private async _fromOthers(
    siteUrl: string,
    token: string
  ): Promise<string | null> {
    const { keyring, clock } = this._options;
    for (let waited = 0; waited < handOver; waited += look) {
      if (keyring.tokenOf(siteUrl) !== token) {
        break;
      }
      await clock.sleep(look);
    }
    return this._other(siteUrl, token);
  }

  private _other(siteUrl: string, token: string): string | null {
    const now = this._options.keyring.tokenOf(siteUrl);
    return now === token ? null : now;
  }

  private readonly _renewals = new Map<string, Promise<string | null>>();
}
