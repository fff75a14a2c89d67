import type { IOAuthClient, ITokens } from './tokens';

/** What is handed in for tokens: a code with the address it was asked for with, or a refresh token. */
export type Grant =
  | { readonly code: string; readonly redirectUri: string }
  | { readonly refreshToken: string };

/**
 * The port to what knows the client's secret: a code and a refresh token can be
 * traded there only. Adapters: `ServerExchange`; `SimulatedExchange` (tests);
 * `noExchange`.
 */
export interface IExchange {
  /** The clients that there are. Never rejects: without an answer there are none. */
  clients(): Promise<readonly IOAuthClient[]>;
  /** The callback page of this very server. */
  readonly ownCallback: string;
  /**
   * Trade a grant for tokens.
   *
   * @param site - the site's address
   * @throws GrantRefusedError, ExchangeError
   */
  trade(site: string, grant: Grant): Promise<ITokens>;
}

/** The port where nobody can sign in this way. */
export const noExchange: IExchange = {
  ownCallback: '',
  clients: async () => [],
  trade: async () => {
    throw new Error('There is no exchange.');
  }
};
