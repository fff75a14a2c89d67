import { UUID } from '@lumino/coreutils';
import { systemClock } from '../core/clock';
import { noExchange } from '../core/signIn/exchange';
import { Renewer } from '../core/signIn/renewer';
import { RenewingHttp } from '../core/signIn/renewingHttp';
import type { ITranslator } from '../core/text';
import { FetchHttp } from '../core/zenodo/fetchHttp';
import type { IHttp } from '../core/zenodo/http';
import { BroadcastTabs } from '../jupyter/broadcastTabs';
import type { JupyterServer } from '../jupyter/jupyterServer';
import { browserWindows } from '../jupyter/signInWindows';
import { exclusively } from '../session/signIn/exclusively';
import type { ISignIns } from '../session/signIn/signInState';
import { SignIns } from '../session/signIn/signIns';
import { TokenTabs } from '../session/signIn/tokenTabs';
import { TransferTokens } from '../session/signIn/transferTokens';
import { IWallet, Wallet } from '../session/wallet';

/** One for the page: all panels share who is signed in, a site's limits, and upload in turn. */
export interface IAccess {
  readonly wallet: IWallet;
  readonly http: IHttp;
  readonly signIns: ISignIns;
}

/** @param server - null = signing in takes a token that is pasted */
export function createAccess(
  server: JupyterServer | null,
  baseUrl: string,
  trans: ITranslator
): IAccess {
  const wallet = new Wallet();
  const exchange = server?.exchange ?? noExchange;
  const clock = systemClock;
  if (server) {
    new TokenTabs(wallet, new BroadcastTabs(baseUrl));
    new TransferTokens(wallet, server);
  }
  const renewer = new Renewer({
    keyring: wallet,
    ...{ exchange, clock, exclusively }
  });
  return {
    wallet,
    http: new RenewingHttp(new FetchHttp(), renewer),
    signIns: new SignIns({
      ...{ wallet, exchange, clock, trans },
      windows: browserWindows,
      // 122 random bits, of the platform's own source.
      makeState: () => UUID.uuid4()
    })
  };
}
