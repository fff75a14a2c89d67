import type { IHandles, IHandlesHttp } from '../zenodo/handles';
import type { IHttp, IHttpRequest, IHttpResponse } from '../zenodo/http';
import type { Renewer } from './renewer';

const BEARER = 'Bearer ';

/**
 * Sends requests with a token that is good: one that is over is renewed, and
 * the request is made again by itself. A site answers 403 both to a token that
 * has ended and to what its user may not do (recorded: `auth.bad_token`), so it
 * is asked about the token first; a request that was answered by 403 did nothing.
 */
export class RenewingHttp implements IHandlesHttp {
  /**
   * @param _http - the way to the sites
   * @param handles - who asks for DOIs, where that is not the page
   */
  constructor(
    private readonly _http: IHttp,
    private readonly _renewer: Renewer,
    readonly handles?: IHandles
  ) {}

  async send(request: IHttpRequest): Promise<IHttpResponse> {
    const site = siteOf(request.url);
    const token = tokenOf(request);
    if (site === null || token === null) {
      return this._http.send(request);
    }
    let sent = token;
    if (this._renewer.isDue(site, token)) {
      sent = (await this._renewer.replace(site, token)) ?? token;
    }
    const response = await this._http.send(withToken(request, sent));
    if (
      response.status !== 403 ||
      !this._renewer.canReplace(site, sent) ||
      !(await this._hasEnded(site, sent, request.signal))
    ) {
      return response;
    }
    const other = await this._renewer.replace(site, sent);
    return other ? this._http.send(withToken(request, other)) : response;
  }

  /** One's own list is refused only to those whose token has ended. */
  private async _hasEnded(
    site: string,
    token: string,
    signal?: AbortSignal
  ): Promise<boolean> {
    const { status } = await this._http.send({
      method: 'GET',
      url: `${site}/api/user/records?size=1`,
      headers: {
        Accept: 'application/vnd.inveniordm.v1+json',
        Authorization: `${BEARER}${token}`
      },
      signal
    });
    return status === 403;
  }
}

/** The site of a request to its API. */
function siteOf(url: string): string | null {
  const at = url.indexOf('/api/');
  return at < 0 ? null : url.slice(0, at);
}

function tokenOf({ headers }: IHttpRequest): string | null {
  const { Authorization = '' } = headers;
  return Authorization.startsWith(BEARER)
    ? Authorization.slice(BEARER.length)
    : null;
}

function withToken(request: IHttpRequest, token: string): IHttpRequest {
  return {
    ...request,
    headers: { ...request.headers, Authorization: `${BEARER}${token}` }
  };
}
