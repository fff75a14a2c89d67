import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { publishIcon } from '../ui/icons';
import type { PublicationsWidget } from './publicationsWidget';
import { makeAccess } from './access';
import {
  domain,
  editCommand,
  IContentsRules,
  IPageAccess,
  IPublicationPanels,
  IPublicationSites
} from './tokens';

namespace CommandIDs {
  export const open = 'zenodo-publisher:open-publications';
  export const openRecord = 'zenodo-publisher:open-record';
}

/** Adds the side panel in which all publications are listed. It is made when it is opened first. */
export const publications: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:publications',
  description:
    'Adds the side panel that lists drafts and records, and what can be done with them.',
  autoStart: true,
  requires: [IPublicationPanels, IDocumentManager],
  optional: [
    IPageAccess,
    IPublicationSites,
    ICommandPalette,
    ILayoutRestorer,
    ITranslator,
    IContentsRules
  ],
  activate: (
    app: JupyterFrontEnd,
    panels: IPublicationPanels,
    documentManager: IDocumentManager,
    access: IPageAccess | null,
    sites: IPublicationSites | null,
    palette: ICommandPalette | null,
    layout: ILayoutRestorer | null,
    translator: ITranslator | null,
    rules: IContentsRules | null
  ): void => {
    const trans = (translator ?? nullTranslator).load(domain);
    const own = access ?? makeAccess(app, trans);
    const tracker = new WidgetTracker<PublicationsWidget>({
      namespace: 'zenodo-publications'
    });
    // Whose panels were here, also before this one is made: their last sign of
    // life in the journal is not another page's.
    const opened = new Set<string>();
    panels.tracker.widgetAdded.connect((_tracker, panel) => {
      opened.add(panel.publicationId);
    });
    const make = async () => {
      const { createPublications } = await import('./createPublications');
      const widget = await createPublications({
        panels,
        opened,
        documentManager,
        edit: async (site, record) => {
          await app.commands.execute(editCommand, { site, record });
        },
        widgets: () => app.shell.widgets('main'),
        services: app.serviceManager,
        sites,
        rules,
        access: own,
        trans,
        openRecord: app.commands.hasCommand(CommandIDs.openRecord)
          ? record =>
              void app.commands.execute(
                CommandIDs.openRecord,
                record === undefined ? {} : { record }
              )
          : null
      });
      app.shell.add(widget, 'left', { rank: 650 });
      await tracker.add(widget);
      return widget;
    };
    let making: Promise<PublicationsWidget> | null = null;
    app.commands.addCommand(CommandIDs.open, {
      label: trans.__('Zenodo Publications'),
      caption: trans.__('Your drafts and records, and what can be done'),
      icon: publishIcon,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            activate: {
              type: 'boolean',
              description: trans.__('Whether to go to the panel: default.')
            },
            site: {
              type: 'string',
              description: trans.__('The address of a site.')
            },
            record: {
              type: 'string',
              description: trans.__(
                'The id of a record of that site, to be shown with what can be done.'
              )
            }
          }
        }
      },
      execute: async args => {
        const there = tracker.find(() => true);
        making ??= there ? null : make();
        try {
          const widget = there ?? (await making);
          const { site, record } = args;
          if (typeof site === 'string' && typeof record === 'string') {
            widget?.reveal(site, record);
          }
          if (widget && args.activate !== false) {
            app.shell.activateById(widget.id);
          }
        } finally {
          making = null;
        }
      }
    });
    palette?.addItem({
      command: CommandIDs.open,
      category: trans.__('Zenodo')
    });
    void layout?.restore(tracker, {
      command: CommandIDs.open,
      args: () => ({ activate: false }),
      name: () => 'panel',
      when: app.serviceManager.ready
    });
  }
};
