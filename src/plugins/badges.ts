import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import { makeAccess } from './access';
import { domain, IPageAccess, IPublicationSites } from './tokens';

namespace CommandIDs {
  export const insert = 'zenodo-publisher:insert-badge';
  export const remove = 'zenodo-publisher:remove-badge';
}

/** Adds the commands for the badge of a notebook whose record is known. */
export const badges: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:badges',
  description:
    'Adds the commands that put the badge of its record into a notebook, or take it out.',
  autoStart: true,
  requires: [IDocumentManager],
  optional: [
    IPageAccess,
    IPublicationSites,
    INotebookTracker,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    documentManager: IDocumentManager,
    access: IPageAccess | null,
    sites: IPublicationSites | null,
    notebooks: INotebookTracker | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load(domain);
    const own = access ?? makeAccess(app, trans);
    const pathOf = ({ path }: ReadonlyPartialJSONObject) =>
      typeof path === 'string'
        ? path
        : (notebooks?.currentWidget?.context.path ?? '');
    const add = (id: string, label: string, how: 'insert' | 'remove') => {
      app.commands.addCommand(id, {
        label,
        describedBy: {
          args: {
            type: 'object',
            properties: {
              path: {
                type: 'string',
                description: trans.__(
                  'The notebook. By default the current one.'
                )
              }
            }
          }
        },
        isEnabled: args => pathOf(args) !== '',
        execute: async args => {
          const { changeBadge } = await import('./createBadges');
          await changeBadge(
            {
              documentManager,
              widgets: () => app.shell.widgets('main'),
              services: app.serviceManager,
              sites,
              access: own,
              trans
            },
            pathOf(args),
            how
          );
        }
      });
      palette?.addItem({ command: id, category: trans.__('Zenodo') });
    };
    add(CommandIDs.insert, trans.__('Insert Binder Badge…'), 'insert');
    add(CommandIDs.remove, trans.__('Remove Binder Badge…'), 'remove');
    notebooks?.currentChanged.connect(() => {
      app.commands.notifyCommandChanged(CommandIDs.insert);
      app.commands.notifyCommandChanged(CommandIDs.remove);
    }, badges);
  }
};
