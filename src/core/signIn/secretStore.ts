import type { ITokens } from './tokens';

/** What is kept of a sign-in. */
export interface IKeptSecret {
  readonly tokens: ITokens;
  /** The user pasted the token: there is nothing to renew it with. */
  readonly isPasted: boolean;
}

/**
 * The port to what may keep tokens for longer than the page does. All of it
 * rejects where that fails, with whatever error it has. Adapters:
 * `ManagedSecrets`; `SecretsOfTest` (tests); `noSecrets`.
 */
export interface ISecretStore {
  /**
   * What is kept for a site; null = nothing.
   *
   * @param siteUrl - as `https://zenodo.org`
   */
  load(siteUrl: string): Promise<IKeptSecret | null>;
  /** Resolved when it is kept, instead of what was. */
  save(siteUrl: string, secret: IKeptSecret): Promise<void>;
  /** Resolved when nothing is kept for the site. */
  remove(siteUrl: string): Promise<void>;
}

const nothingThere = async (): Promise<never> => {
  throw new Error('Nothing here keeps tokens.');
};

/** The port where tokens are in memory only. */
export const noSecrets: ISecretStore = {
  load: nothingThere,
  save: nothingThere,
  remove: nothingThere
};
