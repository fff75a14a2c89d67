/** Reviews of drafts by communities, and the requests that they are. */

import {
  denied,
  invalid,
  json,
  noContent,
  noSuchPid,
  notFound,
  readJson,
  broken,
  refuse
} from '../http';
import { IJsonObject, objectOf, textOf } from '../json';
import { ICommunity, IRequest } from '../model';
import { publish } from '../publish';
import { actionsOf, advance, newRequest, viewRequest } from '../requests';
import { IContext, IRoute, route } from '../router';
import { pageOf } from '../search';
import { draftOf, signedIn } from './common';

const REVIEW = '/api/records/:id/draft/review';
const LABELS: { [key: string]: string } = {
  'community-inclusion': 'Community inclusion',
  'community-submission': 'Draft review',
  'file-modification': 'File modification',
  'quota-increase': 'Quota increase',
  'record-deletion': 'Record deletion'
};

/** Routes of reviews and requests. */
export const reviewRoutes: IRoute[] = [
  route('GET', REVIEW, context => {
    const review = reviewOf(context);
    return shown(context, review, 200, true);
  }),
  route('PUT', REVIEW, set),
  route('DELETE', REVIEW, context => {
    const draft = draftOf(context);
    const review = reviewOf(context);
    if (review.status === 'submitted') {
      throw refuse(400, 'An open review cannot be deleted.');
    }
    context.state.requests.delete(review.id);
    draft.parent.reviewId = null;
    return noContent();
  }),
  route('POST', '/api/records/:id/draft/actions/submit-review', submit),
  route('GET', '/api/requests/:id', context => {
    const user = signedIn(context);
    const request = requestOf(context);
    const community = context.state.communities.get(request.communityId ?? '');
    if (request.createdBy !== user.id && community?.ownerId !== user.id) {
      throw denied();
    }
    return shown(context, request, 200, true);
  }),
  route('POST', '/api/requests/:id/actions/:action', act),
  route('GET', '/api/user/requests', list)
];

function reviewOf(context: IContext): IRequest {
  const { reviewId } = draftOf(context).parent;
  const review = reviewId ? context.state.requests.get(reviewId) : undefined;
  if (!review) {
    throw refuse(404, 'Review for draft not found');
  }
  return review;
}

function requestOf(context: IContext): IRequest {
  const request = context.state.requests.get(context.params[0]);
  if (!request) {
    throw noSuchPid();
  }
  return request;
}

function shown(
  context: IContext,
  request: IRequest,
  status: number,
  withEtag: boolean,
  links: IJsonObject = {}
): Response {
  const { state, base } = context;
  const view = viewRequest(state, base.origin, request, signedIn(context).id);
  view.links = { ...objectOf(view.links), ...links };
  return json(status, view, withEtag ? { ETag: `"${request.revision}"` } : {});
}

async function set(context: IContext): Promise<Response> {
  const body = objectOf(await readJson(context.request));
  const draft = draftOf(context);
  const { state } = context;
  if (body.type !== 'community-submission') {
    throw invalid([{ field: 'type', messages: ['Invalid review type.'] }]);
  }
  const before = draft.parent.reviewId
    ? state.requests.get(draft.parent.reviewId)
    : undefined;
  if (before?.status === 'submitted') {
    // An update deletes the former review first.
    throw refuse(400, 'An open review cannot be deleted.');
  }
  // Only the UUID is taken, not the slug (FINDINGS 35).
  const community = state.communities.get(
    textOf(objectOf(body.receiver).community)
  );
  if (!community) {
    throw notFound();
  }
  if (before) {
    state.requests.delete(before.id);
  }
  const review = newRequest(
    state,
    'community-submission',
    signedIn(context).id,
    draft.id,
    { receiver: { community: community.id }, communityId: community.id }
  );
  draft.parent.reviewId = review.id;
  return shown(context, review, 200, false);
}

async function submit(context: IContext): Promise<Response> {
  await readJson(context.request);
  const draft = draftOf(context);
  const review = reviewOf(context);
  const community = communityOf(context, review);
  const user = signedIn(context);
  if (review.status !== 'created') {
    // The recorded server breaks on a second submission (FINDINGS 35).
    throw broken();
  }
  if (community?.submission === 'closed' && community.ownerId !== user.id) {
    throw refuse(
      403,
      'Submission to this community is only allowed to community members.'
    );
  }
  review.title = textOf(draft.metadata.title);
  advance(context.state, review, 'submitted', user.id);
  return shown(context, review, 202, false, {
    next_html: `${context.base.origin}/me/requests/${review.id}`
  });
}

function communityOf(
  context: IContext,
  request: IRequest
): ICommunity | undefined {
  return context.state.communities.get(request.communityId ?? '');
}

async function act(context: IContext): Promise<Response> {
  await readJson(context.request);
  const { state, settings, drafts, params } = context;
  const user = signedIn(context);
  const request = requestOf(context);
  const action = params[1];
  if (!actionsOf(state, request, user.id).includes(action)) {
    throw denied();
  }
  if (action === 'accept') {
    advance(state, request, 'accepted', user.id);
    const draft = state.drafts.get(request.topic);
    const record =
      request.type === 'community-submission' && draft
        ? publish(state, settings, drafts, draft)
        : state.records.get(request.topic);
    const communityId = request.communityId ?? '';
    if (record && !record.parent.communities.includes(communityId)) {
      record.parent.communities.push(communityId);
      record.parent.defaultCommunity ??= communityId;
      record.parent.reviewId = null;
    }
  } else {
    const status = action === 'cancel' ? 'cancelled' : 'declined';
    advance(state, request, status, user.id);
    const parent = state.drafts.get(request.topic)?.parent;
    if (parent?.reviewId === request.id) {
      parent.reviewId = null;
    }
  }
  return shown(context, request, 200, true);
}

function list(context: IContext): Response {
  const { state, base } = context;
  const user = signedIn(context);
  const found = [...state.requests.values()]
    .filter(one => one.createdBy === user.id && one.status !== 'created')
    .sort((a, b) => (a.created < b.created ? 1 : -1));
  const page = pageOf(context, found, 'newest');
  return json(200, {
    hits: {
      hits: page.hits.map(one => viewRequest(state, base.origin, one, user.id)),
      total: found.length
    },
    aggregations: {
      type: {
        buckets: count(found.map(one => one.type)),
        label: 'Type'
      },
      status: {
        buckets: count(found.map(one => one.status)),
        label: 'Status'
      }
    },
    sortBy: 'newest',
    page: page.number,
    links: page.links
  });
}

function count(values: string[]): IJsonObject[] {
  return [...new Set(values)]
    .map(key => ({
      key,
      doc_count: values.filter(value => value === key).length,
      label: LABELS[key] ?? key[0].toUpperCase() + key.slice(1),
      is_selected: false
    }))
    .sort((a, b) => b.doc_count - a.doc_count || (a.key < b.key ? -1 : 1));
}
