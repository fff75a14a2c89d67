import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import { IZenodoPublisher } from '../tokens';
import { publishIcon } from '../ui/icons';
import { domain } from './tokens';

namespace CommandIDs {
  export const publish = 'zenodo-publisher:publish';
}

/** Adds the command that publishes: to the palette here, to menus by its schema. */
export const commands: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-zenodo-publisher:commands',
  description:
    'Adds the command that publishes to Zenodo to the menus, the notebook toolbar and the command palette.',
  autoStart: true,
  requires: [IZenodoPublisher],
  optional: [
    IFileBrowserFactory,
    INotebookTracker,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    publisher: IZenodoPublisher,
    browsers: IFileBrowserFactory | null,
    notebooks: INotebookTracker | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load(domain);
    const selected = () =>
      Array.from(
        browsers?.tracker.currentWidget?.selectedItems() ?? [],
        item => item.path
      );
    const notebook = () => {
      const path = notebooks?.currentWidget?.context.path;
      return path ? [path] : [];
    };
    const isInNotebook = () =>
      !!notebooks?.currentWidget &&
      notebooks.currentWidget === app.shell.currentWidget;
    const pathsOf = (args: ReadonlyPartialJSONObject): string[] => {
      if (Array.isArray(args.paths)) {
        return args.paths.filter(path => typeof path === 'string');
      }
      if (args.from === 'notebook') {
        return notebook();
      }
      if (args.from === 'files') {
        return selected();
      }
      const first = isInNotebook() ? notebook() : selected();
      return first.length > 0 ? first : notebook();
    };

    app.commands.addCommand(CommandIDs.publish, {
      label: trans.__('Publish to Zenodo…'),
      caption: trans.__('Publish notebooks with a DOI and a Binder badge'),
      icon: publishIcon,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            paths: {
              type: 'array',
              items: { type: 'string' },
              description: trans.__(
                'The files and folders to publish. By default the current notebook, else what is selected in the file browser.'
              )
            },
            from: {
              type: 'string',
              oneOf: [{ const: 'notebook' }, { const: 'files' }],
              description: trans.__(
                'Without paths: take the current notebook, or what is selected in the file browser.'
              )
            }
          }
        }
      },
      isEnabled: args => pathsOf(args).length > 0,
      execute: args => publisher.open(pathsOf(args))
    });
    palette?.addItem({
      command: CommandIDs.publish,
      category: trans.__('Zenodo')
    });
    const update = () => app.commands.notifyCommandChanged(CommandIDs.publish);
    notebooks?.currentChanged.connect(update, commands);
    browsers?.tracker.currentChanged.connect(update, commands);
  }
};
