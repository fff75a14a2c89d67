import { IClock } from '../clock';
import { PublisherError } from '../error';
import { ITranslator } from '../text';
import { answerError, describeAnswer } from './answerError';
import { apiAddress } from './apiAddress';
import {
  AnswerLostError,
  IAnswerDetails,
  IErrorContext,
  NotSignedInError,
  RateLimitedError,
  SiteTroubleError,
  SiteUnreachableError,
  UnexpectedAnswerError
} from './errors';
import { HttpConnectionError, IHttp, IHttpResponse, parseJson } from './http';
import {
  IRetryPolicy,
  patient,
  WaitListener,
  waitUntil,
  withRetries
} from './retry';
import { ISiteTraffic, trafficOf } from './siteTraffic';
import { ISite } from './sites';

/** Milliseconds of a wait that is told; a shorter one would only flicker. */
const worthTelling = 1_000;

/** What a client of a site needs. */
export interface ISiteApiOptions {
  readonly site: ISite;
  readonly http: IHttp;
  readonly clock: IClock;
  readonly trans: ITranslator;
  /** The token of this site, asked for at each call and never kept; null = not signed in. */
  readonly getToken: () => string | null;
  /** Told of each wait that a server or the network forces on us. */
  readonly onWait?: WaitListener;
}

/** One call of the API. */
export interface ICall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The parts of the path after `/api`, not encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** A blob is sent as it is, all else as JSON. */
  readonly body?: Blob | object;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether it may be made again without asking when its answer is lost. If not,
   * a lost answer becomes `AnswerLostError`. Default: only `GET`.
   */
  readonly repeatable?: boolean;
  /** What is parsed of the answer: its JSON, or its text as it is. Default: JSON. */
  readonly reads?: 'json' | 'text';
  /** Whether the token is sent: default. Without it, a browser asks no preflight. */
  readonly withToken?: boolean;
  /** Whether redirects on the same site are followed; only without the token. */
  readonly followsRedirects?: boolean;
  readonly isPublishing?: boolean;
  /**
   * For what can be done without: fails with `RateLimitedError`, without
   * asking, when the server would take fewer requests than this.
   */
  readonly spare?: number;
  readonly policy?: IRetryPolicy;
  readonly onProgress?: (sentBytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Calls the API of one site: addresses, headers, token, waiting, errors.
 *
 * All addresses are made here, under the site's own `/api`; links in answers are
 * never followed, so the token cannot leave the site.
 */
export class SiteApi {
  constructor(private readonly _options: ISiteApiOptions) {
    const { http, site, clock } = _options;
    this.traffic = trafficOf(http, site, clock);
  }

  /** What is shared with all others that talk to this site from here. */
  readonly traffic: ISiteTraffic;

  get site(): ISite {
    return this._options.site;
  }

  get clock(): IClock {
    return this._options.clock;
  }

  get trans(): ITranslator {
    return this._options.trans;
  }

  /**
   * Make a call and parse its answer; `parse` answers null for what it does not
   * understand.
   *
   * @throws SiteError, BadAddressError, CancelledError
   */
  async call<T>(call: ICall, parse: (json: unknown) => T | null): Promise<T> {
    const { clock, onWait } = this._options;
    const repeatable = call.repeatable ?? call.method === 'GET';
    const policy = call.policy ?? patient;
    const attempt = () => this._send(call, policy, parse);
    try {
      return await withRetries(attempt, {
        clock,
        policy,
        repeatable,
        onWait,
        signal: call.signal
      });
    } catch (error) {
      if (
        !repeatable &&
        (error instanceof SiteUnreachableError ||
          error instanceof UnexpectedAnswerError ||
          (error instanceof SiteTroubleError && error.status >= 500))
      ) {
        throw new AnswerLostError(
          { ...this._context(error.details), cause: error },
          call.isPublishing
        );
      }
      throw error;
    }
  }

  private async _send<T>(
    call: ICall,
    policy: IRetryPolicy,
    parse: (json: unknown) => T | null
  ): Promise<T> {
    const { http, clock, onWait } = this._options;
    const { method, body, signal, onProgress } = call;
    const url = apiAddress(this.site, call.path, this.trans);
    const query = new URLSearchParams(call.query).toString();
    const silent = { method, url, status: null, message: '' };
    const bucket = call.withToken === false ? 'guest' : 'token';
    const short = call.spare
      ? this.traffic.limits.shortUntil(call.spare)
      : null;
    if (short !== null) {
      throw new RateLimitedError(this._context(silent), short);
    }
    const until = this.traffic.limits.take(bucket);
    if (until !== null && policy.limitAttempts > 1) {
      const wait = { reason: 'rate-limit' as const, until, attempt: 1 };
      const isLong = until - clock.now() >= worthTelling;
      await waitUntil(wait, clock, isLong ? onWait : undefined, signal);
    }
    // Read as late as possible: the user may sign in again during a wait.
    const token = bucket === 'token' ? this._options.getToken() : null;
    if (bucket === 'token' && !token) {
      throw new NotSignedInError(this._context(silent));
    }
    let response: IHttpResponse;
    try {
      response = await http.send({
        method,
        url: query ? `${url}?${query}` : url,
        headers: {
          Accept: 'application/vnd.inveniordm.v1+json',
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          // Exactly these: with a charset or another type the answer is 415.
          ...(body instanceof Blob
            ? { 'Content-Type': 'application/octet-stream' }
            : body
              ? { 'Content-Type': 'application/json' }
              : {}),
          ...call.headers
        },
        body:
          body === undefined || body instanceof Blob
            ? (body ?? null)
            : JSON.stringify(body),
        followsRedirects: call.followsRedirects,
        onProgress,
        signal
      });
    } catch (error) {
      if (error instanceof HttpConnectionError) {
        throw new SiteUnreachableError({
          ...this._context(silent),
          cause: error
        });
      }
      throw error;
    }
    this.traffic.limits.note(bucket, response);
    const json = parseJson(response.text());
    const context = this._context(
      describeAnswer(method, url, response, json, token)
    );
    if (response.status < 200 || response.status >= 300) {
      throw answerError(response, json, context, clock.now());
    }
    const result = parse(call.reads === 'text' ? response.text() : json);
    if (result === null) {
      throw new UnexpectedAnswerError(context);
    }
    return result;
  }

  private _context(details: IAnswerDetails): IErrorContext {
    return { trans: this.trans, site: this.site, details };
  }
}

/** For calls whose answer has nothing to read. */
export function nothing(): true {
  return true;
}

/** Run a call for which "not there" is an answer and not an error. */
export async function orNull<T>(
  call: Promise<T>,
  isAbsence: (error: PublisherError) => boolean
): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PublisherError && isAbsence(error)) {
      return null;
    }
    throw error;
  }
}
