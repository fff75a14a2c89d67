import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import type { Token } from '@lumino/coreutils';
import type { ISecretsManager } from 'jupyter-secrets-manager';
import { noSecrets } from '../core/signIn/secretStore';
import { IPageSecrets } from './tokens';

const id = 'jupyterlab-zenodo-publisher:secrets';

/** The namespace of our secrets, and who keeps them. */
interface IClaim {
  readonly key: symbol;
  readonly token: Token<ISecretsManager>;
}

/** Has tokens kept by `jupyter-secrets-manager`, where that extension is there. */
export const secrets: JupyterFrontEndPlugin<IPageSecrets> = {
  id,
  description:
    'Has access tokens kept by the secrets manager of Jupyter, where the extension jupyter-secrets-manager is there.',
  autoStart: true,
  provides: IPageSecrets,
  activate: (app: JupyterFrontEnd): IPageSecrets => {
    const claimed = claim();
    return {
      load: async () => {
        const { key, token } = (await claimed) ?? {};
        const manager = token && (await app.resolveOptionalService(token));
        if (!key || !manager) {
          return noSecrets;
        }
        const { ManagedSecrets } = await import('../jupyter/managedSecrets');
        return new ManagedSecrets({ manager, key, namespace: id });
      }
    };
  }
};

/**
 * Claim our namespace, at once, before anybody else can. The package is shared
 * and comes with that extension alone, so that it is imported here and not at
 * the top: without it, none of our plugins would load. Null = it is not there,
 * or locked.
 */
async function claim(): Promise<IClaim | null> {
  try {
    const { ISecretsManager: token, SecretsManager } =
      await import('jupyter-secrets-manager');
    let key: symbol | null = null;
    SecretsManager.sign(id, given => {
      key = given;
      return { ...secrets };
    });
    return key && { key, token };
  } catch {
    return null;
  }
}
