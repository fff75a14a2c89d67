import { PublisherError } from '../core/error';
import type { ICommunity, IMetadata } from '../core/metadata/model';
import type { Vocabularies } from '../core/zenodo/vocabularies';

/**
 * What the site says of the communities of which the form knows the name in
 * addresses only, as files have it, by that name. One that it does not have, and
 * all where it can't be asked, are missing.
 */
export async function findCommunities(
  { communities }: IMetadata,
  site: Vocabularies
): Promise<ReadonlyMap<string, ICommunity>> {
  const found = new Map<string, ICommunity>();
  try {
    for (const { slug } of communities.filter(({ id }) => !id)) {
      const entries = await site.communities(slug);
      const entry = entries.find(one => one.slug === slug.toLowerCase());
      if (entry) {
        found.set(slug, entry);
      }
    }
  } catch (error) {
    if (!(error instanceof PublisherError)) {
      throw error;
    }
  }
  return found;
}

/** The form with what was found of its communities. */
export function withCommunities(
  values: IMetadata,
  found: ReadonlyMap<string, ICommunity>
): IMetadata {
  return found.size === 0
    ? values
    : {
        ...values,
        communities: values.communities.map(one =>
          one.id ? one : (found.get(one.slug) ?? one)
        )
      };
}
