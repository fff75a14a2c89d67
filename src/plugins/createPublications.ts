import '../../style/panel.css';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { ServiceManager } from '@jupyterlab/services';
import type { Widget } from '@lumino/widgets';
import { systemClock } from '../core/clock';
import { selectionKey } from '../core/selection';
import type { ITranslator } from '../core/text';
import { FetchHttp } from '../core/zenodo/fetchHttp';
import { copyToClipboard } from '../jupyter/clipboard';
import { ContentsFiles } from '../jupyter/contentsFiles';
import { WorkspaceJournalStore } from '../jupyter/journalStore';
import { OpenDocuments } from '../jupyter/openDocuments';
import { loadSites } from '../jupyter/settings';
import { WorkingFiles } from '../jupyter/workingFiles';
import { lockedPublications } from '../session/claim';
import type { IPanelsPort } from '../session/publications/ports';
import { PublicationsSession } from '../session/publications/session';
import type { IWallet } from '../session/wallet';
import { PublicationsDialogs } from './publicationsDialogs';
import { PublicationsWidget } from './publicationsWidget';
import type { IPublicationPanels, IPublicationSites } from './tokens';

/** What the side panel is made of. */
export interface IPublicationsOptions {
  readonly panels: IPublicationPanels;
  readonly documentManager: IDocumentManager;
  /** The widgets that are open in the main area. */
  readonly widgets: () => Iterable<Widget>;
  readonly services: ServiceManager.IManager;
  readonly sites: IPublicationSites | null;
  /** The access tokens that all panels share. */
  readonly wallet: IWallet;
  readonly trans: ITranslator;
}

/** Make the side panel of publications. Everything heavy comes with this file. */
export async function createPublications(
  options: IPublicationsOptions
): Promise<PublicationsWidget> {
  const { panels, documentManager, services, sites, wallet, trans } = options;
  const { contents, serverSettings, workspaces } = services;
  const documents = new OpenDocuments({
    manager: documentManager,
    widgets: options.widgets,
    trans
  });
  const session = new PublicationsSession({
    files: new ContentsFiles({ contents, serverSettings, trans }),
    writer: new WorkingFiles({ contents, documents, trans }),
    http: new FetchHttp(),
    clock: systemClock,
    journal: new WorkspaceJournalStore({ workspaces, trans }),
    dialogs: new PublicationsDialogs({ trans }),
    wallet,
    sites: await (sites?.load() ??
      loadSites({ registry: null, plugin: '', trans })),
    panels: panelsPort(panels),
    atWork: lockedPublications,
    trans,
    copy: copyToClipboard
  });
  return new PublicationsWidget({ session, trans });
}

/** The panels, one for each selection: one that shows another publication makes room. */
export function panelsPort(panels: IPublicationPanels): IPanelsPort {
  const makeRoom = (
    selection: readonly string[],
    isRight: (id: string) => boolean
  ) => {
    const key = selectionKey(selection);
    const there = panels.tracker.find(
      panel => selectionKey(panel.paths) === key
    );
    if (there && !isRight(there.publicationId)) {
      // While an upload runs it asks first, and stays when that is refused.
      there.close();
    }
  };
  return {
    resume: async (selection, id) => {
      makeRoom(selection, other => other === id);
      await panels.open(selection, id);
    },
    openNext: async (selection, id) => {
      makeRoom(selection, other => other !== id);
      await panels.open(selection);
    },
    opened: () => {
      const ids = new Set<string>();
      panels.tracker.forEach(panel => ids.add(panel.publicationId));
      return ids;
    }
  };
}
