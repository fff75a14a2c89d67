import type { Layout } from '../core/bundle/layouts';
import type { IFinding } from '../core/finding';
import type { Candidates } from '../core/metadata/candidates';
import type { Access, IMetadata, Origins } from '../core/metadata/model';
import type { IProposal } from '../core/publish/propose';
import type { ReviewState } from '../core/publish/journalEntry';
import type { Route } from '../core/transfer/jupyterServer';
import type { StepName } from '../core/publish/steps';
import type { ISite } from '../core/zenodo/sites';
import type { IContentsState } from './contentsState';
import type { IDataState } from './dataState';
import type { IEnvironmentState } from './environmentState';
import type { IRequestsView } from './requests/requestsView';
import type { ISignInState } from './signIn/signInState';
import type { IVersionState } from './versionState';
import type { ILists } from './lists/lists';
import type { ITestRunState } from './testRun/testRunState';

export type { IContentsState } from './contentsState';
export type { IEnvironmentState, IGeneratedView } from './environmentState';

/**
 * What one open publication shows. Every object here is immutable: a change
 * makes a new state, so that a view may compare by identity.
 */
export interface IPublicationState {
  /** Identity of the publication, in the journal and the nonce of its draft. */
  readonly id: string;
  /** What the user picked, as paths from the server's root. */
  readonly selection: readonly string[];
  readonly phase: Phase;
  readonly contents: IContentsState;
  readonly data: IDataState;
  readonly version: IVersionState;
  readonly environment: IEnvironmentState;
  readonly testRun: ITestRunState;
  readonly metadata: IMetadataState;
  readonly account: IAccountState;
  readonly publish: IPublishState;
  /** All findings of all sections, the worst first. */
  readonly findings: readonly IFinding[];
  /** Findings that the user set aside: they are not among `findings`. */
  readonly setAside: readonly ISetAside[];
  /** True once the user asked for `Publish` or `Save draft`: errors are listed at the top. */
  readonly asked: boolean;
}

/** A finding that the user ignores, or accepts for a reason. */
export interface ISetAside {
  readonly finding: IFinding;
  /** Why it is none, or does no harm; '' where no reason is asked for. */
  readonly reason: string;
}

/**
 * - `editing`: nothing is under way; a draft may exist
 * - `running`: steps are under way (locked but for `Cancel upload`)
 * - `uploaded`: the draft is complete and verified, and waits for `Publish`
 * - `in-review`: a community looks at the draft; its curators publish it
 * - `stopped`: a step failed or was cancelled; `Resume` goes on from there
 * - `published`: there is a record with a DOI
 */
export type Phase =
  'editing' | 'running' | 'uploaded' | 'in-review' | 'stopped' | 'published';

export interface IMetadataState {
  readonly values: IMetadata;
  readonly origins: Origins;
  /** What the sources say, by field: where there are several, another can be chosen. */
  readonly candidates: Candidates;
  /** What can be chosen from lists: the site's entries, or the usual ones. */
  readonly lists: ILists;
  /** Objections by field, ours or the server's; a creator's field is `creators.0.orcid`. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface IAccountState {
  readonly sites: readonly ISite[];
  readonly site: ISite;
  readonly status: 'signed-out' | 'checking' | 'signed-in';
  /** Why the last token was not taken: the user's text. */
  readonly refused: string | null;
  /** The site that a refused token may belong to. */
  readonly otherSite: ISite | null;
  /** Signing in on the site's own page. */
  readonly signIn: ISignInState;
  /** What is wrong in the settings' list of sites. */
  readonly problems: readonly string[];
}

/** How the files travel to the site. */
export interface IRouteState {
  /** Jupyter's server could send them: there is a choice. */
  readonly offered: boolean;
  readonly by: Route;
  /** Included files that would not be looked through for secrets on the server's way. */
  readonly unseen: number;
}

export interface IPublishState {
  /** Ask for the confirmation after the upload, or before it and then publish by itself. */
  readonly when: 'after-upload' | 'now';
  /** Have a community look at it before it is published, where that can be: see `reviewOffer`. */
  readonly reviewFirst: boolean;
  /** How the files travel. */
  readonly route: IRouteState;
  /** The review of the draft, once one was asked for. */
  readonly review: IReviewView | null;
  /** What was asked of communities about the draft or record, and what they wrote. */
  readonly requests: IRequestsView;
  /** The bundled notebooks, and whether the badge cell goes into each. */
  readonly badges: readonly { readonly path: string; readonly on: boolean }[];
  /** The bundle holds a README.md that gets badges. */
  readonly readme: { readonly path: string; readonly inFolder: boolean } | null;
  /** The six steps as the panel shows them. */
  readonly steps: readonly IStepView[];
  readonly progress: IProgress | null;
  /** A question to the user is open, and all waits for the answer. */
  readonly asking: boolean;
  readonly trouble: ITrouble | null;
  readonly draft: IDraftView | null;
  readonly outcome: IOutcome | null;
}

