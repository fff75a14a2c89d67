import type { ISignal } from '@lumino/signaling';
import type { Layout } from '../core/bundle/layouts';
import type { DataLicense } from './dataState';
import type { IFinding, IFix } from '../core/finding';
import type {
  IChoice,
  ILicense,
  IMetadata,
  MetadataField,
  ISubject
} from '../core/metadata/model';
import type { CitationFormat } from '../core/zenodo/citations';
import type {
  IAwardEntry,
  ICommunityEntry,
  IOrganisationEntry,
  IPersonEntry
} from '../core/zenodo/vocabularyEntries';
import type { ListName } from './lists/lists';
import type { IRequestActions } from './requests/requestsView';
import type { IPublicationState } from './state';
import type { FormFile } from './writeForm';
import type { PublishAs } from './versionState';

/**
 * The state of one open publication, and all that a user can do with it, by
 * section of the panel. The only thing that the panel talks to. Actions never
 * reject: what goes wrong is in the state, in the user's words.
 */
export interface IPublicationSession {
  readonly state: IPublicationState;
  readonly stateChanged: ISignal<IPublicationSession, void>;
  readonly findings: IFindingActions;
  readonly contents: IContentsActions;
  readonly data: IDataActions;
  readonly version: IVersionActions;
  readonly picked: IPickedActions;
  readonly previews: IPreviewActions;
  readonly environment: IEnvironmentActions;
  readonly metadata: IMetadataActions;
  readonly lookUps: ILookUpActions;
  readonly account: IAccountActions;
  readonly badges: IBadgeActions;
  readonly publication: IPublicationActions;
  readonly copy: ICopyActions;
  readonly review: IReviewActions;
}

export interface IFindingActions {
  /**
   * Make the change that mends a finding.
   *
   * @param where - `folder`: in the user's folder and the bundle; `bundle`:
   *   in the bundle only. Of matter where a file is written.
   */
  apply(
    finding: IFinding,
    fix: IFix,
    where: 'folder' | 'bundle'
  ): Promise<void>;
  /** Do not show it again. Not for what stops the upload: that needs a reason. */
  ignore(finding: IFinding): void;
  /** Go on in spite of what stops the upload. */
  accept(finding: IFinding, reason: string): void;
  /** Show again what was set aside. */
  bringBack(finding: IFinding): void;
}

export interface IContentsActions {
  /** Look through the files again; what was ticked and typed stays. */
  reload(): Promise<void>;
  /** Stop looking through the files. */
  stopReading(): void;
  /** Tick or untick a file, or all files of a folder. `path` is within the bundle. */
  setIncluded(path: string, included: boolean): void;
  /** Open a file of the bundle in JupyterLab; a notebook at a cell (zero-based). */
  open(path: string, cell?: number): void;
  /** Choose the folder that becomes the top of the archive. */
  setRoot(folder: string): Promise<void>;
  /** Take in a file that lies above the root, at the top of the bundle; or leave it out again. */
  setAbove(path: string, included: boolean): void;
  setUsesGitignore(on: boolean): Promise<void>;
  setLayout(layout: Layout): void;
  setCrate(on: boolean): void;
  /** Ask the server for hidden files by the names that matter. */
  findHidden(): Promise<void>;
}

/** Data that are too much for Binder get a record of their own. */
export interface IDataActions {
  /** Part off these files, by path in the bundle, instead of any that were before. */
  split(paths: readonly string[]): Promise<void>;
  /** Take them all back to the notebooks. */
  join(): Promise<void>;
  /** The title of the data's record; '' = the default. */
  setTitle(title: string): void;
  setLicense(license: DataLicense): void;
  /** Whether the copy of a notebook gets the cell that fetches the data. */
  setCell(path: string, on: boolean): void;
  /** The source of that cell, with a placeholder record, to be looked at. */
  preview(): string;
}

/** A file of the user's own computer, as the browser's `File` is. */
export type IPickable = Pick<
  File,
  'name' | 'size' | 'lastModified' | 'arrayBuffer'
>;

export interface IPickedActions {
  /**
   * Take files of the user's own computer into the bundle. Those that cannot be
   * taken are told in `contents.notPicked`.
   *
   * @param at - path in the bundle for the first of them; without it, each goes
   *   to the top of the bundle, or to where it has to be picked again
   */
  pick(files: readonly IPickable[], at?: string): Promise<void>;
  /** Put one to another path of the bundle, if it can be there: see `placeProblem` in core. */
  move(path: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export interface IPreviewActions {
  /** What a file of the bundle holds that is in no folder of the server; null for others. */
  of(path: string): IFilePreview | null;
}

export interface IFilePreview {
  /** Null where it is no text. */
  readonly text: string | null;
  /** It goes on: only its beginning is here. */
  readonly isCut: boolean;
  /** Checksums and, until it is reserved, the DOI are stand-ins. */
  readonly isCrate: boolean;
}

/** What becomes of a record to which the bundle belongs. */
export interface IVersionActions {
  publishAs(as: PublishAs): void;
  /** Where the notebooks belong to several records: which one is meant. */
  chooseRecord(recordId: string): void;
}

export interface IEnvironmentActions {
  /** Make environment files from the notebook's kernel; changes that the user made stay. */
  capture(): Promise<void>;
  /** Leave the files made from the kernel out again. */
  drop(): Promise<void>;
  /** Change the text of a file that was made here. */
  edit(path: string, text: string): Promise<void>;
  /** Put the files that were made here into the user's folder. */
  save(): Promise<void>;
  /** Make what Binder reads from a lock file. */
  convertLock(path: string): Promise<void>;
}

/** What the fields of a form do. */
export interface IFieldActions {
  set(change: Partial<IMetadata>): void;
  /** Take another one of a field's candidates. It counts as the user's own choice. */
  choose(field: MetadataField, index: number): void;
  /** Take back what the user changed in a field that was filled in by itself. */
  undo(field: MetadataField): void;
}

export interface IMetadataActions extends IFieldActions {
  /** Fill in again from the files; fields that the user changed stay. */
  refill(): Promise<void>;
  /** Save the form in the project's folder, with all else that stands in the file. */
  writeFile(kind: FormFile): Promise<void>;
}

/**
 * What the site knows, searched while the user types; '' finds nothing, but the
 * recommended licences. All but `loadList` may reject: with a PublisherError
 * when the site can't be reached, wants to be left alone, or the signal is
 * aborted.
 */
export interface ILookUpActions {
  licenses(text: string, signal: AbortSignal): Promise<readonly ILicense[]>;
  languages(text: string, signal: AbortSignal): Promise<readonly IChoice[]>;
  programmingLanguages(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IChoice[]>;
  /** People by name or ORCID; only for those who are signed in. */
  people(text: string, signal: AbortSignal): Promise<readonly IPersonEntry[]>;
  affiliations(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]>;
  funders(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]>;
  /** Awards of a funder, by its id; '' = of all. */
  awards(
    text: string,
    funder: string,
    signal: AbortSignal
  ): Promise<readonly IAwardEntry[]>;
  communities(
    text: string,
    signal: AbortSignal
  ): Promise<readonly ICommunityEntry[]>;
  subjects(text: string, signal: AbortSignal): Promise<readonly ISubject[]>;
  /** Take the site's own entries of a list, where they can be had. */
  loadList(name: ListName): Promise<void>;
}

export interface IAccountActions {
  setSite(id: string): void;
  signIn(token: string): Promise<void>;
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
