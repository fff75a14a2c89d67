import { PageConfig } from '@jupyterlab/coreutils';
import { UUID } from '@lumino/coreutils';
import { systemClock } from '../core/clock';
import { noDefaults } from '../core/metadata/sources/defaults';
import type { IJournalStore } from '../core/publish/journal';
import { readJournal } from '../core/publish/journalDocument';
import { selectionKey } from '../core/selection';
import { noServer } from '../core/transfer/jupyterServer';
import { copyToClipboard } from '../jupyter/clipboard';
import { ContentsFiles } from '../jupyter/contentsFiles';
import { FreshKernelRuns } from '../jupyter/freshRun';
import { whoIsIt } from '../jupyter/identity';
import { StateFormStore } from '../jupyter/formStore';
import { JupyterServer } from '../jupyter/jupyterServer';
import { WorkspaceJournalStore } from '../jupyter/journalStore';
import { NotebookKernel } from '../jupyter/kernelPort';
import { SharedFormStore } from '../jupyter/sharedForms';
import { showCell } from '../jupyter/showCell';
import { StateOpenedRecords } from '../jupyter/openedRecords';
import { keptFiles } from '../jupyter/keptFiles';
import { OpenDocuments } from '../jupyter/openDocuments';
import { loadSites } from '../jupyter/settings';
import { WorkerScanner } from '../jupyter/workerScanner';
import { startWorkerSums } from '../jupyter/workerSums';
import { WorkingFiles } from '../jupyter/workingFiles';
import type { IDialogs, ISessionPorts } from '../session/ports';
import { PublicationSession } from '../session/session';
import type { ICreateOptions } from './createPanel';

/** Make the session of a publication, with Jupyter behind its ports. */
export async function createSession(
  options: ICreateOptions & { readonly dialogs: IDialogs }
): Promise<PublicationSession> {
  const {
    documentManager,
    services,
    sites,
    rules,
    defaults,
    state,
    access,
    trans
  } = options;
  const { contents } = services;
  const documents = new OpenDocuments({
    manager: documentManager,
    widgets: options.widgets,
    trans
  });
  const journal = new WorkspaceJournalStore({
    workspaces: services.workspaces,
    trans
  });
  const forms = new StateFormStore({ state });
  const files = new ContentsFiles({
    contents,
    serverSettings: services.serverSettings,
    trans
  });
  const server = await serverOf(options);
  // What a page that was closed in the middle has left; nobody waits for it.
  void keptFiles().sweep();
  const ports: ISessionPorts = {
    files: server?.withHidden(files) ?? files,
    documents,
    writer: new WorkingFiles({ contents, documents, trans }),
    kernelFor: path =>
      new NotebookKernel({ path, services, contents, documents, trans }),
    ...(await access.load()),
    server: server ?? noServer,
    freshKernels: new FreshKernelRuns({ services, contents, trans }),
    clock: systemClock,
    journal,
    forms: new SharedFormStore({ own: forms, workspaces: services.workspaces }),
    opened: new StateOpenedRecords(state),
    dialogs: options.dialogs,
    sites: await (sites?.load() ??
      loadSites({ registry: null, plugin: '', trans })),
    ignored: (await rules?.load()) ?? [],
    defaults: (await defaults?.load()) ?? noDefaults,
    makeScanner: secrets => new WorkerScanner(secrets),
    startSums: () => startWorkerSums(),
    trans,
    copy: copyToClipboard,
    openPath: (path, cell) => {
      const widget = documentManager.openOrReveal(path);
      if (widget && cell !== undefined) {
        void showCell(widget, cell);
      }
    },
    showInList: options.showInList,
    identity: whoIsIt(PageConfig.getOption('serverRoot'))
  };
  const id =
    options.id ??
    (await findUnfinished(journal, options.selection)) ??
    (await forms.find(options.selection)) ??
    UUID.uuid4();
  const { selection, version } = options;
  return new PublicationSession({ ...ports, id, selection, version });
}

/** Jupyter's server; null where the plugin that uses it is disabled. */
async function serverOf({
  services: { serverSettings },
  transfers,
  trans
}: ICreateOptions): Promise<JupyterServer | null> {
  return transfers
    ? new JupyterServer({ serverSettings, mode: await transfers.load(), trans })
    : null;
}

/** The publication of these files that was begun last and has no record yet. */
async function findUnfinished(
  store: IJournalStore,
  selection: readonly string[]
): Promise<string | null> {
  let document: unknown;
  try {
    document = await store.load();
  } catch {
    // It is asked again before anything is sent, and then it matters.
    return null;
  }
  const key = selectionKey(selection);
  const [last] = Object.values(readJournal(document).publications)
    .filter(entry => !entry.record && selectionKey(entry.selection) === key)
    .sort((a, b) => b.updated.localeCompare(a.updated));
  return last?.id ?? null;
}
