import type { CitationFormat } from '../../core/zenodo/citations';
import type { Route } from '../../core/transfer/jupyterServer';
import type { ISignInActions } from '../signIn/signInState';
import type { IRequestActions } from '../requests/requestsView';

export interface IAccountActions {
  setSite(id: string): void;
  signIn(token: string): Promise<void>;
  /** Signing in on the site's own page. */
  readonly there: ISignInActions;
  /** Choose the other built-in site and try the refused token there. */
  tryOtherSite(): Promise<void>;
  signOut(): void;
}

export interface IBadgeActions {
  set(path: string, on: boolean): void;
  setReadmeInFolder(on: boolean): void;
  /** The source of the badge cell with a placeholder DOI, to be looked at. */
  preview(): string;
  /** What is put into the copy of the README, and its path; null without one. */
  readmePreview(): { readonly path: string; readonly text: string } | null;
}

/** How the files travel. */
export interface IRouteActions {
  choose(route: Route): void;
}

/** What communities have to do with it. */
export interface IReviewActions {
  /** Have the draft looked at before it is published; or publish at once. */
  setFirst(on: boolean): void;
  /** Ask what became of the review. */
  check(): Promise<void>;
  /** Take the draft back from the community. */
  withdraw(): Promise<void>;
  /** Put the badges into the files, after curators published it. */
  insertBadges(): Promise<void>;
  /** Leave the files as they are then. */
  leaveFiles(): Promise<void>;
  readonly requests: IRequestActions;
}

export interface IPublicationActions {
  setWhen(when: 'after-upload' | 'now'): void;
  saveDraft(): Promise<void>;
  publish(): Promise<void>;
  cancel(): void;
  resume(): Promise<void>;
  /** Go on here though another page seems to be at work: that one stops. */
  takeOver(): Promise<void>;
  /** The draft was changed on the site: go on with those details, or with the form's. */
  useDetails(details: 'mine' | 'site'): Promise<void>;
  discardDraft(): Promise<void>;
  /** After publishing: begin the next version, with the files as they are now. */
  newVersion(): Promise<void>;
  /** After a test: start again on the real site with the same choices. */
  publishForReal(): void;
  /** Show the record among all publications, where it can be deleted or get other files. */
  showInList(): void;
}

/** Copies what can be pasted elsewhere. */
export interface ICopyActions {
  doi(): void;
  badge(): void;
  /**
   * The citation of the record: the site's, or ours as a CITATION.cff.
   * False = the site did not give it.
   */
  citation(format: CitationFormat | 'cff'): Promise<boolean>;
  /** What went wrong, for a report: without tokens, addresses and paths. */
  details(): void;
}
