import type { StartSums } from '../core/bundle/sums/sums';
import type { IIdentity } from '../core/checks/check';
import type { IScanOptions } from '../core/checks/secrets/secretHit';
import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import type { IClock } from '../core/clock';
import type { IKernel } from '../core/environment/kernel';
import type { IFiles } from '../core/files';
import type { IMetadataDefaults } from '../core/metadata/sources/defaults';
import type { IPublishedIdentity } from '../core/notebook/badge';
import type { IJournalStore } from '../core/publish/journal';
import type { IFreshKernels } from '../core/testRun/freshKernels';
import type { ITranslator } from '../core/text';
import type { IJupyterServer } from '../core/transfer/jupyterServer';
import type { IHttp } from '../core/zenodo/http';
import type { ISite } from '../core/zenodo/sites';
import type { ISignIns } from './signIn/signInState';
import type { IConfirmation } from './state';
import type { IWallet } from './wallet';

/** What a session needs of its surroundings. */
export interface ISessionPorts {
  readonly files: IFiles;
  readonly documents: IOpenDocuments;
  readonly writer: IWorkingFiles;
  /** The kernel of a notebook: the running one, else one started for the purpose. */
  kernelFor(path: string): IKernel;
  readonly http: IHttp;
  /** Jupyter's own server, where it can help. */
  readonly server: IJupyterServer;
  /** Runs notebooks in kernels of this page; null = nothing does. */
  readonly freshKernels: IFreshKernels | null;
  readonly clock: IClock;
  readonly journal: IJournalStore;
  readonly forms: IFormStore;
  /** The records that were opened into folders here. */
  readonly opened: IOpenedRecords;
  readonly dialogs: IDialogs;
  readonly sites: ISites;
  /** The tokens of this page. */
  readonly wallet: IWallet;
  /** Signing in on the sites' own pages. */
  readonly signIns: ISignIns;
  /** Patterns of what the settings leave out, in the syntax of `.gitignore`. */
  readonly ignored: readonly string[];
  /** What the settings want to stand in every record, unless it says otherwise. */
  readonly defaults: IMetadataDefaults;
  /** Make what looks for secrets: in a worker where there is one. */
  makeScanner(options: IScanOptions): ISecretScanner;
  /** Start what computes the sums of an archive: in workers where there are any. */
  readonly startSums: StartSums;
  readonly trans: ITranslator;
  copy(text: string): void;
  /** Open a file in JupyterLab; a notebook at a cell (zero-based). */
  openPath(path: string, cell?: number): void;
  /** Show a record among all publications, with what can be done with it. */
  showInList(siteUrl: string, recordId: string): void;
  /** What is known of the person at the keyboard, to be found where it was not meant to be. */
  readonly identity: IIdentity;
}

/** The documents that are open in JupyterLab. Paths are from the server's root. */
export interface IOpenDocuments {
  /** Those of the paths that have unsaved changes. */
  unsaved(paths: readonly string[]): string[];
  /** Those of the notebooks whose kernel runs something. */
  busy(paths: readonly string[]): string[];
  /**
   * Save them.
   *
   * @throws PublisherError naming the document that could not be saved
   */
  save(paths: readonly string[]): Promise<void>;
}

/** What goes into a working notebook after publishing. */
export interface IWorkingBadge {
  /** Source of the badge cell (Markdown). */
  readonly source: string;
  /** The notebook's metadata `zenodo_publisher`. */
  readonly identity: IPublishedIdentity;
}

/** The record whose badge a notebook has, as its metadata name it. */
export type IBadgeOwner = Pick<IPublishedIdentity, 'site' | 'record'>;

/**
 * Changes the user's own files, through Jupyter. All throw a PublisherError
 * with the reason (read-only, gone, changed on disk).
 */
export interface IWorkingFiles {
  /** Insert or replace the badge cell in the notebook's current content, and save. */
  putBadge(path: string, badge: IWorkingBadge): Promise<void>;
  /**
   * Remove the badge cells, and what the metadata say, from a notebook that says
   * that it belongs to this record, and save. False = it says otherwise.
   */
  removeBadge(path: string, of: IBadgeOwner): Promise<boolean>;
  /** Replace a text file's content by what `change` makes of it, and save. */
  changeText(path: string, change: (text: string) => string): Promise<void>;
  /**
   * Write a text file that is as it was seen last: `before`, or null where there
   * was none. Newer work is never overwritten.
   */
  writeText(path: string, before: string | null, after: string): Promise<void>;
}

/**
 * Keeps what was typed over a reload of the page. Never sees a token, and never
 * rejects: what is lost here is typing, never a publication.
 */
export interface IFormStore {
  /** The form of a publication as it was kept last, in this page or another; null where none was kept or it cannot be read. */
  load(id: string): Promise<unknown>;
  save(id: string, form: object): Promise<void>;
  /** Keep it for other tabs and browsers, too: the publication was begun. */
  share(id: string, form: object): Promise<void>;
  remove(id: string): Promise<void>;
}

/** A record that was opened into a folder. */
export interface IOpenedRecord {
  /** The new folder, from the server's root. */
  readonly folder: string;
  readonly siteUrl: string;
  readonly recordId: string;
  readonly doi: string;
  /** '' where it is not known. */
  readonly conceptDoi: string;
  readonly title: string;
}

/**
 * Remembers which record a folder came from, for those whose notebooks do not
 * say it. Never rejects: without it, only a proposal is lost.
 */
export interface IOpenedRecords {
  note(record: IOpenedRecord): Promise<void>;
  /** The records whose folders hold all of these paths, the last one first. */
  of(selection: readonly string[]): Promise<readonly IOpenedRecord[]>;
}

/** The port without a memory. */
export const noOpenedRecords: IOpenedRecords = {
  note: async () => undefined,
  of: async () => []
};

/** Questions that need an answer before going on. False = no. */
export interface IDialogs {
  confirmPublish(facts: IConfirmation): Promise<boolean>;
  confirmDiscard(doi: string): Promise<boolean>;
  /** Give up replacing the files of the record with this DOI. */
  confirmKeepFiles(doi: string): Promise<boolean>;
  /** These documents have unsaved changes and will be saved first. */
  confirmSave(paths: readonly string[]): Promise<boolean>;
  /**
   * The badges with this DOI go out of these files.
   *
   * @param isGone - the DOI leads to nothing any more
   */
  confirmNoBadges(
    doi: string,
    paths: readonly string[],
    isGone: boolean
  ): Promise<boolean>;
}

/** The sites to choose from. */
export interface ISites {
  readonly all: readonly ISite[];
  readonly defaultId: string;
  readonly problems: readonly string[];
}
