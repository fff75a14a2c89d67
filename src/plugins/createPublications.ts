import '../../style/panel.css';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { ServiceManager } from '@jupyterlab/services';
import type { Widget } from '@lumino/widgets';
import { systemClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import { copyToClipboard } from '../jupyter/clipboard';
import { ContentsFiles } from '../jupyter/contentsFiles';
import { WorkspaceJournalStore } from '../jupyter/journalStore';
import { OpenDocuments } from '../jupyter/openDocuments';
import { loadSites } from '../jupyter/settings';
import { WorkingFiles } from '../jupyter/workingFiles';
import { lockedPublications } from '../session/claim';
import { PublicationsSession } from '../session/publications/session';
import { panelsPort } from './panelsPort';
import { PublicationsDialogs } from './publicationsDialogs';
import { PublicationsWidget } from './publicationsWidget';
import type {
  IContentsRules,
  IPageAccess,
  IPublicationPanels,
  IPublicationSites
} from './tokens';

/** What the side panel is made of. */
export interface IPublicationsOptions {
  readonly panels: IPublicationPanels;
  /** The publications that have, or had, a panel in this page. */
  readonly opened: Set<string>;
  readonly documentManager: IDocumentManager;
  /** Open the panel in which a record's details are changed. */
  readonly edit: (siteId: string, recordId: string) => Promise<void>;
  /** The widgets that are open in the main area. */
  readonly widgets: () => Iterable<Widget>;
  readonly services: ServiceManager.IManager;
  readonly sites: IPublicationSites | null;
  readonly rules: IContentsRules | null;
  /** The access tokens that all panels share. */
  readonly access: IPageAccess;
  readonly trans: ITranslator;
  /** Opens a record into a new folder; null = that is not offered. */
  readonly openRecord: ((address?: string) => void) | null;
}

/** Make the side panel of publications. Everything heavy comes with this file. */
export async function createPublications(
  options: IPublicationsOptions
): Promise<PublicationsWidget> {
  const { trans } = options;
  return new PublicationsWidget({ session: await createList(options), trans });
}

/** Make the list, with Jupyter behind its ports. */
async function createList(
  options: IPublicationsOptions
): Promise<PublicationsSession> {
  const { panels, documentManager, services, sites, access, trans } = options;
  const { contents, serverSettings, workspaces } = services;
  const documents = new OpenDocuments({
    manager: documentManager,
    widgets: options.widgets,
    trans
  });
  return new PublicationsSession({
    files: new ContentsFiles({ contents, serverSettings, trans }),
    writer: new WorkingFiles({ contents, documents, trans }),
    ...(await access.load()),
    clock: systemClock,
    journal: new WorkspaceJournalStore({ workspaces, trans }),
    dialogs: new PublicationsDialogs({ trans }),
    sites: await (sites?.load() ??
      loadSites({ registry: null, plugin: '', trans })),
    panels: panelsPort(panels, options.opened, options.edit),
    ignored: (await options.rules?.load()) ?? [],
    atWork: lockedPublications,
    trans,
    copy: copyToClipboard,
    openRecord: options.openRecord
  });
}
