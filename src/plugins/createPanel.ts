import '../../style/panel.css';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { ServiceManager } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';
import type { Widget } from '@lumino/widgets';
import type { ITranslator } from '../core/text';
import type { IVersionChoices } from '../session/versionState';
import { createSession } from './createSession';
import { Dialogs } from './dialogs';
import { PublicationPanel } from './panelWidget';
import type {
  IContentsRules,
  IMetadataSettings,
  IPageAccess,
  IPublicationSites,
  ITransferSettings
} from './tokens';

/** What a panel is made of. */
export interface ICreateOptions {
  readonly selection: readonly string[];
  /** The publication to go on with. */
  readonly id?: string;
  /** What it becomes of a record that is there; by default what fits. */
  readonly version?: IVersionChoices;
  /** Show a record among all publications, with what can be done with it. */
  readonly showInList: (siteUrl: string, recordId: string) => void;
  readonly documentManager: IDocumentManager;
  /** The widgets that are open in the main area. */
  readonly widgets: () => Iterable<Widget>;
  readonly services: ServiceManager.IManager;
  readonly sites: IPublicationSites | null;
  readonly rules: IContentsRules | null;
  readonly defaults: IMetadataSettings | null;
  /** Null = all files travel through the browser. */
  readonly transfers: ITransferSettings | null;
  /** The access tokens that all panels share. */
  readonly access: IPageAccess;
  readonly state: IStateDB | null;
  readonly trans: ITranslator;
}

/**
 * Make the panel of a publication and begin to read its files. Everything heavy
 * comes with this file, when the first panel is opened.
 */
export async function createPanel(
  options: ICreateOptions
): Promise<PublicationPanel> {
  const { trans } = options;
  const dialogs = new Dialogs({ trans });
  const session = await createSession({ ...options, dialogs });
  return new PublicationPanel({
    session,
    trans,
    confirmLeave: () => dialogs.confirmLeave(),
    release: () => session.dispose()
  });
}
