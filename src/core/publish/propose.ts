import { PublisherError } from '../error';
import type { ICommunity } from '../metadata/model';
import type { ITranslator } from '../text';
import { RefusedMetadataError } from '../zenodo/errors';
import type { ZenodoClient } from '../zenodo/client';

/** What came of proposing a record to a community. */
export interface IProposal {
  readonly title: string;
  /** Why it was not proposed; '' = it was. */
  readonly note: string;
  /** Its curators need not be asked: the record is in. */
  readonly isIn?: boolean;
}

/**
 * Propose a published record to communities, one after the other. What a
 * community or the site refuses is told; the record is published either way.
 */
export async function proposeTo(
  client: ZenodoClient,
  recordId: string,
  communities: readonly ICommunity[],
  trans: ITranslator
): Promise<IProposal[]> {
  const proposals: IProposal[] = [];
  for (const { id, slug, title } of communities) {
    proposals.push({
      title: title || slug,
      ...(id
        ? await propose(client, recordId, id, trans)
        : {
            note: trans.__('%1 does not know this community.', client.site.name)
          })
    });
  }
  return proposals;
}

async function propose(
  client: ZenodoClient,
  recordId: string,
  community: string,
  trans: ITranslator
): Promise<Omit<IProposal, 'title'>> {
  try {
    const request = await client.inclusions.propose(recordId, community);
    return {
      note: '',
      ...(request?.status === 'accepted' ? { isIn: true } : {})
    };
  } catch (error) {
    if (error instanceof RefusedMetadataError) {
      const words = error.errors.flatMap(({ messages }) => messages).join(' ');
      return { note: trans.__('%1 says: %2', client.site.name, words) };
    }
    if (error instanceof PublisherError) {
      return { note: error.message };
    }
    throw error;
  }
}
