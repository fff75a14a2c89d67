/** Communities, and which of them a record is in. */

import {
  communityAggregations,
  findCommunity,
  includesDirectly,
  viewCommunity
} from '../communities';
import { denied, invalid, json, noSuchPid, readJson } from '../http';
import { IJsonObject, listOf, objectOf, textOf } from '../json';
import { ICommunity, IRecord } from '../model';
import { parseQuery } from '../query';
import { advance, newRequest, viewRequest } from '../requests';
import { IContext, IRoute, route } from '../router';
import { pageOf } from '../search';
import { owns, recordOf, signedIn } from './common';

const OF_RECORD = '/api/records/:id/communities';
const MEMBERS_ONLY =
  'Submission to this community is only allowed to community members.';

/** Routes of communities. */
export const communityRoutes: IRoute[] = [
  route('GET', '/api/communities', context => {
    const q = context.query.get('q') ?? '';
    const test = q ? parseQuery(q) : () => true;
    const found = [...context.state.communities.values()].filter(one => {
      const { submission, slug, title } = one;
      return test({ slug, title, submission });
    });
    return list(context, found, q ? 'bestmatch' : 'newest');
  }),
  route('GET', '/api/communities/:id', context => {
    const community = findCommunity(context.state, context.params[0]);
    if (!community) {
      throw noSuchPid();
    }
    return json(200, viewCommunity(context.base.origin, community), {
      ETag: '"2"'
    });
  }),
  route('GET', '/api/user/communities', context => {
    const user = signedIn(context);
    const mine = [...context.state.communities.values()].filter(
      one => one.ownerId === user.id
    );
    return list(context, mine, 'newest');
  }),
  route('GET', OF_RECORD, context => {
    const { communities } = recordOf(context).parent;
    const found = [...context.state.communities.values()].filter(one =>
      communities.includes(one.id)
    );
    return list(context, found, 'newest', '/api/communities');
  }),
  route('POST', OF_RECORD, context => change(context, include)),
  route('DELETE', OF_RECORD, context => change(context, exclude))
];

function list(
  context: IContext,
  found: ICommunity[],
  sort: string,
  path?: string
): Response {
  const page = pageOf(context, found, sort, ['q'], path);
  return json(200, {
    hits: {
      hits: page.hits.map(one => viewCommunity(context.base.origin, one)),
      total: found.length
    },
    aggregations: communityAggregations(found),
    sortBy: sort,
    page: page.number,
    links: page.links
  });
}

/** What was done for one community: done, or refused. */
interface IOutcome {
  processed?: IJsonObject;
  error?: IJsonObject;
}

/** Carry out a change for each community of the body. */
async function change(
  context: IContext,
  one: (context: IContext, record: IRecord, entry: IJsonObject) => IOutcome
): Promise<Response> {
  const body = objectOf(await readJson(context.request));
  const record = recordOf(context);
  if (!owns(context, record.parent)) {
    throw denied();
  }
  const entries = listOf(body.communities).map(objectOf);
  if (!entries.length) {
    throw invalid([
      { field: 'communities', messages: ['Shorter than minimum length 1.'] }
    ]);
  }
  const outcomes = entries.map(entry => one(context, record, entry));
  const processed = outcomes.flatMap(({ processed: done }) => done ?? []);
  const errors = outcomes.flatMap(({ error }) => error ?? []);
  const failed = outcomes.every(({ error }) => error);
  return json(failed ? 400 : 200, {
    ...(processed.length ? { processed } : {}),
    ...(errors.length ? { errors } : {})
  });
}

function include(
  context: IContext,
  record: IRecord,
  entry: IJsonObject
): IOutcome {
  const { state, base } = context;
  const name = textOf(entry.id);
  const failed = (message: string): IOutcome => ({
    error: { community_id: name, message }
  });
  const community = findCommunity(state, name);
  if (!community) {
    return failed('Community not found.');
  }
  if (record.parent.communities.includes(community.id)) {
    return failed('The record is already included in this community.');
  }
  const open = [...state.requests.values()].some(
    one =>
      one.communityId === community.id &&
      one.topic === record.id &&
      one.status === 'submitted'
  );
  if (open) {
    return failed(
      'There is already an open inclusion request for this community.'
    );
  }
  const user = signedIn(context);
  const isMember = community.ownerId === user.id;
  if (community.submission === 'closed' && !isMember) {
    return failed(MEMBERS_ONLY);
  }
  const request = newRequest(state, 'community-inclusion', user.id, record.id, {
    title: textOf(record.metadata.title),
    receiver: { community: community.id },
    communityId: community.id
  });
  advance(state, request, 'submitted', entry.comment ? user.id : null);
  if (includesDirectly(community, user.id, entry)) {
    advance(state, request, 'accepted', 'system');
    record.parent.communities.push(community.id);
    record.parent.defaultCommunity ??= community.id;
  }
  return {
    processed: {
      community_id: name,
      request_id: request.id,
      request: viewRequest(state, base.origin, request, user.id)
    }
  };
}

function exclude(
  context: IContext,
  record: IRecord,
  entry: IJsonObject
): IOutcome {
  const name = textOf(entry.id);
  const community = findCommunity(context.state, name);
  const { parent } = record;
  if (!community || !parent.communities.includes(community.id)) {
    return {
      error: {
        community: name,
        message: `The record ${record.uuid} in not included in the community ${name}.`
      }
    };
  }
  parent.communities = parent.communities.filter(id => id !== community.id);
  if (parent.defaultCommunity === community.id) {
    parent.defaultCommunity = parent.communities[0] ?? null;
  }
  return {};
}
