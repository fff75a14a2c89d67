import type { ISecretsManager } from 'jupyter-secrets-manager';
import type { IKeptSecret, ISecretStore } from '../core/signIn/secretStore';
import { readOwnTokens } from '../core/signIn/tokens';
import { asObject } from '../core/zenodo/parse';

/** Tokens with `jupyter-secrets-manager`, one secret for each site. */
export class ManagedSecrets implements ISecretStore {
  constructor(private readonly _options: ManagedSecrets.IOptions) {}

  async load(siteUrl: string): Promise<IKeptSecret | null> {
    const { manager, key, namespace } = this._options;
    const secret = await manager.get(key, namespace, siteUrl);
    return secret ? readSecret(secret.value) : null;
  }

  async save(siteUrl: string, secret: IKeptSecret): Promise<void> {
    const { manager, key, namespace } = this._options;
    const value = JSON.stringify(secret);
    await manager.set(key, namespace, siteUrl, {
      ...{ namespace, id: siteUrl, value }
    });
    // A connector need not be able to save, and the manager says nothing then.
    const saved = await manager.get(key, namespace, siteUrl);
    if (saved?.value !== value) {
      throw new Error('The secrets manager did not keep the token.');
    }
  }

  async remove(siteUrl: string): Promise<void> {
    const { manager, key, namespace } = this._options;
    await manager.remove(key, namespace, siteUrl);
    if (await this.load(siteUrl)) {
      throw new Error('The secrets manager did not remove the token.');
    }
  }
}

export namespace ManagedSecrets {
  export interface IOptions {
    readonly manager: Pick<ISecretsManager, 'get' | 'set' | 'remove'>;
    /** What the manager gave to the plugin whose id is the namespace. */
    readonly key: symbol;
    readonly namespace: string;
  }
}

/** Null = it is none of ours. */
function readSecret(value: string): IKeptSecret | null {
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return null;
  }
  const { tokens: kept, isPasted } = asObject(read);
  const tokens = readOwnTokens(kept);
  return tokens && { tokens, isPasted: isPasted !== false };
}
