import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { domain, IPublicationSites } from './tokens';

/** Offers the sites that the settings add to Zenodo and its sandbox. */
export const sites: JupyterFrontEndPlugin<IPublicationSites> = {
  id: 'jupyterlab-zenodo-publisher:sites',
  description: 'Adds sites to publish to from the settings.',
  autoStart: true,
  provides: IPublicationSites,
  optional: [ISettingRegistry, ITranslator],
  activate: (
    _app,
    registry: ISettingRegistry | null,
    translator: ITranslator | null
  ): IPublicationSites => {
    const trans = (translator ?? nullTranslator).load(domain);
    return {
      load: async () => {
        const { loadSites } = await import('../jupyter/settings');
        return loadSites({ registry, plugin: sites.id, trans });
      }
    };
  }
};
