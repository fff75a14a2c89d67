import { Signal } from '@lumino/signaling';
import type { IClock } from '../../core/clock';
import { CancelledError } from '../../core/error';
import { SignInError, WindowBlockedError } from '../../core/signIn/errors';
import type { IExchange } from '../../core/signIn/exchange';
import { signInWith } from '../../core/signIn/signIn';
import type {
  ISignInWindow,
  ISignInWindows
} from '../../core/signIn/signInWindow';
import type { IOAuthClient } from '../../core/signIn/tokens';
import type { ITranslator } from '../../core/text';
import type { ISite } from '../../core/zenodo/sites';
import { textOf } from '../userText';
import type { IWallet } from '../wallet';
import { IKeeping, ISignIns, ISignInState, noSignIn } from './signInState';

/** So often the window is looked at, in milliseconds. */
const LOOK = 500;

/** A sign-in that is under way. */
interface IRun {
  readonly window: ISignInWindow;
  readonly stop: AbortController;
}

export class SignIns implements ISignIns {
  constructor(private readonly _options: SignIns.IOptions) {
    _options.wallet.changed.connect(this._walletChanged, this);
    _options.keeping?.changed.connect((_sender, siteUrl) =>
      this.changed.emit(siteUrl)
    );
    this.ready = this._load();
  }

  /** Resolved when it is known where one can sign in. */
  readonly ready: Promise<void>;

  readonly changed: Signal<ISignIns, string> = new Signal<ISignIns, string>(
    this
  );

  stateOf(siteUrl: string): ISignInState {
    const offered = this._clients.has(siteUrl);
    const state = this._states.get(siteUrl) ?? noSignIn;
    const keeper = this._options.keeping?.keeperOf(siteUrl) ?? 'page';
    return state.offered === offered && state.keeper === keeper
      ? state
      : { ...state, offered, keeper };
  }

  async begin(site: ISite): Promise<void> {
    const client = this._clients.get(site.url);
    if (!client) {
      return;
    }
    this.cancel(site);
    const { windows, exchange, trans } = this._options;
    const back = new URL(client.redirectUri || exchange.ownCallback).origin;
    if (back !== new URL(exchange.ownCallback).origin) {
      this._failed(site, elsewhere(site, back, trans));
      return;
    }
    // At once: after a wait, no browser takes it for the user's wish any more.
    const window = windows.open();
    const stop = new AbortController();
    if (!window) {
      this._failed(site, blocked(site, trans));
      return;
    }
    this._runs.set(site.url, { window, stop });
    this._set(site.url, { phase: 'waiting', problem: null, hasLeft: false });
    const watching = this._watch(site.url, window, stop.signal);
    try {
      await this._run(site, client, window, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) {
        this._failed(site, error);
      }
    } finally {
      if (!stop.signal.aborted) {
        this._runs.delete(site.url);
        stop.abort();
      }
      window.close();
      await watching;
    }
  }

  show(site: ISite): void {
    this._runs.get(site.url)?.window.show();
  }

  cancel(site: ISite): void {
    const run = this._runs.get(site.url);
    if (run) {
      this._runs.delete(site.url);
      run.stop.abort();
      run.window.close();
      this._set(site.url, { phase: 'idle' });
    }
  }

  signOut(site: ISite): void {
    this._options.wallet.drop(site.url);
    this._set(site.url, { hasLeft: true, problem: null });
  }

  private async _run(
    site: ISite,
    client: IOAuthClient,
    window: ISignInWindow,
    signal: AbortSignal
  ): Promise<void> {
    const { exchange, clock, trans, wallet, makeState } = this._options;
    const tokens = await signInWith({
      ...{ site, client, window, exchange, clock, trans, signal },
      state: makeState(),
      onCode: () => this._set(site.url, { phase: 'asking' })
    });
    if (!signal.aborted) {
      this._set(site.url, { phase: 'idle' });
      wallet.putTokens(site.url, tokens);
    }
  }

  /** Say when the window looks closed; the user may still be in it. */
  private async _watch(
    siteUrl: string,
    window: ISignInWindow,
    signal: AbortSignal
  ): Promise<void> {
    try {
      while (!window.looksClosed) {
        await this._options.clock.sleep(LOOK, signal);
      }
      if (this.stateOf(siteUrl).phase === 'waiting' && !signal.aborted) {
        this._set(siteUrl, { phase: 'closed' });
      }
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }

  private _failed({ url }: ISite, error: unknown): void {
    const { trans } = this._options;
    this._set(url, {
      phase: 'idle',
      problem: textOf(
        error,
        trans.__(
          'Signing in did not work. Try again, or paste an access token.'
        )
      )
    });
  }

  private async _load(): Promise<void> {
    for (const client of await this._options.exchange.clients()) {
      this._clients.set(client.site, client);
      this.changed.emit(client.site);
    }
  }

  /** Whoever signs in in any way did not leave, and needs no advice. */
  private _walletChanged(_sender: IWallet, siteUrl: string): void {
    if (this._options.wallet.tokenOf(siteUrl) !== null) {
      this._set(siteUrl, { hasLeft: false, problem: null });
    }
  }

  private _set(siteUrl: string, changes: Partial<ISignInState>): void {
    this._states.set(siteUrl, { ...this.stateOf(siteUrl), ...changes });
    this.changed.emit(siteUrl);
  }

  private readonly _clients = new Map<string, IOAuthClient>();
  private readonly _states = new Map<string, ISignInState>();
  private readonly _runs = new Map<string, IRun>();
}

function blocked(site: ISite, trans: ITranslator): WindowBlockedError {
  return new WindowBlockedError(
    trans.__(
      'Your browser did not open the window of %1. Allow pop-up windows for this page, often by a sign in the address bar, and try again; or paste an access token.',
      site.name
    )
  );
}

/** The answer would come to a page of another origin, which cannot hand it on. */
function elsewhere(
  site: ISite,
  origin: string,
  trans: ITranslator
): SignInError {
  return new SignInError(
    trans.__(
      '%1 sends you back to %2, so signing in works there only. Open Jupyter at that address, or paste an access token.',
      site.name,
      origin
    )
  );
}

export namespace SignIns {
  export interface IOptions {
    readonly wallet: IWallet;
    /** Without it, the page keeps all tokens. */
    readonly keeping?: IKeeping;
    readonly exchange: IExchange;
    readonly windows: ISignInWindows;
    readonly clock: IClock;
    readonly trans: ITranslator;
    /** A text that nobody can guess, and that is never made again. */
    makeState(): string;
  }
}
