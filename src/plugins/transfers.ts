import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { TransferMode } from '../core/transfer/jupyterServer';
import { ITransferSettings } from './tokens';

/** Says how files travel: through the browser, or from Jupyter's server. */
export const transfers: JupyterFrontEndPlugin<ITransferSettings> = {
  id: 'jupyterlab-zenodo-publisher:transfers',
  description: 'Gives the setting for the way in which files travel.',
  autoStart: true,
  provides: ITransferSettings,
  optional: [ISettingRegistry],
  activate: (_app, registry: ISettingRegistry | null): ITransferSettings => ({
    load: async (): Promise<TransferMode> => {
      const { loadTransferMode } = await import('../jupyter/settings');
      return loadTransferMode({ registry, plugin: transfers.id });
    }
  })
};
