import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IContentsRules } from './tokens';

/** Gives the rules of the settings for what is left out. */
export const contents: JupyterFrontEndPlugin<IContentsRules> = {
  id: 'jupyterlab-zenodo-publisher:contents',
  description: 'Gives the rules of the settings for what is left out.',
  autoStart: true,
  provides: IContentsRules,
  optional: [ISettingRegistry],
  activate: (_app, registry: ISettingRegistry | null): IContentsRules => ({
    load: async () => {
      const { loadIgnored } = await import('../jupyter/settings');
      return loadIgnored({ registry, plugin: contents.id });
    }
  })
};
