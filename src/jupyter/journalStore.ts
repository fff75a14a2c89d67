import type { Workspace } from '@jupyterlab/services';
import type { ReadonlyPartialJSONValue } from '@lumino/coreutils';
import type { IJournalStore } from '../core/publish/journal';
import type { IJournalDocument } from '../core/publish/journalDocument';
import type { ITranslator } from '../core/text';
import { JournalNotSavedError, JupyterServerError, statusOf } from './errors';

/** The name of our document among the server's workspaces. */
export const journalWorkspace = 'jupyterlab-zenodo-publisher-journal';

/** The key of the journal in the document's data. */
const journalKey = 'jupyterlab-zenodo-publisher:journal';

/**
 * Keeps the journal on Jupyter's server as a document of its own among the
 * workspaces: the same for every tab, browser and front end of that server. In
 * JupyterLite the browser keeps it.
 */
export class WorkspaceJournalStore implements IJournalStore {
  constructor(options: WorkspaceJournalStore.IOptions) {
    this._workspaces = options.workspaces;
    this._trans = options.trans;
  }

  /**
   * The document, or null where there is none yet.
   *
   * @throws JupyterServerError
   */
  async load(): Promise<unknown> {
    try {
      const workspace = await this._workspaces.fetch(journalWorkspace);
      return workspace?.data?.[journalKey] ?? null;
    } catch (error) {
      if (statusOf(error) === 404) {
        return null;
      }
      throw new JupyterServerError(
        this._trans.__(
          'Jupyter did not give the list of your publications. Nothing was changed.'
        ),
        statusOf(error),
        { cause: error }
      );
    }
  }

  /**
   * Store the document; resolved when the server has stored it.
   *
   * @throws JournalNotSavedError
   */
  async save(document: IJournalDocument): Promise<void> {
    try {
      await this._workspaces.save(journalWorkspace, {
        metadata: { id: journalWorkspace },
        data: { [journalKey]: document as unknown as ReadonlyPartialJSONValue }
      } as Workspace.IWorkspace);
    } catch (error) {
      throw new JournalNotSavedError(
        this._trans.__(
          'Jupyter could not note down how far the publication is. It stops here, so that nothing happens twice.'
        ),
        statusOf(error),
        { cause: error }
      );
    }
  }

  private readonly _workspaces: WorkspaceJournalStore.IOptions['workspaces'];
  private readonly _trans: ITranslator;
}

export namespace WorkspaceJournalStore {
  export interface IOptions {
    readonly workspaces: Pick<Workspace.IManager, 'fetch' | 'save'>;
    readonly trans: ITranslator;
  }
}
