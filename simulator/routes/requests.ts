/** Requests: one by one, in a list, and what is said about them. */

import { denied, invalid, json, noSuchPid, readJson } from '../http';
import { IJsonObject, objectOf, textOf } from '../json';
import { IRequest, IRequestEvent } from '../model';
import { note, viewRequest } from '../requests';
import { IContext, IRoute, route } from '../router';
import { pageOf } from '../search';
import { signedIn } from './common';

const LABELS: { [key: string]: string } = {
  'community-inclusion': 'Community inclusion',
  'community-submission': 'Draft review',
  'file-modification': 'File modification',
  'quota-increase': 'Quota increase',
  'record-deletion': 'Record deletion'
};

/** Routes of requests. */
export const requestRoutes: IRoute[] = [
  route('GET', '/api/requests/:id', context =>
    shown(context, readable(context), 200, true)
  ),
  // Not recorded: as invenio-requests 15 has it, without its search index.
  route('GET', '/api/requests/:id/timeline', timeline),
  route('POST', '/api/requests/:id/comments', comment),
  route('GET', '/api/user/requests', list)
];

/** The request that the path names. */
export function requestOf(context: IContext): IRequest {
  const request = context.state.requests.get(context.params[0]);
  if (!request) {
    throw noSuchPid();
  }
  return request;
}

/** The answer that shows a request. */
export function shown(
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

/** The request that the path names, for those whom it concerns. */
function readable(context: IContext): IRequest {
  const user = signedIn(context);
  const request = requestOf(context);
  const community = context.state.communities.get(request.communityId ?? '');
  if (request.createdBy !== user.id && community?.ownerId !== user.id) {
    throw denied();
  }
  return request;
}

function timeline(context: IContext): Response {
  const request = readable(context);
  const page = pageOf(context, request.events, 'oldest');
  return json(200, {
    hits: {
      hits: page.hits.map(one => viewEvent(context, request, one)),
      total: request.events.length
    },
    sortBy: 'oldest',
    page: page.number,
    links: page.links
  });
}

async function comment(context: IContext): Promise<Response> {
  const payload = objectOf(objectOf(await readJson(context.request)).payload);
  const request = readable(context);
  if (!textOf(payload.content)) {
    throw invalid([
      {
        field: 'payload.content',
        messages: ['Missing data for required field.']
      }
    ]);
  }
  const { id } = signedIn(context);
  const event = note(context.state, request, 'C', id, payload);
  return json(201, viewEvent(context, request, event));
}

function viewEvent(
  { base }: IContext,
  request: IRequest,
  { id, type, created, createdBy, payload }: IRequestEvent
): IJsonObject {
  return {
    ...{ id, type, created, payload },
    updated: created,
    revision_id: 1,
    links: {
      self: `${base.origin}/api/requests/${request.id}/comments/${id}`
    },
    created_by: { user: createdBy },
    permissions: {},
    parent_id: null
  };
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
