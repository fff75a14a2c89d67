import { PublisherError } from '../core/error';
import type { ICommunity, IMetadata } from '../core/metadata/model';
import { PermissionDeniedError } from '../core/zenodo/errors';
import type { Vocabularies } from '../core/zenodo/vocabularies';

/** What a site said of communities of which the name in addresses is known only. */
export interface ICommunityCheck {
  readonly found: ReadonlyMap<string, ICommunity>;
  /** Those that it does not have. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * Ask the site for the communities of which the form knows the name in addresses
 * only, as files and settings have it. Where it can't be asked, or shows a
 * community to its members only, there is no answer: neither found nor unknown.
 */
export async function findCommunities(
  { communities }: IMetadata,
  site: Vocabularies
): Promise<ICommunityCheck> {
  const found = new Map<string, ICommunity>();
  const unknown = new Set<string>();
  try {
    for (const { slug } of communities.filter(({ id }) => !id)) {
      const entry = await ask(slug, site);
      if (entry) {
        found.set(slug, entry);
      } else if (entry === null) {
        unknown.add(slug);
      }
    }
  } catch (error) {
    if (!(error instanceof PublisherError)) {
      throw error;
    }
  }
  return { found, unknown };
}

/** @returns null = there is none; undefined = it is not shown */
async function ask(
  slug: string,
  site: Vocabularies
): Promise<ICommunity | null | undefined> {
  try {
    return await site.community(slug);
  } catch (error) {
    if (error instanceof PermissionDeniedError) {
      return undefined;
    }
    throw error;
  }
}

/** The form with what was found of its communities, each once. */
export function withCommunities(
  values: IMetadata,
  { found }: Pick<ICommunityCheck, 'found'>
): IMetadata {
  if (found.size === 0) {
    return values;
  }
  const communities = values.communities.map(one =>
    one.id ? one : (found.get(one.slug) ?? one)
  );
  return {
    ...values,
    communities: communities.filter(
      ({ id }, at) =>
        !id || communities.findIndex(other => other.id === id) === at
    )
  };
}
