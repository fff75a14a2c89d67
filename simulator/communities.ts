/** Communities as the API shows them. */

import { IJsonObject } from './json';
import { ICommunity } from './model';
import { State } from './state';

/** A community by its id or its slug. */
export function findCommunity(
  state: State,
  name: string
): ICommunity | undefined {
  return (
    state.communities.get(name) ??
    [...state.communities.values()].find(one => one.slug === name)
  );
}

/**
 * Whether what a user submits needs no review: a curator's, where the
 * community wants it so and the user did not ask for one.
 */
export function includesDirectly(
  { ownerId, review }: ICommunity,
  userId: string,
  asked: IJsonObject
): boolean {
  return (
    ownerId === userId && review === 'open' && asked.require_review !== true
  );
}

/** What records and the communities' own end points have in common. */
export function communityBody(community: ICommunity): IJsonObject {
  return {
    id: community.id,
    created: community.created,
    updated: community.created,
    links: {},
    revision_id: 2,
    slug: community.slug,
    metadata: { title: community.title },
    access: {
      visibility: 'public',
      members_visibility: 'public',
      member_policy: 'closed',
      record_submission_policy: community.submission,
      review_policy: community.review
    },
    deletion_status: { is_deleted: false, status: 'P' },
    children: { allow: false }
  };
}

/** A community with its links. */
export function viewCommunity(
  origin: string,
  community: ICommunity
): IJsonObject {
  const api = `${origin}/api/communities/${community.id}`;
  const page = `${origin}/communities/${community.slug}`;
  return {
    ...communityBody(community),
    custom_fields: {},
    links: {
      self: api,
      self_html: `${page}/`,
      settings_html: `${page}/settings`,
      logo: `${api}/logo`,
      rename: `${api}/rename`,
      members: `${api}/members`,
      public_members: `${api}/members/public`,
      invitations: `${api}/invitations`,
      requests: `${api}/requests`,
      records: `${api}/records`,
      collection_trees: `${api}/collection-trees`,
      membership_requests: `${api}/membership-requests`
    }
  };
}

/** The counts beside a list of communities. */
export function communityAggregations(found: ICommunity[]): IJsonObject {
  return {
    type: { buckets: [], label: 'Type' },
    visibility: {
      buckets: found.length
        ? [
            {
              key: 'public',
              doc_count: found.length,
              label: 'Public',
              is_selected: false
            }
          ]
        : [],
      label: 'Visibility'
    }
  };
}
