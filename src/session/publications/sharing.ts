import type { IPublicationItem } from '../../core/publications/item';
import type { ZenodoClient } from '../../core/zenodo/client';
import { sharedDraftUrl } from '../../core/zenodo/sites';
import type { IPublicationsPorts } from './ports';

/** How our secret links are known among others, and by their owner on the site's page. */
const LINK_NAME = 'JupyterLab: jupyterlab-zenodo-publisher';

type Ports = Pick<IPublicationsPorts, 'copy' | 'trans'>;

/** Copy a link to a draft for people without an account; one is enough. Rejects as the client does. */
export async function share(
  { copy, trans }: Ports,
  { depositId, site }: IPublicationItem,
  client: ZenodoClient
): Promise<string> {
  const id = depositId ?? '';
  const [known] = await ours(id, client);
  const { token } = known ?? (await client.links.create(id, LINK_NAME));
  copy(sharedDraftUrl(site, id, token));
  return trans.__(
    'Link copied. Whoever has it can look at the draft and its files until you stop sharing.'
  );
}

/** Make our links to a draft useless. Rejects as the client does. */
export async function unshare(
  { trans }: Ports,
  { depositId }: IPublicationItem,
  client: ZenodoClient
): Promise<string> {
  const id = depositId ?? '';
  for (const link of await ours(id, client)) {
    await client.links.remove(id, link.id);
  }
  return trans.__('The link does not work any more.');
}

async function ours(depositId: string, client: ZenodoClient) {
  return (await client.links.list(depositId)).filter(
    ({ description, permission }) =>
      description === LINK_NAME && permission === 'preview'
  );
}
