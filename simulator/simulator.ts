/** The simulator: one function from requests to answers, and its state. */

import { corsHeaders } from './cors';
import { controlAnswer } from './control';
import { allowed, errorAnswer, finish, notThere, wrongMethod } from './answers';
import { cookiesOf, forged } from './csrf';
import { Drafts } from './drafts';
import {
  answerBefore,
  breakingOff,
  bytesBeforeDrop,
  crawling,
  crippled,
  gatewayAnswer
} from './faultBodies';
import { Faults, IFault } from './faults';
import { afterwards, beforehand } from './faultEffects';
import { ConnectionDropped, html, HttpError, redirect } from './http';
import { LateRequests } from './lateRequests';
import { IUser } from './model';
import { RateLimiter } from './rateLimit';
import { decodePath, tokenOf, withBody } from './requestParts';
import { IContext, IRoute, LimitKind, match } from './router';
import { API_ROUTES, PAGE_ROUTES } from './routes';
import { ISettings, Profile, settingsOf } from './settings';
import { ISecrets, newSecrets, State } from './state';

/** One line of the log: never bodies, never tokens. */
export interface ILogEntry {
  method: string;
  path: string;
  /** 0 when the connection was dropped. */
  status: number;
}

/** What a server knows of a request and `Request` does not. */
export interface IOrigin {
  /** The path as it was sent: `Request` resolves `..` in it. */
  rawPath?: string;
  /** The caller's address, for rate limits. */
  address?: string;
}

/** A Zenodo that runs here. */
export class Simulator {
  readonly settings: ISettings;
  readonly faults = new Faults();
  readonly log: ILogEntry[] = [];
  /** Off: a site without rate limits, which says nothing of them, as InvenioRDM is by itself. */
  hasLimits = true;
  secrets: ISecrets;
  state: State;
  private _limiter: RateLimiter;
  private _late: LateRequests;

  constructor(
    profile: Profile = 'sandbox',
    changes: Partial<ISettings> = {},
    secrets?: ISecrets
  ) {
    this.settings = settingsOf(profile, changes);
    this.secrets = secrets ?? newSecrets(this.settings);
    this.state = new State(this.settings, this.secrets);
    this._limiter = new RateLimiter(this.settings.now);
    this._late = new LateRequests(this.settings.now);
  }

  /** Forget everything but the tokens, clients and communities. */
  reset(): void {
    this.faults.clear();
    this.hasLimits = true;
    this.log.length = 0;
    this.state = new State(this.settings, this.secrets);
    this._limiter = new RateLimiter(this.settings.now);
    this._late = new LateRequests(this.settings.now);
  }

  /** Answer a request; throws `ConnectionDropped` when there is no answer. */
  async handle(request: Request, origin: IOrigin = {}): Promise<Response> {
    const url = new URL(request.url);
    const path = decodePath(origin.rawPath ?? url.pathname);
    if (path.startsWith('/_simulator/')) {
      return controlAnswer(this, request, path);
    }
    await this.arriveLate();
    const entry: ILogEntry = { method: request.method, path, status: 0 };
    this.log.push(entry);
    const faults = this.faults.take(request.method, path);
    const answer = await this._withFaults(faults, request, url, path, origin);
    entry.status = answer.status;
    return answer;
  }

  /** Carry out the late requests whose time has come, as each request does. */
  arriveLate(): Promise<void> {
    return this._late.arrive();
  }

