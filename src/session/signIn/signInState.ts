import type { ISignal } from '@lumino/signaling';
import type { ISite } from '../../core/zenodo/sites';

/**
 * How far a sign-in on a site's own page is: `waiting` for the user in the other
 * window; `closed` = that window looks closed; `asking` the exchange.
 */
export type SignInPhase = 'idle' | 'waiting' | 'closed' | 'asking';

/**
 * Who keeps a site's token: this page, in memory; or the secrets manager of
 * Jupyter. `stuck` = the latter did not remove it when the user signed out.
 */
export type Keeper = 'page' | 'manager' | 'stuck';

/** Tells who keeps the tokens. */
export interface IKeeping {
  keeperOf(siteUrl: string): Keeper;
  /** Emitted with the address of the site whose token is kept by another one. */
  readonly changed: ISignal<IKeeping, string>;
}

/** Signing in on a site's own page, as panels show it. */
export interface ISignInState {
  /** It can be done here. */
  readonly offered: boolean;
  readonly phase: SignInPhase;
  /** Why the last one did not work: the user's text. */
  readonly problem: string | null;
  /** The user signed out here: the site still lists what it allowed. */
  readonly hasLeft: boolean;
  readonly keeper: Keeper;
}

/** Nothing of it happened. */
export const noSignIn: ISignInState = {
  offered: false,
  phase: 'idle',
  problem: null,
  hasLeft: false,
  keeper: 'page'
};

/** What can be done about signing in on one site's own page. */
export interface ISignInActions {
  /** Open that page; to be called in the click. */
  begin(): void;
  /** Go to the window that is open. */
  show(): void;
  /** Stop waiting. */
  cancel(): void;
}

/** Signs in on the sites' own pages, for all panels of this page. Nothing here rejects. */
export interface ISignIns {
  stateOf(siteUrl: string): ISignInState;
  /** Emitted with the address of the site whose state is another. */
  readonly changed: ISignal<ISignIns, string>;
  /** Open the site's page; to be called in the click. What comes of it is in the wallet. */
  begin(site: ISite): Promise<void>;
  /** Go to the window that is open. */
  show(site: ISite): void;
  /** Stop waiting. */
  cancel(site: ISite): void;
  /** Forget the tokens here. */
  signOut(site: ISite): void;
}

/** The actions for one site. */
export function signInActions(signIns: ISignIns, site: ISite): ISignInActions {
  return {
    begin: () => void signIns.begin(site),
    show: () => signIns.show(site),
    cancel: () => signIns.cancel(site)
  };
}
