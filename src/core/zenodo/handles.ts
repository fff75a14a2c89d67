import { HttpConnectionError, IHttp, parseJson } from './http';
import { asObject } from './parse';
import { ISite } from './sites';

/**
 * The port to those who can ask a resolver where the browser's network may not
 * let the page do so. Adapters: `ServerHandles`; an object in tests.
 */
export interface IHandles {
  /**
   * Whether a DOI leads anywhere; null = they cannot tell.
   *
   * @param resolver - as `https://doi.org`
   * @throws CancelledError
   */
  resolves(
    resolver: string,
    doi: string,
    signal?: AbortSignal
  ): Promise<boolean | null>;
}

/** A way to the sites that has others ask for DOIs. */
export interface IHandlesHttp extends IHttp {
  readonly handles?: IHandles;
}

/**
 * Whether a DOI leads anywhere yet: it is registered in the background, seconds
 * to minutes after publishing. False too when the resolver cannot be asked.
 *
 * Others are asked first, where there are any; else the page asks. Without token and without headers, so that a browser sends no preflight.
 * Source: handle proxy's JSON API, https://www.handle.net/proxy_servlet.html
 *
 * @throws CancelledError
 */
export async function doiResolves(
  http: IHandlesHttp,
  site: ISite,
  doi: string,
  signal?: AbortSignal
): Promise<boolean> {
  const told = await http.handles?.resolves(site.doiResolver, doi, signal);
  if (typeof told === 'boolean') {
    return told;
  }
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
