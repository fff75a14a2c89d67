import {
  ILabShell,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { publishIcon } from '../ui/icons';
import type { OpenRecordWidget } from './openRecordWidget';
import { makeAccess } from './access';
import {
  domain,
  IPageAccess,
  IPublicationPanels,
  IPublicationSites
} from './tokens';

namespace CommandIDs {
  export const open = 'zenodo-publisher:open-record';
  export const goTo = 'filebrowser:go-to-path';
}

/** Adds the command that opens a published record in a new folder. */
export const openRecord: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:records',
  description: 'Opens published records into new folders, by DOI or address.',
  autoStart: true,
  requires: [IPublicationPanels],
  optional: [
    IFileBrowserFactory,
    IPageAccess,
    IPublicationSites,
    ILabShell,
    IStateDB,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    panels: IPublicationPanels,
    browsers: IFileBrowserFactory | null,
    access: IPageAccess | null,
    sites: IPublicationSites | null,
    labShell: ILabShell | null,
    state: IStateDB | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load(domain);
    const own = access ?? makeAccess(app, trans);
    const opened = new Set<OpenRecordWidget>();
    const text = (value: unknown) =>
      typeof value === 'string' ? value : undefined;
    app.commands.addCommand(CommandIDs.open, {
      label: trans.__('Open a Zenodo record here…'),
      caption: trans.__(
        'Download a published record into a new folder, ready to run'
      ),
      icon: publishIcon,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            record: {
              type: 'string',
              description: trans.__(
                'The DOI or address of the record. Without it, it is asked for.'
              )
            },
            path: {
              type: 'string',
              description: trans.__(
                'The folder in which the new one is made: by default that of the file browser.'
              )
            }
          }
        }
      },
      execute: async args => {
        const parent =
          text(args.path) ?? browsers?.tracker.currentWidget?.model.path ?? '';
        const { createOpenRecord } = await import('./createOpenRecord');
        const widget = await createOpenRecord({
          services: app.serviceManager,
          ...{ parent, sites, state, trans },
          access: own,
          show: async path => {
            if (app.commands.hasCommand(CommandIDs.goTo)) {
              await app.commands.execute(CommandIDs.goTo, { path });
            }
          },
          publish: async paths => {
            await panels.open(paths);
          }
        });
        // One that waits for its question makes room for the one that has it.
        opened.forEach(other => other.closeIfIdle());
        opened.add(widget);
        widget.disposed.connect(() => opened.delete(widget));
        // In Jupyter Notebook the main area holds one widget and drops others.
        app.shell.add(widget, labShell ? 'main' : 'right', { rank: 1000 });
        app.shell.activateById(widget.id);
        const record = text(args.record);
        if (record !== undefined) {
          void widget.lookUp(record);
        }
      }
    });
    palette?.addItem({
      command: CommandIDs.open,
      category: trans.__('Zenodo')
    });
  }
};
