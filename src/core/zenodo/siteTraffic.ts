import type { IClock } from '../clock';
import type { IHttp } from './http';
import { RateLimits } from './rateLimit';
import type { ISite } from './sites';
import { Turns } from './turns';

/** What all publications of a page share towards one site: its limits, and the line. */
export interface ISiteTraffic {
  readonly limits: RateLimits;
  /** One file is uploaded at a time. */
  readonly uploads: Turns;
}

/** A page has one way to HTTP; tests have as many as they make. */
const pages = new WeakMap<IHttp, Map<string, ISiteTraffic>>();

/** The traffic of a site, the same for all who have the same way to HTTP. */
export function trafficOf(
  http: IHttp,
  site: Pick<ISite, 'url'>,
  clock: IClock
): ISiteTraffic {
  const sites = pages.get(http) ?? new Map<string, ISiteTraffic>();
  pages.set(http, sites);
  const known = sites.get(site.url) ?? {
    limits: new RateLimits(clock),
    uploads: new Turns()
  };
  sites.set(site.url, known);
  return known;
}
