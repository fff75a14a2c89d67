import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ITranslator,
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';
import type { createAccess } from './createAccess';
import {
  domain,
  IPageAccess,
  IPageExchange,
  IPageSecrets,
  IPublicationSites
} from './tokens';

/** Holds the access tokens of this page. */
export const access: JupyterFrontEndPlugin<IPageAccess> = {
  id: 'jupyterlab-zenodo-publisher:access',
  description:
    'Holds the access tokens of this page, and talks to the sites with them.',
  autoStart: true,
  provides: IPageAccess,
  optional: [IPageExchange, IPageSecrets, IPublicationSites, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    exchange: IPageExchange | null,
    secrets: IPageSecrets | null,
    sites: IPublicationSites | null,
    translator: ITranslator | null
  ): IPageAccess =>
    makeAccess(app, (translator ?? nullTranslator).load(domain), {
      ...{ exchange, secrets, sites }
    })
};

/** What else an access uses, where it is there. */
interface IHelpers {
  readonly exchange?: IPageExchange | null;
  readonly secrets?: IPageSecrets | null;
  /** Whose tokens may be kept. */
  readonly sites?: IPublicationSites | null;
}

/** For panels without the plugin, too: then each kind of panel has its own. */
export function makeAccess(
  app: JupyterFrontEnd,
  trans: TranslationBundle,
  { exchange, secrets, sites }: IHelpers = {}
): IPageAccess {
  let made: Promise<ReturnType<typeof createAccess>> | null = null;
  const make = async () => {
    const { createAccess } = await import('./createAccess');
    const { baseUrl } = app.serviceManager.serverSettings;
    const server = (await exchange?.load()) ?? null;
    return createAccess({
      ...{ server, baseUrl, trans },
      store: await secrets?.load()
    });
  };
  return {
    load: async () => {
      const { access, kept } = await (made ??= make());
      if (secrets && sites) {
        // Nobody waits for it: a panel shows who is signed in when that is known.
        const takeAll = async () =>
          (await sites.load()).all.forEach(site => void kept.take(site));
        void takeAll();
      }
      return access;
    }
  };
}
