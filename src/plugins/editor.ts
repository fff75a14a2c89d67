import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { WidgetTracker } from '@jupyterlab/apputils';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { EditWidget } from './editWidget';
import { makeAccess } from './access';
import { domain, editCommand, IPageAccess, IPublicationSites } from './tokens';

/** Opens the panels in which the details of records are changed. */
export const editor: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:editor',
  description: 'Opens the panel that changes the details of a Zenodo record.',
  autoStart: true,
  optional: [
    IPageAccess,
    IPublicationSites,
    IStateDB,
    ILabShell,
    ILayoutRestorer,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    access: IPageAccess | null,
    sites: IPublicationSites | null,
    state: IStateDB | null,
    labShell: ILabShell | null,
    layout: ILayoutRestorer | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load(domain);
    const own = access ?? makeAccess(app, trans);
    const tracker = new WidgetTracker<EditWidget>({
      namespace: 'zenodo-details'
    });
    app.commands.addCommand(editCommand, {
      label: trans.__('Edit the Details of a Zenodo Record'),
      isVisible: args => Boolean(args.record),
      describedBy: {
        args: {
          type: 'object',
          required: ['site', 'record'],
          properties: {
            site: {
              type: 'string',
              description: trans.__('The id of the site in the settings.')
            },
            record: {
              type: 'string',
              description: trans.__('The id of the record on that site.')
            }
          }
        }
      },
      execute: async args => {
        const siteId = String(args.site);
        const recordId = String(args.record);
        const isIt = (one: EditWidget) =>
          one.siteId === siteId && one.recordId === recordId;
        if (!tracker.find(isIt)) {
          const { createEditor } = await import('./createEditor');
          const made = await createEditor({
            ...{ siteId, recordId, sites, state, trans },
            access: own
          });
          // Pressed twice, it is still one.
          if (made && tracker.find(isIt)) {
            made.dispose();
          } else if (made) {
            // Jupyter Notebook's main area holds one widget, and drops others.
            app.shell.add(made, labShell ? 'main' : 'right', { rank: 1000 });
            await tracker.add(made);
          }
        }
        const widget = tracker.find(isIt);
        if (widget) {
          app.shell.activateById(widget.id);
        }
      }
    });
    void layout?.restore(tracker, {
      command: editCommand,
      args: ({ siteId, recordId }) => ({ site: siteId, record: recordId }),
      name: ({ siteId, recordId }) => `${siteId}:${recordId}`,
      when: app.serviceManager.ready
    });
  }
};
