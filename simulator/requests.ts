/** Requests: reviews, inclusions in communities, self service. */

import { randomUUID } from 'node:crypto';

import { IJsonObject } from './json';
import { IRequest, IRequestEvent } from './model';
import { State } from './state';

/** Make a request; it does nothing by itself. */
export function newRequest(
  state: State,
  type: string,
  createdBy: string,
  topic: string,
  more: Partial<IRequest> = {}
): IRequest {
  const now = state.time();
  const request: IRequest = {
    id: randomUUID(),
    type,
    title: '',
    number: state.nextRequest(),
    status: 'created',
    created: now,
    updated: now,
    revision: 2,
    createdBy,
    receiver: null,
    topic,
    payload: null,
    lastReply: null,
    communityId: null,
    events: [],
    ...more
  };
  state.requests.set(request.id, request);
  return request;
}

/** Move a request on, perhaps with a comment. */
export function advance(
  state: State,
  request: IRequest,
  status: IRequest['status'],
  commentBy: string | null
): void {
  request.status = status;
  request.revision++;
  request.updated = state.time();
  if (commentBy !== null) {
    const now = state.time();
    request.lastReply = {
      id: randomUUID(),
      created: now,
      updated: now,
      links: {},
      revision_id: 1,
      type: 'C',
      created_by: { user: commentBy },
      permissions: {},
      parent_id: null
    };
  }
}

/** Write down what was said (`C`) or done (`L`) about a request. */
export function note(
  state: State,
  request: IRequest,
  type: IRequestEvent['type'],
  createdBy: string,
  payload: IJsonObject
): IRequestEvent {
  const event = {
    id: randomUUID(),
    created: state.time(),
    ...{ type, createdBy, payload }
  };
  request.events.push(event);
  return event;
}

/** What a user may do with a request. */
export function actionsOf(
  state: State,
  request: IRequest,
  userId: string
): string[] {
  if (request.status === 'created') {
    return request.createdBy === userId ? ['submit'] : [];
  }
  if (request.status !== 'submitted') {
    return [];
  }
  const community = state.communities.get(request.communityId ?? '');
  return [
    ...(request.createdBy === userId ? ['cancel'] : []),
    ...(community?.ownerId === userId ? ['accept', 'decline'] : [])
  ];
}

/** A request as the API shows it. */
export function viewRequest(
  state: State,
  origin: string,
  request: IRequest,
  userId: string
): IJsonObject {
  const self = `${origin}/api/requests/${request.id}`;
  const open = request.status === 'submitted';
  const closed = !open && request.status !== 'created';
  return {
    id: request.id,
    created: request.created,
    updated: request.updated,
    links: {
      self,
      self_html: `${origin}/me/requests/${request.id}`,
      comments: `${self}/comments`,
      timeline: `${self}/timeline`,
      timeline_focused: `${self}/timeline_focused`,
      lock: `${self}/lock`,
      unlock: `${self}/unlock`,
      actions: Object.fromEntries(
        actionsOf(state, request, userId).map(action => [
          action,
          `${self}/actions/${action}`
        ])
      )
    },
    revision_id: request.revision,
    type: request.type,
    title: request.title,
    number: request.number.toString(36),
    status: request.status,
    is_closed: closed,
    is_open: open,
    expires_at: null,
    is_expired: false,
    last_reply: request.lastReply,
    last_activity_at: request.lastReply
      ? request.lastReply.created
      : request.updated,
    created_by: { user: request.createdBy },
    receiver: request.receiver,
    topic: { record: request.topic },
    files: { enabled: true },
    is_locked: false,
    ...(request.payload ? { payload: request.payload } : {})
  };
}
