import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { domain, IPageExchange } from './tokens';

/** Lets users sign in on the sites' own pages. */
export const signIn: JupyterFrontEndPlugin<IPageExchange> = {
  id: 'jupyterlab-zenodo-publisher:signin',
  description:
    'Lets users sign in on the sites’ own pages, where the server extension is set up for it.',
  autoStart: true,
  provides: IPageExchange,
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    translator: ITranslator | null
  ): IPageExchange => ({
    load: async () => {
      const { JupyterServer } = await import('../jupyter/jupyterServer');
      return new JupyterServer({
        serverSettings: app.serviceManager.serverSettings,
        mode: 'auto',
        trans: (translator ?? nullTranslator).load(domain)
      });
    }
  })
};
