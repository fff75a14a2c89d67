import type { MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';
import type { IMetadataDefaults } from '../core/metadata/sources/defaults';
import type { ISecretStore } from '../core/signIn/secretStore';
import type { TransferMode } from '../core/transfer/jupyterServer';
import type { ISites } from '../session/ports';
import type { IVersionChoices } from '../session/versionState';
import type { JupyterServer } from '../jupyter/jupyterServer';
import type { IAccess } from './createAccess';

/** The translation domain of all our texts. */
export const domain = 'jupyterlab_zenodo_publisher';

/** The command that opens a record's details, for several plugins. */
export const editCommand = 'zenodo-publisher:edit-details';

/** A panel of one publication. */
export interface IPublicationPanel extends MainAreaWidget {
  /** The publication's id. */
  readonly publicationId: string;
  /** Emitted when the panel goes to another publication: the same files on another site. */
  readonly publicationChanged: ISignal<IPublicationPanel, void>;
  /** What is published, as the user picked it. */
  readonly paths: readonly string[];
}

/** The open panels, for our own plugins. */
export interface IPublicationPanels {
  readonly tracker: WidgetTracker<IPublicationPanel>;
  /**
   * Go to the panel of these paths, or open one.
   *
   * @param id - the publication to go on with; by default the unfinished one of
   *   the same paths, else a new one
   * @param version - what a new one becomes of a record that is there; by default
   *   what fits
   */
  open(
    paths: readonly string[],
    id?: string,
    version?: IVersionChoices
  ): Promise<IPublicationPanel>;
}

/** The token of the open panels. */
export const IPublicationPanels = new Token<IPublicationPanels>(
  'jupyterlab-zenodo-publisher:IPublicationPanels',
  'The open panels of publications.'
);

/** The sites that can be published to. */
export interface IPublicationSites {
  /** Read them anew. Never rejects: what is wrong is among the problems. */
  load(): Promise<ISites>;
}

/** The token of the sites. */
export const IPublicationSites = new Token<IPublicationSites>(
  'jupyterlab-zenodo-publisher:IPublicationSites',
  'The sites that can be published to, from the settings.'
);

/** How this page gets at the sites, as who is signed in: the same for all panels. */
export interface IPageAccess {
  /** Never rejects. What is heavy comes with the first call. */
  load(): Promise<IAccess>;
}

/** The token of the access. */
export const IPageAccess = new Token<IPageAccess>(
  'jupyterlab-zenodo-publisher:IPageAccess',
  'The access tokens of this page, and the way to the sites with them.'
);

/** Who helps to sign in on the sites' own pages. */
export interface IPageExchange {
  load(): Promise<JupyterServer>;
}

/** The token of the exchange. */
export const IPageExchange = new Token<IPageExchange>(
  'jupyterlab-zenodo-publisher:IPageExchange',
  'Signing in on the sites’ own pages, by our server extension.'
);

/** What may keep tokens for longer than the page. */
export interface IPageSecrets {
  /** Never rejects: where nothing keeps them, it is `noSecrets`. */
  load(): Promise<ISecretStore>;
}

/** The token of what keeps tokens. */
export const IPageSecrets = new Token<IPageSecrets>(
  'jupyterlab-zenodo-publisher:IPageSecrets',
  'Keeps access tokens for longer than the page, where the user has a secrets manager.'
);

/** The rules of the settings for what is left out. */
export interface IContentsRules {
  /** Patterns in the syntax of `.gitignore`. Never rejects: without settings there are none. */
  load(): Promise<readonly string[]>;
}

/** The token of the rules. */
export const IContentsRules = new Token<IContentsRules>(
  'jupyterlab-zenodo-publisher:IContentsRules',
  'The rules of the settings for what is left out of a publication.'
);

/** The setting for the way in which files travel. */
export interface ITransferSettings {
  /** Never rejects: without settings it is what fits. */
  load(): Promise<TransferMode>;
}

/** The token of the setting. */
export const ITransferSettings = new Token<ITransferSettings>(
  'jupyterlab-zenodo-publisher:ITransferSettings',
  'How files travel: through the browser, or from Jupyter’s server.'
);

/** What the settings want to stand in every record, unless it says otherwise. */
export interface IMetadataSettings {
  /** Never rejects: without settings there is nothing. */
  load(): Promise<IMetadataDefaults>;
}

/** The token of the settings of metadata. */
export const IMetadataSettings = new Token<IMetadataSettings>(
  'jupyterlab-zenodo-publisher:IMetadataSettings',
  'What the settings want to stand in every record.'
);
