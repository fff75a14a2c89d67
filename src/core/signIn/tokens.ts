/** What signing in with a site gives, and what the exchange says of its clients. */
import { asList, asObject, asText } from '../zenodo/parse';

/**
 * What a site gave for a code or a refresh token. Nowhere but in memory, and with
 * the user's secrets manager, where there is one.
 */
export interface ITokens {
  readonly accessToken: string;
  /** '' = it cannot be renewed. */
  readonly refreshToken: string;
  /** Milliseconds since 1970; null = nobody knows. */
  readonly expiresAt: number | null;
  /** The user's id on the site; '' = it does not say. */
  readonly user: string;
}

/** An application that an administrator registered with a site. */
export interface IOAuthClient {
  /** The site's address, as `https://zenodo.org`. */
  readonly site: string;
  readonly clientId: string;
  /** The address that is registered; '' = the callback page of this very server. */
  readonly redirectUri: string;
}

/** The clients of an answer; what is none is left out. */
export function readClients(value: unknown): readonly IOAuthClient[] {
  return asList(value)
    .map(asObject)
    .map(({ site, clientId, redirectUri }) => ({
      site: asText(site),
      clientId: asText(clientId),
      redirectUri: asText(redirectUri)
    }))
    .filter(({ site, clientId }) => site !== '' && clientId !== '');
}

/** The tokens of an answer that came at `now` (milliseconds since 1970); null = there are none in it. */
export function readTokens(value: unknown, now: number): ITokens | null {
  const { accessToken, refreshToken, expiresIn, user } = asObject(value);
  const token = asText(accessToken);
  return token === ''
    ? null
    : {
        accessToken: token,
        refreshToken: asText(refreshToken),
        expiresAt:
          typeof expiresIn === 'number' && expiresIn > 0
            ? now + expiresIn * 1000
            : null,
        user: asText(user)
      };
}

/** Tokens that one of our own pages wrote, as `ITokens` has them; null = there are none in it. */
export function readOwnTokens(value: unknown): ITokens | null {
  const { accessToken, refreshToken, expiresAt, user } = asObject(value);
  const token = asText(accessToken);
  return token === ''
    ? null
    : {
        accessToken: token,
        refreshToken: asText(refreshToken),
        expiresAt: typeof expiresAt === 'number' ? expiresAt : null,
        user: asText(user)
      };
}
