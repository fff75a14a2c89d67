import type { ITokens } from './tokens';

/** The tokens of this page that can be renewed: what `Renewer` needs of the wallet. */
export interface IKeyring {
  /** The token for a site; null = nobody is signed in there. */
  tokenOf(siteUrl: string): string | null;
  /** What a sign-in gave for a site; null = the token there was pasted, or there is none. */
  tokensOf(siteUrl: string): ITokens | null;
  /** Whether the present token took the place of this one, in the same sign-in. */
  isFormer(siteUrl: string, token: string): boolean;
  /** The same sign-in goes on with other tokens. */
  renewed(siteUrl: string, tokens: ITokens): void;
}
