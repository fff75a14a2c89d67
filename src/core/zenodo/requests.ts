import { escapeHtml } from '../metadata/escapeHtml';
import { htmlToText } from '../metadata/plainText';
import { NotFoundError } from './errors';
import { asList, asObject, asText, cleanId, parseHits } from './parse';
import { quick } from './retry';
import { nothing, orNull, SiteApi } from './siteApi';

/**
 * How a request stands: `created` = it was not submitted yet, `submitted` = the
 * curators look at it, the others are the ways in which it ended.
 */
export type RequestStatus =
  'created' | 'submitted' | 'accepted' | 'declined' | 'cancelled' | 'expired';

const statuses: readonly RequestStatus[] = [
  'created',
  'submitted',
  'accepted',
  'declined',
  'cancelled',
  'expired'
];

/** What a community was asked: to review a draft, or to take a record in. */
export interface IRequest {
  /** UUID. */
  readonly id: string;
  readonly kind: 'review' | 'inclusion';
  readonly status: RequestStatus;
  /** The community's UUID. */
  readonly community: string;
  /** The id of the draft or record; '' where it is not told. */
  readonly topic: string;
  /** The id of the user who asked. */
  readonly by: string;
  readonly canCancel: boolean;
  /** The last change or comment; ISO 8601. */
  readonly active: string;
}

/** What somebody wrote about a request. */
export interface IRequestComment {
  readonly id: string;
  /** The id of the user who wrote it; `system` = the site itself. */
  readonly by: string;
  /** Plain text with line ends: the site keeps it as HTML, which is untrusted. */
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
}

/** So many of the latest requests of an account are listed. */
const listed = 100;

/** So many comments of a request are read, and so many characters of each. */
const commented = 100;
const longest = 5000;

/** Requests each minute that are left to publications while requests are looked at. */
const spare = 25;

const kinds: Readonly<Record<string, IRequest['kind']>> = {
  'community-submission': 'review',
  'community-inclusion': 'inclusion'
};

/**
 * What was asked of communities, and what they say. All reject with `SiteError`
 * and `CancelledError`; what only looks fails with `RateLimitedError` while the
 * site's limits are short.
 *
 * Source: the recorded exchanges `user.requests` and `review.*`; the timeline
 * and the comments as invenio-requests 15 has them, which were not recorded.
 */
export class Requests {
  constructor(private readonly _api: SiteApi) {}

  /** Read one; null = there is none, or not any more. */
  get(id: string, signal?: AbortSignal): Promise<IRequest | null> {
    return orNull(
      this._api.call(
        { method: 'GET', path: ['requests', id], signal },
        parseRequest
      ),
      error => error instanceof NotFoundError
    );
  }

  /**
   * The latest requests of the account, those of its curators' work left out.
   *
   * @param topic - only those about this draft or record
   */
  async own(topic = '', signal?: AbortSignal): Promise<IRequest[]> {
    const about = cleanId(topic);
    const found = await this._api.call(
      {
        method: 'GET',
        path: ['user', 'requests'],
        query: {
          size: String(listed),
          sort: 'newest',
          ...(about ? { q: `topic.record:"${about}"` } : {})
        },
        spare,
        policy: quick,
        signal
      },
      json => parseHits(json, parseRequest)
    );
    return found.filter(one => !about || one.topic === about);
  }

  /** What was written about a request, the oldest first. */
  comments(id: string, signal?: AbortSignal): Promise<IRequestComment[]> {
    return this._api.call(
      {
        method: 'GET',
        path: ['requests', id, 'timeline'],
        query: { size: String(commented) },
        spare,
        policy: quick,
        signal
      },
      json => parseHits(json, parseComment)
    );
  }

  /**
   * Write a comment.
   *
   * @param text - plain text
   * @throws AnswerLostError when it may be there: `comments` tells
   */
  comment(
    id: string,
    text: string,
    signal?: AbortSignal
  ): Promise<IRequestComment> {
    const content = text
      .trim()
      .split(/\n{2,}/)
      .map(part => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
      .join('');
    return this._api.call(
      {
        method: 'POST',
        path: ['requests', id, 'comments'],
        body: { payload: { content, format: 'html' } },
        signal
      },
      parseComment
    );
  }

  /**
   * Take a request back. The draft of a review is a draft again.
   *
   * @throws AnswerLostError when it may be done: `get` tells
   * @throws PermissionDeniedError when it is closed by now
   */
  async cancel(id: string, signal?: AbortSignal): Promise<void> {
    await this._api.call(
      {
        method: 'POST',
        path: ['requests', id, 'actions', 'cancel'],
        body: {},
        signal
      },
      nothing
    );
  }

  /** A community's title in plain text; '' where the site does not tell it. */
  async communityTitle(id: string, signal?: AbortSignal): Promise<string> {
    const title = await orNull(
      this._api.call(
        {
          method: 'GET',
          path: ['communities', id],
          withToken: false,
          spare,
          policy: quick,
          signal
        },
        json => asText(asObject(asObject(json).metadata).title)
      ),
      () => true
    );
    return htmlToText(title ?? '').slice(0, 200);
  }
}

/** A request to a community; null for other kinds, and for what is none. */
export function parseRequest(json: unknown): IRequest | null {
  const request = asObject(json);
  const id = asText(request.id);
  const kind = kinds[asText(request.type)];
  const status = statuses.find(one => one === request.status);
  if (!/^[\w-]{1,64}$/.test(id) || !kind || !status) {
    return null;
  }
  const { actions } = asObject(request.links);
  return {
    ...{ id, kind },
    // An open one whose time is over ends as soon as the site notices.
    status:
      status === 'submitted' && request.is_expired === true
        ? 'expired'
        : status,
    community: cleanId(asObject(request.receiver).community),
    topic: cleanId(asObject(request.topic).record),
    by: idOf(asObject(request.created_by).user),
    canCancel: typeof asObject(actions).cancel === 'string',
    active: asText(request.last_activity_at) || asText(request.updated)
  };
}

/** A comment; null for what only tells that something was done, and for an empty one. */
export function parseComment(json: unknown): IRequestComment | null {
  const { id, type, payload, created, created_by: author } = asObject(json);
  const { content } = asObject(payload);
  const text = htmlToText(asText(content).slice(0, 4 * longest))
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .slice(0, longest);
  return type === 'C' && asText(id) && text
    ? {
        id: asText(id),
        by: idOf(asObject(author).user),
        text,
        at: asText(created)
      }
    : null;
}

function idOf(user: unknown): string {
  return typeof user === 'number' ? String(user) : asText(user);
}

/** What the site says of a record that was just proposed; the requests of the answer. */
export function parseProposed(json: unknown): IRequest[] {
  return asList(asObject(json).processed)
    .map(one => parseRequest(asObject(one).request))
    .filter(one => one !== null);
}
