import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IMetadataSettings } from './tokens';

/** Gives what the settings want to stand in records. */
export const metadata: JupyterFrontEndPlugin<IMetadataSettings> = {
  id: 'jupyterlab-zenodo-publisher:metadata',
  description: 'Gives what the settings want to stand in records.',
  autoStart: true,
  provides: IMetadataSettings,
  optional: [ISettingRegistry],
  activate: (_app, registry: ISettingRegistry | null): IMetadataSettings => ({
    load: async () => {
      const { loadDefaults } = await import('../jupyter/settings');
      return loadDefaults({ registry, plugin: metadata.id });
    }
  })
};
