import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { domain, IPublicationPanels } from './tokens';

namespace CommandIDs {
  export const restore = 'zenodo-publisher:restore-panel';
}

/** Opens the panels of publications again after the page was reloaded. */
export const restorer: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:restorer',
  description: 'Opens the panels of publications again after a reload.',
  autoStart: true,
  requires: [IPublicationPanels],
  // Jupyter Notebook has none: its pages show one document each.
  optional: [ILayoutRestorer, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    panels: IPublicationPanels,
    layout: ILayoutRestorer | null,
    translator: ITranslator | null
  ): void => {
    if (!layout) {
      return;
    }
    const trans = (translator ?? nullTranslator).load(domain);
    app.commands.addCommand(CommandIDs.restore, {
      label: trans.__('Restore a Publication'),
      isVisible: () => false,
      describedBy: {
        args: {
          type: 'object',
          required: ['id', 'paths'],
          properties: {
            id: {
              type: 'string',
              description: trans.__('The id of the publication.')
            },
            paths: {
              type: 'array',
              items: { type: 'string' },
              description: trans.__('The files and folders to publish.')
            }
          }
        }
      },
      execute: async args => {
        const paths = args.paths as string[];
        return panels.open(paths, String(args.id));
      }
    });
    void layout.restore(panels.tracker, {
      command: CommandIDs.restore,
      args: ({ publicationId, paths }) => ({
        id: publicationId,
        paths: [...paths]
      }),
      name: ({ publicationId }) => publicationId,
      when: app.serviceManager.ready
    });
  }
};
