import type { IClock } from '../../core/clock';
import type { IFiles } from '../../core/files';
import type { IJournalStore } from '../../core/publish/journal';
import type { ITranslator } from '../../core/text';
import type { IHttp } from '../../core/zenodo/http';
import type { ISite } from '../../core/zenodo/sites';
import type { IVocabularyItem } from '../../core/zenodo/types';
import type { IDialogs, ISites, IWorkingFiles } from '../ports';
import type { ISignIns } from '../signIn/signInState';
import type { IWallet } from '../wallet';

/** What the list of publications needs of its surroundings. */
export interface IPublicationsPorts {
  readonly files: IFiles;
  readonly writer: Pick<
    IWorkingFiles,
    'putBadge' | 'removeBadge' | 'changeText'
  >;
  readonly http: IHttp;
  readonly clock: IClock;
  readonly journal: IJournalStore;
  readonly dialogs: IPublicationsDialogs;
  readonly wallet: IWallet;
  readonly signIns: ISignIns;
  readonly sites: ISites;
  readonly panels: IPanelsPort;
  /** The publications on which a page of this browser works, as far as it tells. */
  atWork(): Promise<ReadonlySet<string>>;
  /** Patterns of what the settings leave out, in the syntax of `.gitignore`. */
  readonly ignored: readonly string[];
  readonly trans: ITranslator;
  copy(text: string): void;
  /** Opens a record into a new folder, or asks for one; null = that is not offered here. */
  readonly openRecord: ((address?: string) => void) | null;
}

/** The panels in which files are published. */
export interface IPanelsPort {
  /** Go to the panel of this publication, or open it. */
  resume(selection: readonly string[], id: string): Promise<void>;
  /** Open a panel for what comes after this publication of the same files. */
  openNext(selection: readonly string[], id: string): Promise<void>;
  /** Go to the panel in which a record's details are changed, or open it. */
  edit(siteId: string, recordId: string): Promise<void>;
  /** Open a panel to replace the files of a record with the same files as they are now. */
  replaceFiles(selection: readonly string[], recordId: string): Promise<void>;
  /** The publications that have a panel in this page, or had one: their last sign of life is its. */
  opened(): ReadonlySet<string>;
}

/** What is said before a record is deleted. */
export interface IDeletion {
  readonly site: ISite;
  readonly title: string;
  readonly doi: string;
  readonly until: Date;
  /** The reasons that the site has, to choose from. */
  readonly reasons: readonly IVocabularyItem[];
}

/** Questions that need an answer before going on. */
export interface IPublicationsDialogs extends Pick<
  IDialogs,
  'confirmDiscard' | 'confirmKeepFiles' | 'confirmNoBadges'
> {
  /** Give up a change of a record's details that was begun on the site. */
  confirmDiscardEdit(title: string, site: ISite): Promise<boolean>;
  /** The id of the reason, or null = no. */
  confirmDelete(deletion: IDeletion): Promise<string | null>;
  /** The badge with this DOI goes into these files. */
  confirmBadges(doi: string, paths: readonly string[]): Promise<boolean>;
}
