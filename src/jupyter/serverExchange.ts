import { URLExt } from '@jupyterlab/coreutils';
import type { IClock } from '../core/clock';
import { ExchangeError, GrantRefusedError } from '../core/signIn/errors';
import type { Grant, IExchange } from '../core/signIn/exchange';
import {
  IOAuthClient,
  ITokens,
  readClients,
  readTokens
} from '../core/signIn/tokens';
import type { ITranslator } from '../core/text';
import { asObject } from '../core/zenodo/parse';
import { JupyterServerError } from './errors';
import { ServerRefusalError, type ServerRequests } from './serverRequests';

/** The exchange behind our server extension: its own, or the hub's. */
export class ServerExchange implements IExchange {
  constructor(private readonly _options: ServerExchange.IOptions) {}

  get ownCallback(): string {
    const { baseUrl } = this._options;
    return URLExt.join(baseUrl, 'jupyterlab-zenodo-publisher/oauth/callback');
  }

  async clients(): Promise<readonly IOAuthClient[]> {
    return readClients(asObject(await this._options.capabilities()).oauth);
  }

  async trade(site: string, grant: Grant): Promise<ITokens> {
    const { requests, clock, trans } = this._options;
    let answer: unknown;
    try {
      answer = await requests.json('oauth/tokens', {
        method: 'POST',
        body: JSON.stringify({ site, ...grant })
      });
    } catch (error) {
      throw error instanceof JupyterServerError ? this._error(error) : error;
    }
    const tokens = readTokens(answer, clock.now());
    if (!tokens) {
      throw new ExchangeError(
        trans.__(
          'Jupyter’s server gave no token, so nobody is signed in. Try again, or paste an access token.'
        )
      );
    }
    return tokens;
  }

  private _error(error: JupyterServerError): Error {
    const { trans } = this._options;
    const code = error instanceof ServerRefusalError ? error.failure.code : '';
    const options = { cause: error };
    switch (code) {
      case 'grant-refused':
        return new GrantRefusedError(
          trans.__(
            'This sign-in was used before, or took too long, so the site gave no token. Try again.'
          ),
          options
        );
      case 'client-refused':
      case 'no-client':
        return new ExchangeError(
          trans.__(
            'The site does not accept this Jupyter: whoever runs it should look at how it is registered there. Until then, paste an access token.'
          ),
          options
        );
      case 'unreachable':
        return new ExchangeError(
          trans.__(
            'Jupyter’s server could not reach the site to finish the sign-in. Try again in a moment, or paste an access token.'
          ),
          options
        );
      default:
        return new ExchangeError(
          trans.__(
            'Jupyter’s server could not finish the sign-in. Is it still running? Try again, or paste an access token.'
          ),
          options
        );
    }
  }
}

export namespace ServerExchange {
  export interface IOptions {
    readonly baseUrl: string;
    readonly requests: ServerRequests;
    /** What the server extension says of itself; null = it is not there. */
    capabilities(): Promise<unknown>;
    readonly clock: IClock;
    readonly trans: ITranslator;
  }
}