  private async _withFaults(
    faults: IFault[],
    request: Request,
    url: URL,
    path: string,
    origin: IOrigin
  ): Promise<Response> {
    let body: ReadableStream<Uint8Array> | null = request.body;
    for (const fault of faults) {
      if (fault.kind === 'delay') {
        await this.settings.sleep(fault.ms ?? 1000);
      } else if (fault.kind === 'late') {
        const carryOut = (late: Request) =>
          this._answer(late, url, path, origin).catch(() => null);
        await this._late.keep(request, fault.ms ?? 1000, carryOut);
        throw new ConnectionDropped();
      } else if (fault.kind === 'revoke-token') {
        this.state.revoked.add(tokenOf(request, url) ?? '');
      } else if (fault.kind === 'drop') {
        const bytes = await bytesBeforeDrop(fault, request);
        if (!bytes) {
          throw new ConnectionDropped();
        }
        body = breakingOff(body, bytes);
      } else if (fault.kind === 'slow') {
        body = crawling(body, fault.bytesPerSecond ?? 65536);
      }
      beforehand(fault, new Drafts(this.state, this.settings), path);
      const answer = answerBefore(fault, request, this.settings.now());
      if (answer) {
        return answer;
      }
    }
    const changed = body === request.body ? request : withBody(request, body);
    const answer = await this._answer(changed, url, path, origin);
    for (const fault of faults) {
      await afterwards(fault, this.state, path);
      if (fault.kind === 'lose-answer') {
        throw new ConnectionDropped();
      }
      if (fault.kind === 'gateway-after') {
        return gatewayAnswer(fault.status);
      }
      if (fault.kind === 'empty-answer' || fault.kind === 'garbled-answer') {
        return crippled(fault, answer);
      }
    }
    return answer;
  }

  private async _answer(
    request: Request,
    url: URL,
    path: string,
    origin: IOrigin
  ): Promise<Response> {
    const isApi = path.startsWith('/api/');
    const found = match(isApi ? API_ROUTES : PAGE_ROUTES, request.method, path);
    const headers: Record<string, string> = isApi ? corsHeaders(request) : {};
    const user = this._userOf(request, url, isApi);
    const context: IContext = {
      request,
      path,
      query: url.searchParams,
      params: found.kind === 'route' ? found.params : [],
      user,
      base: { origin: url.origin, settings: this.settings },
      state: this.state,
      settings: this.settings,
      drafts: new Drafts(this.state, this.settings)
    };
    let answer: Response;
    try {
      if (found.kind === 'nothing') {
        throw notThere();
      }
      if (found.kind === 'wrong method') {
        throw wrongMethod();
      }
      if (found.kind === 'merge slashes') {
        answer = redirect(308, `${url.origin}${encodeURI(found.path)}`);
      } else {
        const problem =
          isApi && !this._byToken(request, url) ? forged(request) : null;
        if (problem) {
          throw new HttpError(400, { message: problem, status: 400 });
        }
        const verdict = this._limit(found.route, request, user, origin);
        Object.assign(headers, verdict.headers);
        if (verdict.exceeded) {
          throw new HttpError(429, {
            message: verdict.exceeded.name,
            status: 429
          });
        }
        answer =
          found.kind === 'options'
            ? html(200, '', { Allow: allowed(found.methods) })
            : await found.route.handle(context);
      }
    } catch (error) {
      answer = errorAnswer(error, isApi);
    }
    return finish(answer, request, isApi, headers);
  }

  private _limit(
    route: IRoute,
    request: Request,
    user: IUser | null,
    origin: IOrigin
  ): ReturnType<RateLimiter['check']> {
    const { limits, limiterFirst } = this.settings;
    if (route.limit === 'none' || !this.hasLimits) {
      return { exceeded: null, headers: {} };
    }
    const guest = `${request.headers.get('User-Agent') ?? ''} ${origin.address ?? ''}`;
    const kind: LimitKind = route.limit;
    if (kind === 'search' || kind === 'badge') {
      return this._limiter.check(`${kind} ${guest}`, limits[kind]);
    }
    return user && !limiterFirst && request.method !== 'OPTIONS'
      ? this._limiter.check(`user ${user.id}`, limits.user)
      : this._limiter.check(`guest ${guest}`, limits.guest);
  }

  private _byToken(request: Request, url: URL): boolean {
    const token = tokenOf(request, url);
    return token !== null && this.state.userOfToken(token) !== null;
  }

  private _userOf(request: Request, url: URL, isApi: boolean): IUser | null {
    const token = tokenOf(request, url);
    const byToken = token === null ? null : this.state.userOfToken(token);
    // Pages know sessions only.
    if (byToken && isApi) {
      return byToken;
    }
    const session = cookiesOf(request).get('session');
    // A session counts in the API only together with its CSRF cookie.
    const trusted = !isApi || cookiesOf(request).has('csrftoken');
    const id = session && trusted ? this.state.sessions.get(session) : null;
    return (id && this.state.users.get(id)) || null;
  }
}
