/** Which handler answers which method and path. */

import { Drafts } from './drafts';
import { ILinkBase } from './links';
import { IUser } from './model';
import { ISettings } from './settings';
import { State } from './state';

/** One request, with what has been found out about it. */
export interface IContext {
  request: Request;
  /** The decoded path. */
  path: string;
  query: URLSearchParams;
  /** What the route's pattern caught. */
  params: string[];
  user: IUser | null;
  base: ILinkBase;
  state: State;
  settings: ISettings;
  drafts: Drafts;
}

/** Answers a request. */
export type Handler = (context: IContext) => Response | Promise<Response>;

/** The rate limit that a route counts against. */
export type LimitKind = 'default' | 'search' | 'badge' | 'none';

/** A method, a path, and what answers it. */
export interface IRoute {
  method: string;
  pattern: RegExp;
  handle: Handler;
  limit: LimitKind;
}

/**
 * Make a route. `:name` in a path catches one part, `*name` catches parts
 * with slashes between them.
 */
export function route(
  method: string,
  path: string,
  handle: Handler,
  limit: LimitKind = 'default'
): IRoute {
  const pattern = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '([^/]+)')
    .replace(/\*\w+/g, '([^/].*?|)');
  return { method, pattern: new RegExp(`^${pattern}$`, 's'), handle, limit };
}

/** What the routes say about a method and path. */
export type Match =
  | { kind: 'route'; route: IRoute; params: string[] }
  | { kind: 'options'; route: IRoute; methods: string[] }
  | { kind: 'wrong method'; methods: string[] }
  | { kind: 'merge slashes'; path: string }
  | { kind: 'nothing' };

/** Find the route of a request. */
export function match(routes: IRoute[], method: string, path: string): Match {
  const asked = method === 'HEAD' ? 'GET' : method;
  const fitting = routes.filter(one => one.pattern.test(path));
  const found = fitting.find(one => one.method === asked);
  if (found) {
    const params = found.pattern.exec(path)?.slice(1) ?? [];
    return { kind: 'route', route: found, params };
  }
  const merged = path.replace(/\/{2,}/g, '/');
  if (merged !== path && routes.some(one => one.pattern.test(merged))) {
    return { kind: 'merge slashes', path: merged };
  }
  if (!fitting.length) {
    return { kind: 'nothing' };
  }
  const methods = [...new Set(fitting.map(one => one.method))];
  if (method === 'OPTIONS') {
    const get = fitting.find(one => one.method === 'GET');
    return { kind: 'options', route: get ?? fitting[0], methods };
  }
  return { kind: 'wrong method', methods };
}
