/** What owners may do by themselves within 30 days, and secret links. */

import { randomUUID } from 'node:crypto';

import { citationText } from '../export';
import {
  broken,
  denied,
  HttpError,
  invalid,
  json,
  noContent,
  notFound,
  readJson
} from '../http';
import { IJsonObject, isObject, objectOf, textOf } from '../json';
import { IDraft, IParent, IRequest } from '../model';
import { advance, newRequest, viewRequest } from '../requests';
import { IContext, IRoute, route } from '../router';
import { randomToken } from '../state';
import { viewRecord } from '../view';
import { itemOf } from '../vocabularies';
import { draftOf, owns, recordOf, signedIn, viewerOf } from './common';

const GRACE = 30 * 24 * 3600 * 1000;
const GIGABYTE = 10 ** 9;
/** Bytes that a user may add to a record without asking (150 GB). */
const MOST_ADDED = 150 * GIGABYTE;
const PERMISSIONS = ['view', 'preview', 'edit'];
const LINKS = '/api/records/:id/access/links';

/** Routes of self service. */
export const selfServiceRoutes: IRoute[] = [
  route('POST', '/api/records/:id/file-modification', modifyFiles),
  route('POST', '/api/records/:id/quota-increase', increaseQuota),
  route('POST', '/api/records/:id/request-deletion', requestDeletion),
  route('GET', LINKS, context => {
    const { links } = ownedParent(context);
    const hits = links.map(one => viewLink(one));
    return json(200, { hits: { hits, total: hits.length } });
  }),
  route('POST', LINKS, async context => {
    const body = objectOf(await readJson(context.request));
    const parent = ownedParent(context);
    const link = {
      id: randomUUID(),
      created: context.state.time(),
      permission: permissionOf(body),
      description: textOf(body.description),
      token: randomToken()
    };
    parent.links.push(link);
    return json(201, viewLink(link));
  }),
  route('PATCH', `${LINKS}/:link`, async context => {
    const body = objectOf(await readJson(context.request));
    const link = linkOf(context);
    link.permission = permissionOf(body);
    return json(200, viewLink(link));
  }),
  route('DELETE', `${LINKS}/:link`, context => {
    const link = linkOf(context);
    const parent = ownedParent(context);
    parent.links = parent.links.filter(one => one !== link);
    return noContent();
  }),
  route('GET', '/api/users/:id', context => {
    const { state, base, params } = context;
    const user = state.users.get(params[0]);
    if (!user) {
      throw new HttpError(404, { status: 404, message: 'User not found.' });
    }
    const self = `${base.origin}/api/users/${user.id}`;
    return json(200, {
      id: user.id,
      created: state.started,
      updated: state.started,
      links: {
        self,
        avatar: `${self}/avatar.svg`,
        records_html: `${base.origin}/search?q=parent.access.owned_by.user:${user.id}`
      },
      revision_id: 0,
      active: true,
      confirmed: true,
      blocked: false,
      verified: false,
      is_current_user: user === context.user,
      ...(user === context.user ? { email: user.email } : {}),
      domain: 'example.org',
      identities: {},
      username: user.name,
      profile: {
        full_name: user.name[0].toUpperCase() + user.name.slice(1),
        affiliations: 'Local'
      },
      preferences: {
        visibility: 'public',
        email_visibility: 'restricted',
        locale: 'en',
        timezone: 'Europe/Zurich',
        notifications: { enabled: false }
      }
    });
  })
];

/** A request that was granted at once. */
function granted(
  context: IContext,
  type: string,
  topic: string,
  title: string,
  payload: IJsonObject
): Response {
  const { state, base } = context;
  const user = signedIn(context);
  const request: IRequest = newRequest(state, type, user.id, topic, {
    title,
    payload
  });
  advance(state, request, 'submitted', null);
  advance(state, request, 'accepted', null);
  return json(200, viewRequest(state, base.origin, request, user.id));
}

async function modifyFiles(context: IContext): Promise<Response> {
  const body = await readJson(context.request);
  if (!isObject(body)) {
    throw broken();
  }
  const record = recordOf(context);
  const draft = context.state.drafts.get(record.id);
  const late = context.settings.now() - record.publishedAt > GRACE;
  if (!owns(context, record.parent) || late) {
    throw denied();
  }
  if (!draft) {
    throw notFound();
  }
  draft.bucket.locked = false;
  const title = textOf(record.metadata.title);
  return granted(
    context,
    'file-modification',
    record.id,
    `File modification request for "${title}"`,
    { policy_id: 'file-modification-grace-period-v1' }
  );
}

async function increaseQuota(context: IContext): Promise<Response> {
  const body = objectOf(await readJson(context.request));
  const draft: IDraft = draftOf(context);
  // A number breaks the recorded server (FINDINGS 37).
  if (typeof body.quota_size !== 'string') {
    throw broken();
  }
  const wanted = Number(body.quota_size) * GIGABYTE;
  if (!(wanted <= context.settings.quota + MOST_ADDED)) {
    throw denied();
  }
  draft.bucket.quota = wanted;
  const title = textOf(draft.metadata.title);
  return granted(
    context,
    'quota-increase',
    draft.id,
    `Quota increase request for "${title}"`,
    { quota_size: body.quota_size }
  );
}

async function requestDeletion(context: IContext): Promise<Response> {
  const body = objectOf(await readJson(context.request));
  const record = recordOf(context);
  const late = context.settings.now() - record.publishedAt > GRACE;
  if (!owns(context, record.parent) || late) {
    throw denied();
  }
  const reason = textOf(body.reason);
  if (!itemOf('removalreasons', reason)) {
    throw invalid([{ field: '_schema', messages: ['Invalid removal reason'] }]);
  }
  const { state, base } = context;
  const view = viewRecord(state, record, viewerOf(context, false), 'answer');
  record.tombstone = {
    note: '',
    removed_by: { user: signedIn(context).id },
    removal_date: state.time(),
    citation_text: citationText(view, base),
    is_visible: true,
    removal_reason: { id: reason },
    deletion_policy: { id: 'grace-period-v1' }
  };
  state.index.remove(record.id);
  return granted(
    context,
    'record-deletion',
    record.id,
    `Record deletion request for "${textOf(record.metadata.title)}"`,
    { reason, policy_id: 'grace-period-v1' }
  );
}

function ownedParent(context: IContext): IParent {
  const { state, params } = context;
  const entity = state.drafts.get(params[0]) ?? recordOf(context);
  if (!owns(context, entity.parent)) {
    throw denied();
  }
  return entity.parent;
}

function linkOf(context: IContext): IParent['links'][number] {
  const link = ownedParent(context).links.find(
    one => one.id === context.params[1]
  );
  if (!link) {
    throw notFound();
  }
  return link;
}

function permissionOf(body: IJsonObject): string {
  const permission = textOf(body.permission);
  if (!PERMISSIONS.includes(permission)) {
    throw invalid([
      {
        field: 'permission',
        messages: [`Must be one of: ${PERMISSIONS.join(', ')}.`]
      }
    ]);
  }
  return permission;
}

function viewLink(link: IParent['links'][number]): IJsonObject {
  const { id, created, permission, description, token } = link;
  return { id, created_at: created, permission, description, token };
}
