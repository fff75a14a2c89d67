import { Notification } from '@jupyterlab/apputils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { ServiceManager } from '@jupyterlab/services';
import type { Widget } from '@lumino/widgets';
import '../../style/panel.css';
import { systemClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import { ContentsFiles } from '../jupyter/contentsFiles';
import { WorkspaceJournalStore } from '../jupyter/journalStore';
import { OpenDocuments } from '../jupyter/openDocuments';
import { loadSites } from '../jupyter/settings';
import { WorkingFiles } from '../jupyter/workingFiles';
import {
  insertBadgeInto,
  removeBadgeFrom
} from '../session/publications/notebookBadge';
import type { INotice } from '../session/publications/state';
import { textOf } from '../session/userText';
import { PublicationsDialogs } from './publicationsDialogs';
import type { IPageAccess, IPublicationSites } from './tokens';

/** What changing the badge of a notebook needs. */
export interface IBadgeOptions {
  readonly documentManager: IDocumentManager;
  /** The widgets that are open in the main area. */
  readonly widgets: () => Iterable<Widget>;
  readonly services: ServiceManager.IManager;
  readonly sites: IPublicationSites | null;
  readonly access: IPageAccess;
  readonly trans: ITranslator;
}

/** Put the badge of its record into a notebook, or take it out, and tell what came of it. Never rejects. */
export async function changeBadge(
  options: IBadgeOptions,
  path: string,
  how: 'insert' | 'remove'
): Promise<void> {
  const { documentManager, services, sites, access, trans } = options;
  const { contents, serverSettings, workspaces } = services;
  const documents = new OpenDocuments({
    manager: documentManager,
    widgets: options.widgets,
    trans
  });
  const ports = {
    files: new ContentsFiles({ contents, serverSettings, trans }),
    writer: new WorkingFiles({ contents, documents, trans }),
    http: (await access.load()).http,
    clock: systemClock,
    journal: new WorkspaceJournalStore({ workspaces, trans }),
    dialogs: new PublicationsDialogs({ trans }),
    sites: await (sites?.load() ??
      loadSites({ registry: null, plugin: '', trans })),
    trans
  };
  let notice: INotice | null;
  try {
    notice = await (how === 'insert' ? insertBadgeInto : removeBadgeFrom)(
      ports,
      path
    );
  } catch (error) {
    const text = textOf(error, trans.__('This did not work.'));
    notice = { tone: 'error', text };
  }
  if (notice) {
    Notification.emit(notice.text, notice.tone === 'ok' ? 'success' : 'error', {
      autoClose: notice.tone === 'ok' ? 5000 : false
    });
  }
}