export interface IStepView {
  readonly name: StepName;
  readonly status: 'to-come' | 'now' | 'done' | 'stopped';
  /** What came of it, as `12 files, 58.0 MB`; '' while it is to come. */
  readonly detail: string;
}

export interface IProgress {
  readonly step: StepName;
  /** What is being worked on, as the archive's name; '' = nothing in particular. */
  readonly file: string;
  readonly doneBytes: number;
  /** 0 = not known: an indeterminate bar. */
  readonly totalBytes: number;
  /** Null in the first three seconds and where it cannot be told. */
  readonly secondsLeft: number | null;
  /** A pause that the site asked for, or one between two attempts. */
  readonly waiting: string | null;
}

/** Trouble always has three lines, and buttons for what to do. */
export interface ITrouble {
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
  /** For a report: no token, no home path. */
  readonly details: string;
  readonly actions: readonly TroubleAction[];
}

export type TroubleAction =
  | 'resume'
  | 'sign-in'
  | 'discard'
  /** `takeOver()` */
  | 'take-over'
  /** `useDetails('site')` and `useDetails('mine')` */
  | 'use-site'
  | 'use-mine';

export interface IDraftView {
  readonly id: string;
  readonly url: string;
  /** The reserved DOI; '' before it is reserved. */
  readonly doi: string;
}

/** The review of a draft by a community. */
export interface IReviewView {
  readonly state: ReviewState;
  /** The community's title; '' = not known. */
  readonly community: string;
  /** Its page on the site; '' before it is known. */
  readonly url: string;
  /** The site is being asked. */
  readonly isBusy: boolean;
  /** Why that did not work: the user's text. */
  readonly problem: string | null;
}

export interface IOutcome {
  /** Working files that can get the badge, which was not put in: curators published it some time later. */
  readonly badgesOffered?: readonly string[];
  /** It is a record that was there before, with other files. */
  readonly isReplacement: boolean;
  /** Until when it can be deleted, or its files replaced; milliseconds since 1970; null = no longer. */
  readonly undoUntil: number | null;
  /** The communities to which the record was proposed, and where it could not be. */
  readonly proposals: readonly IProposal[];
  /** The record of the data, where they got one of their own. */
  readonly data: {
    readonly doi: string;
    readonly doiUrl: string;
    readonly recordUrl: string;
  } | null;
  readonly doi: string;
  readonly doiUrl: string;
  readonly recordUrl: string;
  /** Opens the first notebook in Binder; null where the site has no Binder. */
  readonly launchUrl: string | null;
  /** The notebook that `Launch Binder` opens. */
  readonly launchPath: string;
  /** Whether the DOI leads anywhere yet; null = not known or never (test sites). */
  readonly doiResolves: boolean | null;
  readonly badgeMarkdown: string;
  readonly publishedAt: string;
  /** Into which working files the badge went, and where it could not. */
  readonly writtenBack: readonly {
    readonly path: string;
    readonly done: boolean;
    /** Why not, or that the archive holds an older state; '' = all is well. */
    readonly note: string;
  }[];
}

/** The facts of the confirmation dialog. */
export interface IConfirmation {
  readonly site: ISite;
  readonly title: string;
  /** In order, as `Silva, Ana Marques`. */
  readonly creators: readonly string[];
  readonly files: number;
  readonly bytes: number;
  readonly layout: Layout;
  readonly licenses: readonly string[];
  readonly access: Access;
  /** The DOI of which this is the next version; null = it is the first. */
  readonly versionOf: string | null;
  /** The title of the community that looks at it first; without one, it is published at once. */
  readonly review?: string;
  /** The record's files that go, where only they are replaced; else null. */
  readonly replaces: readonly string[] | null;
  /** Communities to which the record will be proposed. */
  readonly communities: readonly string[];
  /** The record of the data, where they get one of their own. */
  readonly data: {
    readonly title: string;
    readonly files: number;
    readonly bytes: number;
    readonly licenses: readonly string[];
  } | null;
  /** Null = it will be reserved during the upload. */
  readonly doi: string | null;
  /** Working notebooks (and README) that will be changed. */
  readonly changed: readonly string[];
  /** Until when the record can be deleted or its files replaced. */
  readonly until: Date;
}
