/**
 * Links that open a record in Binder.
 *
 * BinderHub's own page makes `<hub>/v2/zenodo/<DOI>/?urlpath=<path>` with the
 * DOI as it is (`LinkGenerator.jsx` and `binderhub-client/lib/spec.js` of
 * 2026-04-20). On arrival `urlpath` is decoded once, by `URLSearchParams`, and
 * then read as a URL relative to the server, `new URL(urlpath, server)`. So
 * the path is encoded part by part first and then as a whole: otherwise `#`,
 * `?` and `%` in a file's name would cut it off.
 */

/** What a launch link leads to. */
export interface ILaunch {
  /** The hub's base URL, as `https://mybinder.org`. */
  readonly hub: string;
  /** The version's DOI: a badge shall always open the same files. */
  readonly doi: string;
  /** The file to be opened, by its path in the bundle; without one, the folder. */
  readonly path?: string;
}

/** The link that opens a file of a record in JupyterLab on Binder. */
export function launchUrl({ hub, doi, path = '' }: ILaunch): string {
  const parts = path.split('/').map(encodePart).join('/');
  const inner = path ? `lab/tree/${parts}` : 'lab';
  return `${launchBase(hub, doi)}?urlpath=${encodeURIComponent(inner)}`;
}

/** What all links begin with that open a record on a hub. */
export function launchBase(hub: string, doi: string): string {
  return `${baseUrl(hub)}/v2/zenodo/${encodeDoi(doi)}/`;
}

/** Binder's picture for badges; every hub serves it. */
export function binderBadgeUrl(hub: string): string {
  return `${baseUrl(hub)}/badge_logo.svg`;
}

function baseUrl(hub: string): string {
  return hub.trim().replace(/\/+$/, '');
}

/**
 * A part of a path. Parentheses, which `encodeURIComponent` leaves, would end a
 * link in Markdown; a part of dots only would leave the folder.
 */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    /[()*'!]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

/**
 * A DOI goes in as it is, but for what would end the path. (Zenodo's own DOIs
 * hold nothing of that; DOIs of other agencies can.)
 */
function encodeDoi(doi: string): string {
  return encodeURI(doi).replace(
    /[?#()]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
