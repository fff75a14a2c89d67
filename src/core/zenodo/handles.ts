import { HttpConnectionError, IHttp, parseJson } from './http';
import { asObject } from './parse';
import { ISite } from './sites';

/**
 * Whether a DOI leads anywhere yet: it is registered in the background, seconds
 * to minutes after publishing. False too when the resolver cannot be asked.
 *
 * Asked without token and without headers, so that a browser sends no preflight.
 * Source: handle proxy's JSON API, https://www.handle.net/proxy_servlet.html
 *
 * @throws CancelledError
 */
export async function doiResolves(
  http: IHttp,
  site: ISite,
  doi: string,
  signal?: AbortSignal
): Promise<boolean> {
  const handle = doi.split('/').map(encodeURIComponent).join('/');
  try {
    const response = await http.send({
      method: 'GET',
      url: `${site.doiResolver}/api/handles/${handle}`,
      headers: {},
      signal
    });
    return (
      response.status === 200 &&
      asObject(parseJson(response.text())).responseCode === 1
    );
  } catch (error) {
    if (error instanceof HttpConnectionError) {
      return false;
    }
    throw error;
  }
}
