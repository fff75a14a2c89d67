/**
 * One InvenioRDM instance, and what it can do. All URLs without a trailing slash.
 */
export interface ISite {
  /** `zenodo`, `zenodo-sandbox`, or the id given in the settings. */
  readonly id: string;
  /** What the user reads. */
  readonly name: string;
  /** Origin of the pages, as `https://zenodo.org`; the API is at `<url>/api`. */
  readonly url: string;
  /** A DOI made here may be cited. */
  readonly citableDoi: boolean;
  /** The prefix of this site's DOIs, as `10.5281`. */
  readonly doiPrefix: string;
  /** Where a DOI leads, as `https://doi.org`; the handle API is at `<doiResolver>/api/handles`. */
  readonly doiResolver: string;
  /** The Binder hub that resolves this site's DOIs, or null: no Binder badge. */
  readonly binder: string | null;
  /** A site to practise on: marked as TEST everywhere, working notebooks stay unchanged. */
  readonly test: boolean;
}

/** zenodo.org */
export const zenodo: ISite = {
  id: 'zenodo',
  name: 'Zenodo',
  url: 'https://zenodo.org',
  citableDoi: true,
  doiPrefix: '10.5281',
  doiResolver: 'https://doi.org',
  binder: 'https://mybinder.org',
  test: false
};

/** sandbox.zenodo.org: separate accounts and tokens; its DOIs are not registered. */
export const zenodoSandbox: ISite = {
  id: 'zenodo-sandbox',
  name: 'Zenodo Sandbox',
  url: 'https://sandbox.zenodo.org',
  citableDoi: false,
  doiPrefix: '10.5072',
  doiResolver: 'https://doi.org',
  binder: null,
  test: true
};

/** The sites that settings can add to but not override. */
export const builtInSites: readonly ISite[] = [zenodo, zenodoSandbox];

/** Where a publication goes after its rehearsal: the first site that is none to practise on; null = there is none. */
export function siteForReal(sites: readonly ISite[]): ISite | null {
  return sites.find(({ test }) => !test) ?? null;
}

/** `https://zenodo.org/api` */
export function apiUrl(site: ISite): string {
  return `${site.url}/api`;
}

/** The page on which the user makes a personal access token. */
export function tokenPageUrl(site: ISite): string {
  return `${site.url}/account/settings/applications/tokens/new/`;
}

/** The page on which the user sees, and takes back, what was allowed to whom. */
export function applicationsUrl(site: ISite): string {
  return `${site.url}/account/settings/applications/`;
}

/** The page of a draft, for its owner. */
export function draftPageUrl(site: ISite, id: string): string {
  return `${site.url}/uploads/${encodeURIComponent(id)}`;
}

/** The page of a published record. */
export function recordPageUrl(site: ISite, id: string): string {
  return `${site.url}/records/${encodeURIComponent(id)}`;
}

/** The page of a request, for its user. Source: `self_html` of the recorded requests. */
export function requestPageUrl(site: ISite, id: string): string {
  return `${site.url}/me/requests/${encodeURIComponent(id)}`;
}

/** The link of a DOI. */
export function doiUrl(site: ISite, doi: string): string {
  return `${site.doiResolver}/${encodeURI(doi)}`;
}

/** The image of the DOI badge. Source: Zenodo's `/badge/DOI/<doi>.svg` route. */
export function doiBadgeUrl(site: ISite, doi: string): string {
  return `${site.url}/badge/DOI/${encodeURI(doi)}.svg`;
}

/** The page of a draft for whoever has one of its secret links. Source: invenio-app-rdm, `preview_html`. */
export function sharedDraftUrl(site: ISite, id: string, token: string): string {
  return `${site.url}/records/${encodeURIComponent(id)}?preview=1&token=${encodeURIComponent(token)}`;
}
