import { ITranslator } from '../text';
import { plainText } from './errors';
import { asList, asObject } from './parse';
import { builtInSites, ISite } from './sites';

/** The sites that settings add, and what was wrong with the rest. */
export interface ISiteSettings {
  readonly sites: readonly ISite[];
  /** Texts for the user. */
  readonly problems: readonly string[];
}

/**
 * Read the sites of the settings (a user's, or a hub administrator's): untrusted.
 * Built-in sites cannot be overridden: neither their ids nor their hosts.
 */
export function parseSites(value: unknown, trans: ITranslator): ISiteSettings {
  const sites: ISite[] = [];
  const problems: string[] = [];
  for (const entry of asList(value).slice(0, maxSites)) {
    const result = parseSite(entry, sites, trans);
    if (typeof result === 'string') {
      problems.push(result);
    } else {
      sites.push(result);
    }
  }
  return { sites, problems };
}

function parseSite(
  entry: unknown,
  others: readonly ISite[],
  trans: ITranslator
): ISite | string {
  const settings = asObject(entry);
  const text = (name: string) => {
    const value = settings[name];
    return typeof value === 'string' ? plainText(value, 200) : '';
  };
  const id = text('id');
  const name = text('name') || id;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) {
    return trans.__(
      'The site “%1” needs an id of small letters, digits and hyphens.',
      name
    );
  }
  if ([...builtInSites, ...others].some(site => site.id === id)) {
    return trans.__('There is already a site with the id “%1”.', id);
  }
  const url = cleanUrl(settings.url);
  if (!url) {
    return trans.__(
      'The address of the site “%1” cannot be used. It must begin with https:// and hold no password; http:// is possible only on this computer.',
      name
    );
  }
  if (isHostOfBuiltIn(url)) {
    return trans.__(
      'The site “%1” has the address of a site that is built in.',
      name
    );
  }
  if ([...builtInSites, ...others].some(site => alike(site.name, name))) {
    return trans.__('There is already a site with the name “%1”.', name);
  }
  const doiPrefix = text('doiPrefix');
  if (doiPrefix && !/^10\.\d{4,9}$/.test(doiPrefix)) {
    return trans.__('The DOI prefix of the site “%1” cannot be used.', name);
  }
  const resolver = optionalUrl(settings.doiResolver);
  const binder = optionalUrl(settings.binder);
  if (resolver === undefined || binder === undefined) {
    return trans.__(
      'The address of the DOI resolver or of Binder of the site “%1” cannot be used.',
      name
    );
  }
  return {
    id,
    name,
    url,
    doiPrefix,
    doiResolver: resolver ?? 'https://doi.org',
    binder,
    // Where the settings do not say that DOIs may be cited, it is a site to practise on.
    citableDoi: settings.citableDoi === true,
    test:
      typeof settings.test === 'boolean'
        ? settings.test
        : settings.citableDoi !== true
  };
}

/**
 * Zenodo with the Binder hub of the settings; without one, as it is built in.
 * Null = the address cannot be used.
 */
export function withHub(site: ISite, value: unknown): ISite | null {
  const hub = optionalUrl(value);
  return hub === undefined ? null : hub ? { ...site, binder: hub } : site;
}

/** Sites that settings may add. */
const maxSites = 20;

/** Null where there is none, undefined where it cannot be used. */
function optionalUrl(value: unknown): string | null | undefined {
  return value === undefined || value === null || value === ''
    ? null
    : (cleanUrl(value) ?? undefined);
}

/** An address without a trailing slash; null where it cannot be used. */
function cleanUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 500) {
    return null;
  }
  let url: URL;
  try {
    url = new URL(value.trim());
  } catch {
    return null;
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
  if (!isSafe || url.username || url.password || url.search || url.hash) {
    return null;
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function isHostOfBuiltIn(address: string): boolean {
  const host = new URL(address).hostname.replace(/\.$/, '');
  return builtInSites.some(site => {
    const builtIn = new URL(site.url).hostname;
    return host === builtIn || host === `www.${builtIn}`;
  });
}

function alike(a: string, b: string): boolean {
  return (
    a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()
  );
}
