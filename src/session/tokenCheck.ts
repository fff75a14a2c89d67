import type { ITranslator } from '../core/text';
import type { ZenodoClient } from '../core/zenodo/client';
import { TokenRefusedError } from '../core/zenodo/errors';
import { builtInSites, ISite } from '../core/zenodo/sites';
import { textOf } from './userText';

/** Why a token was not taken. */
export interface IRefusal {
  /** The user's text. */
  readonly refused: string;
  /** The site that the token may belong to instead. */
  readonly otherSite: ISite | null;
  /** The site does not know it; else it could not be asked. */
  readonly isUnknown: boolean;
}

/** Ask the client's site whether it takes the client's token. Null = it does. Never rejects. */
export async function checkToken(
  client: ZenodoClient,
  trans: ITranslator
): Promise<IRefusal | null> {
  try {
    await client.verifyToken();
    return null;
  } catch (error) {
    const isUnknown = error instanceof TokenRefusedError;
    return {
      refused: textOf(error, trans.__('The token could not be checked.')),
      otherSite: isUnknown ? twinOf(client.site) : null,
      isUnknown
    };
  }
}

/** Of Zenodo its sandbox, and the other way round: people mix up their tokens. */
function twinOf(site: ISite): ISite | null {
  return builtInSites.some(({ id }) => id === site.id)
    ? (builtInSites.find(({ id }) => id !== site.id) ?? null)
    : null;
}
