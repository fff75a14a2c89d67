import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ITranslator,
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';
import type { IAccess } from './createAccess';
import { domain, IPageAccess, IPageExchange } from './tokens';

/** Holds the access tokens of this page, in memory only. */
export const access: JupyterFrontEndPlugin<IPageAccess> = {
  id: 'jupyterlab-zenodo-publisher:access',
  description:
    'Holds the access tokens of this page, in memory only, and talks to the sites with them.',
  autoStart: true,
  provides: IPageAccess,
  optional: [IPageExchange, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    exchange: IPageExchange | null,
    translator: ITranslator | null
  ): IPageAccess =>
    makeAccess(app, (translator ?? nullTranslator).load(domain), exchange)
};

/** For panels without the plugin, too: then each kind of panel has its own. */
export function makeAccess(
  app: JupyterFrontEnd,
  trans: TranslationBundle,
  exchange: IPageExchange | null = null
): IPageAccess {
  let made: Promise<IAccess> | null = null;
  const make = async () => {
    const { createAccess } = await import('./createAccess');
    const { baseUrl } = app.serviceManager.serverSettings;
    const server = (await exchange?.load()) ?? null;
    return createAccess(server, baseUrl, trans);
  };
  return { load: () => (made ??= make()) };
}
