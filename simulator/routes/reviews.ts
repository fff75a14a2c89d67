/** Reviews of drafts by communities, and the requests that they are. */

import {
  denied,
  invalid,
  noContent,
  notFound,
  readJson,
  broken,
  refuse
} from '../http';
import { IJsonObject, objectOf, textOf } from '../json';
import { includesDirectly } from '../communities';
import { ICommunity, IRequest } from '../model';
import { publish } from '../publish';
import { actionsOf, advance, newRequest, note } from '../requests';
import { IContext, IRoute, route } from '../router';
import { draftOf, signedIn } from './common';
import { requestOf, shown } from './requests';

const REVIEW = '/api/records/:id/draft/review';

/** Routes of reviews, and what can be done with requests. */
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
    forget(context, review);
    draft.parent.reviewId = null;
    return noContent();
  }),
  route('POST', '/api/records/:id/draft/actions/submit-review', submit),
  route('POST', '/api/requests/:id/actions/:action', act)
];

function reviewOf(context: IContext): IRequest {
  const { reviewId } = draftOf(context).parent;
  const review = reviewId ? context.state.requests.get(reviewId) : undefined;
  if (!review) {
    throw refuse(404, 'Review for draft not found');
  }
  return review;
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
    forget(context, before);
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

/** One that was submitted once stays, so that its user can look it up. */
function forget({ state }: IContext, { id, status }: IRequest): void {
  if (status === 'created') {
    state.requests.delete(id);
  }
}

async function submit(context: IContext): Promise<Response> {
  const body = objectOf(await readJson(context.request));
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
  comment(context, review, body, user.id);
  if (community && includesDirectly(community, user.id, body)) {
    accept(context, review, 'system');
  }
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

/** What goes with an action is shown as a comment. */
function comment(
  { state }: IContext,
  request: IRequest,
  body: IJsonObject,
  by: string
): void {
  const payload = objectOf(body.payload);
  if (textOf(payload.content)) {
    note(state, request, 'C', by, payload);
  }
}

/** The draft becomes a record of the community, or the record one of its. */
function accept(context: IContext, request: IRequest, by: string): void {
  const { state, settings, drafts } = context;
  advance(state, request, 'accepted', by);
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
}

async function act(context: IContext): Promise<Response> {
  const body = objectOf(await readJson(context.request));
  const { state, params } = context;
  const user = signedIn(context);
  const request = requestOf(context);
  const action = params[1];
  if (!actionsOf(state, request, user.id).includes(action)) {
    throw denied();
  }
  comment(context, request, body, user.id);
  if (action === 'accept') {
    accept(context, request, user.id);
  } else {
    const status = action === 'cancel' ? 'cancelled' : 'declined';
    advance(state, request, status, user.id);
    const parent = state.drafts.get(request.topic)?.parent;
    // A declined review stays with its draft, so that its user sees it there.
    if (action === 'cancel' && parent?.reviewId === request.id) {
      parent.reviewId = null;
    }
  }
  note(state, request, 'L', user.id, { event: request.status });
  return shown(context, request, 200, true);
}
