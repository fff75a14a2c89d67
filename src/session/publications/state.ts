import type { ISignal } from '@lumino/signaling';
import type { IPublicationItem } from '../../core/publications/item';
import type { ISite } from '../../core/zenodo/sites';
import type { IRequestActions, IRequestsView } from '../requests/requestsView';
import type { ISignInActions, ISignInState } from '../signIn/signInState';
import type { IComparison } from './compare';

/** What can be done with a publication. */
export type PublicationAction =
  | 'resume'
  | 'show'
  | 'new-version'
  | 'open-here'
  | 'compare'
  | 'replace-files'
  | 'edit'
  | 'discard-edit'
  | 'launch'
  | 'insert-badge'
  | 'remove-badge'
  | 'copy-doi'
  | 'copy-citation'
  | 'share'
  | 'unshare'
  | 'open'
  | 'discard'
  | 'delete';

/** A publication as the list shows it. */
export interface IPublicationView extends IPublicationItem {
  readonly actions: readonly PublicationAction[];
  /** Of the record or the draft on its site; '' before there is one. */
  readonly pageUrl: string;
  /** '' for none. */
  readonly doiUrl: string;
  /** Opens the first notebook in Binder; '' where that is not possible. */
  readonly launchUrl: string;
  /** How the files in the workspace differ from it; null = they are not known here. */
  readonly comparison: IComparison | null;
  /** Whether its DOI leads anywhere yet; null = nobody asked. */
  readonly doiResolves: boolean | null;
  /** Something is being done with it. */
  readonly isBusy: boolean;
  /** What came of what was done with it last. */
  readonly notice: INotice | null;
  /** What communities were asked about it. */
  readonly requests?: IRequestsView;
}

/** How the files in the workspace are against those that were published. */
export type { IComparison } from './compare';

/** What came of an action. */
export interface INotice {
  readonly tone: 'ok' | 'error';
  /** The user's text. */
  readonly text: string;
}

/** One site in the list. */
export interface ISiteView {
  readonly site: ISite;
  readonly status: 'signed-out' | 'checking' | 'signed-in';
  /** Why the last token was not taken: the user's text. */
  readonly refused: string | null;
  /** The site that a refused token may belong to. */
  readonly otherSite: ISite | null;
  /** Signing in on the site's own page. */
  readonly signIn: ISignInState;
  readonly isLoading: boolean;
  /** The site has more than it listed so far. */
  readonly hasMore: boolean;
  /** Why it could not be asked: the user's text. */
  readonly problem: string | null;
  /** How many publications of it are known so far, searched or not. */
  readonly count: number;
}

export interface IPublicationsState {
  /** The publication that was asked for by another panel: it is unfolded; null = none. */
  readonly revealed: string | null;
  readonly sites: readonly ISiteView[];
  /** The site that is offered first to sign in to. */
  readonly defaultSiteId: string;
  /** The only site that is shown; null = all. */
  readonly siteId: string | null;
  /** What is searched; '' = nothing. */
  readonly query: string;
  /** What fits, in groups, the newest first. */
  readonly items: readonly IPublicationView[];
  /** Nothing is known yet. */
  readonly isReading: boolean;
  /** What came of an action whose publication is not in the list any more. */
  readonly notice: INotice | null;
  /** Why the journal could not be read: the user's text. */
  readonly problem: string | null;
  /** Records can be opened into new folders. */
  readonly canOpen: boolean;
  /** Publications on sites that the settings do not name. */
  readonly elsewhere: number;
}

/** The list of publications: the only thing that its components talk to. Nothing here rejects. */
export interface IPublicationsSession {
  readonly state: IPublicationsState;
  readonly stateChanged: ISignal<IPublicationsSession, void>;
  /** Read the journal, and ask the sites anew. */
  refresh(): Promise<void>;
  /** Search for a title or a DOI; the sites are asked when the typing pauses. */
  search(text: string): Promise<void>;
  showSite(id: string | null): void;
  /** Fetch more of what the sites shown have. */
  more(): Promise<void>;
  signIn(siteId: string, token: string): Promise<void>;
  /** Try the refused token on the site that it may belong to. */
  tryOtherSite(siteId: string): Promise<void>;
  /** Signing in on a site's own page. */
  signInThere(site: ISite): ISignInActions;
  signOut(siteId: string): void;
  /** Ask for any record, to open it into a new folder. */
  openRecord(): void;
  /** What can be done about what communities were asked; null = it is not in the list any more. */
  requests(key: string): IRequestActions | null;
  /** A publication is looked at: compare its files where that is cheap, and ask for its DOI. */
  look(key: string): Promise<void>;
  /** Show what can be done with the record of a site, by the site's address and the record's id. */
  reveal(siteUrl: string, recordId: string): void;
  /** Do something with a publication; `launch` and `open` are links. */
  act(
    key: string,
    action: Exclude<PublicationAction, 'launch' | 'open'>
  ): Promise<void>;
}
