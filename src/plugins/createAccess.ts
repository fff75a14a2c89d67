import { UUID } from '@lumino/coreutils';
import { systemClock } from '../core/clock';
import { noExchange } from '../core/signIn/exchange';
import { type ISecretStore, noSecrets } from '../core/signIn/secretStore';
import { Renewer } from '../core/signIn/renewer';
import { RenewingHttp } from '../core/signIn/renewingHttp';
import type { ITranslator } from '../core/text';
import { FetchHttp } from '../core/zenodo/fetchHttp';
import type { IHttp } from '../core/zenodo/http';
import { BroadcastTabs } from '../jupyter/broadcastTabs';
import type { JupyterServer } from '../jupyter/jupyterServer';
import { browserWindows } from '../jupyter/signInWindows';
import { exclusively } from '../session/signIn/exclusively';
import { KeptTokens } from '../session/signIn/keptTokens';
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

/** Where the access comes from. */
export interface IAccessOptions {
  /** Null = signing in takes a token that is pasted. */
  readonly server: JupyterServer | null;
  /** Where tokens are kept for longer than the page. */
  readonly store?: ISecretStore;
  /** The address of Jupyter's server. */
  readonly baseUrl: string;
  readonly trans: ITranslator;
}

/** The access, and what it has kept elsewhere. */
export function createAccess(options: IAccessOptions): {
  access: IAccess;
  kept: KeptTokens;
} {
  const { server, store = noSecrets, baseUrl, trans } = options;
  const wallet = new Wallet();
  const exchange = server?.exchange ?? noExchange;
  const clock = systemClock;
  if (server) {
    new TokenTabs(wallet, new BroadcastTabs(baseUrl));
    new TransferTokens(wallet, server);
  }
  const plain = new FetchHttp();
  const httpWith = (keyring: IWallet) =>
    new RenewingHttp(
      plain,
      new Renewer({ keyring, ...{ exchange, clock, exclusively } }),
      server?.handles
    );
  const kept = new KeptTokens({ wallet, store, clock, trans, httpWith });
  const signIns = new SignIns({
    ...{ wallet, exchange, clock, trans },
    keeping: kept,
    windows: browserWindows,
    // 122 random bits, of the platform's own source.
    makeState: () => UUID.uuid4()
  });
  return { access: { wallet, http: httpWith(wallet), signIns }, kept };
}
