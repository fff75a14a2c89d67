import type { ITranslator } from '../text';
import { plainText } from '../zenodo/errors';
import { cleanDoi, cleanId } from '../zenodo/parse';
import type { ISite } from '../zenodo/sites';
import { RecordAddressError } from './errors';

/** Where a record may be. */
export interface IRecordPlace {
  readonly site: ISite;
  /** Of the record, or of all its versions. */
  readonly id: string;
}

/** Resolvers of DOIs that everybody uses. */
const RESOLVERS = ['doi.org', 'dx.doi.org', 'www.doi.org'];

/**
 * The record that somebody typed or pasted: a DOI in any of its forms, the
 * address of a record's page or of one of its files, or a link of Binder. Sites
 * for tests may share their prefix (10.5072 is everybody's): then there are
 * several places, the preferred site's first.
 *
 * @param preferredId - the site that is meant when several are possible
 * @throws RecordAddressError
 */
export function recordPlaces(
  text: string,
  sites: readonly ISite[],
  preferredId: string,
  trans: ITranslator
): IRecordPlace[] {
  const typed = text.trim().replace(/^<(.*)>$/, '$1');
  const fail = (reason: RecordAddressError.Reason, message: string) =>
    new RecordAddressError(reason, message);
  if (!typed) {
    throw fail(
      'empty',
      trans.__('Paste the DOI or the address of a record here.')
    );
  }
  const doi = doiIn(typed.replace(/^doi:\s*/i, ''));
  if (doi) {
    return placesOf(doi, sites, preferredId, trans);
  }
  const url = urlOf(typed);
  if (!url) {
    throw fail(
      'no-address',
      trans.__(
        '“%1” is neither a DOI nor the address of a record. A DOI looks like 10.5281/zenodo.1234567.',
        plainText(typed, 60)
      )
    );
  }
  const own = sites.filter(site => new URL(site.url).host === hostIn(url));
  const linked = linkedDoi(url, sites, own.length > 0);
  if (linked) {
    return placesOf(linked, own.length > 0 ? own : sites, preferredId, trans);
  }
  if (own.length === 0) {
    throw fail(
      'unknown-host',
      trans.__(
        '%1 is no site that is known here. Records can be opened from %2. More sites are added in the settings.',
        plainText(url.host, 60),
        names(sites)
      )
    );
  }
  const [, kind, part] =
    /^(?:\/api)?\/(records?|deposit|uploads)\/([^/]+)/.exec(url.pathname) ?? [];
  const id = cleanId(part);
  if (!id) {
    throw fail(
      'no-record',
      trans.__('This address on %1 is not that of a record.', own[0].name)
    );
  }
  if (kind === 'uploads' || kind === 'deposit') {
    throw fail(
      'draft',
      trans.__(
        'This is the address of a draft. It can be opened here once it is published.'
      )
    );
  }
  return own.map(site => ({ site, id }));
}

function placesOf(
  doi: string,
  sites: readonly ISite[],
  preferredId: string,
  trans: ITranslator
): IRecordPlace[] {
  const [prefix] = doi.split('/', 1);
  // Zenodo's are `zenodo.<id>`; InvenioRDM's own default is the id alone.
  const id = cleanId(
    /(?:^|\.)([^.]+)$/.exec(doi.slice(prefix.length + 1))?.[1]
  );
  const places = sites
    .filter(site => site.doiPrefix === prefix && id)
    .map(site => ({ site, id }))
    .sort(
      (a, b) =>
        Number(b.site.id === preferredId) - Number(a.site.id === preferredId)
    );
  if (places.length === 0) {
    throw new RecordAddressError(
      'unknown-doi',
      trans.__(
        'The DOI %1 is not of a site that is known here. Records can be opened from %2.',
        plainText(doi, 60),
        names(sites)
      )
    );
  }
  return places;
}

/** A DOI that a text is, or null. */
function doiIn(text: string): string | null {
  return /^10\.\d/.test(text) ? cleanDoi(text.replace(/[.,;]+$/, '')) : null;
}

/** The DOI in an address: of a resolver, of a site's own pages, or of Binder. */
function linkedDoi(
  url: URL,
  sites: readonly ISite[],
  isOwn: boolean
): string | null {
  const path = decoded(url.pathname).replace(/^\//, '');
  const resolves =
    RESOLVERS.includes(url.host) ||
    sites.some(({ doiResolver }) => new URL(doiResolver).host === url.host);
  const binder = /^v2\/zenodo\/(10\.\d+\/[^/]+)/.exec(path);
  const page = isOwn ? /^(?:doi|badge\/DOI)\/(10\..+)$/.exec(path) : null;
  return (
    (resolves ? doiIn(path) : null) ??
    (binder ? doiIn(binder[1]) : null) ??
    (page ? doiIn(page[1].replace(/\.svg$/, '')) : null)
  );
}

function urlOf(text: string): URL | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!hasScheme && !/^[\w.-]+\.[\w-]+(:\d+)?\//.test(text)) {
    return null;
  }
  try {
    const url = new URL(hasScheme ? text : `https://${text}`);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function hostIn(url: URL): string {
  return url.host.replace(/^www\./, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function names(sites: readonly ISite[]): string {
  return sites.map(({ name }) => name).join(', ');
}
