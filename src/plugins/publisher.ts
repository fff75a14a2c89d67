import {
  ILabShell,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { withDriveFolder } from '../jupyter/drivePaths';
import { IZenodoPublisher } from '../tokens';
import { PublicationPanels } from './panels';
import { makeAccess } from './access';
import {
  domain,
  IContentsRules,
  IMetadataSettings,
  IPageAccess,
  IPublicationPanels,
  IPublicationSites,
  ITransferSettings
} from './tokens';

const openPublications = 'zenodo-publisher:open-publications';

/** Opens the panels in which files are published. */
export const panels: JupyterFrontEndPlugin<IPublicationPanels> = {
  id: 'jupyterlab-zenodo-publisher:panels',
  description: 'Opens the panels in which files are published.',
  autoStart: true,
  provides: IPublicationPanels,
  requires: [IDocumentManager],
  optional: [
    IPageAccess,
    ILabShell,
    IPublicationSites,
    IContentsRules,
    IMetadataSettings,
    ITransferSettings,
    IStateDB,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    documentManager: IDocumentManager,
    access: IPageAccess | null,
    labShell: ILabShell | null,
    sites: IPublicationSites | null,
    rules: IContentsRules | null,
    defaults: IMetadataSettings | null,
    transfers: ITransferSettings | null,
    state: IStateDB | null,
    translator: ITranslator | null
  ): IPublicationPanels => {
    const trans = (translator ?? nullTranslator).load(domain);
    const own = access ?? makeAccess(app, trans);
    return new PublicationPanels({
      shell: app.shell,
      area: labShell ? 'main' : 'right',
      toPath: path => withDriveFolder(path, app.serviceManager.contents),
      create: async (selection, id, version) => {
        const { createPanel } = await import('./createPanel');
        return createPanel({
          selection,
          id,
          version,
          showInList: (site, record) =>
            // The list can be disabled.
            app.commands.hasCommand(openPublications)
              ? void app.commands.execute(openPublications, { site, record })
              : undefined,
          documentManager,
          widgets: () => app.shell.widgets('main'),
          services: app.serviceManager,
          sites,
          rules,
          defaults,
          transfers,
          access: own,
          state,
          trans
        });
      }
    });
  }
};

/** Lets other extensions publish. */
export const publisher: JupyterFrontEndPlugin<IZenodoPublisher> = {
  id: 'jupyterlab-zenodo-publisher:publisher',
  description: 'Lets other extensions open the panel that publishes to Zenodo.',
  autoStart: true,
  provides: IZenodoPublisher,
  requires: [IPublicationPanels],
  activate: (_app, panels: IPublicationPanels): IZenodoPublisher => ({
    open: async paths => {
      await panels.open(paths);
    }
  })
};
