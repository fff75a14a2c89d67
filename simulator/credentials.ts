/** The credentials file: the same form as that of a real local InvenioRDM. */

import { IJsonObject } from './json';
import { IClient } from './model';
import { ISecrets } from './state';

/** What `--creds` writes. */
export function credentials(base: string, secrets: ISecrets): IJsonObject {
  const client = (one: IClient): IJsonObject => ({
    client_id: one.id,
    client_secret: one.secret,
    redirect_uris: one.redirectUris
  });
  return {
    base,
    token: secrets.token,
    token_noscope: secrets.tokenNoScope,
    token_other: secrets.tokenOther,
    token_curator: secrets.tokenCurator,
    users: { owner: '1', other: '2', curator: '3' },
    password: secrets.password,
    clients: {
      confidential: client(secrets.confidential),
      public: client(secrets.public)
    },
    communities: Object.fromEntries(
      secrets.communities.map(({ slug, id }) => [slug, id])
    )
  };
}
