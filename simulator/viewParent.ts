/** The parent of drafts and records as the API shows it. */

import { communityBody } from './communities';
import { copy, IJsonObject } from './json';
import { IParent } from './model';
import { viewRequest } from './requests';
import { State } from './state';
import { IViewer, Place } from './view';

/** The status that a review gives to a draft. */
export function reviewStatus(state: State, parent: IParent): string | null {
  const review = parent.reviewId ? state.requests.get(parent.reviewId) : null;
  if (!review) {
    return null;
  }
  switch (review.status) {
    case 'submitted':
      return 'in_review';
    case 'declined':
    case 'expired':
      return review.status;
    default:
      return 'draft_with_review';
  }
}

/** Whether a community did not accept it. The real server can keep no record of which that is true. */
export function hasEndedReview(state: State, parent: IParent): boolean {
  const status = reviewStatus(state, parent);
  return status === 'declined' || status === 'expired';
}

/** What all versions have in common; owners see more of it. */
export function viewParent(
  state: State,
  parent: IParent,
  isOwner: boolean,
  viewer: IViewer,
  place: Place
): IJsonObject {
  const settings = {
    allow_user_requests: false,
    allow_guest_requests: false,
    accept_conditions_text: null,
    secret_link_expiration: 0
  };
  const owned_by = { user: parent.ownerId };
  const communities = parent.communities
    .flatMap(id => state.communities.get(id) ?? [])
    .map(community => ({
      ...communityBody(community),
      ...(place === 'hit' ? {} : { custom_fields: {} })
    }));
  const review = parent.reviewId ? state.requests.get(parent.reviewId) : null;
  return {
    id: parent.id,
    access: isOwner
      ? {
          grants: [],
          owned_by,
          links: parent.links.map(link => ({
            id: link.id,
            created_at: link.created,
            permission: link.permission,
            description: link.description
          })),
          settings
        }
      : { owned_by, settings },
    communities: communities.length
      ? {
          ids: [...parent.communities],
          ...(parent.defaultCommunity
            ? { default: parent.defaultCommunity }
            : {}),
          entries: communities
        }
      : {},
    pids: copy(parent.pids),
    ...(review && isOwner
      ? {
          review: {
            ...viewRequest(
              state,
              viewer.base.origin,
              review,
              viewer.userId ?? ''
            ),
            links: {}
          }
        }
      : {})
  };
}
