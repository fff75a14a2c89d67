/**
 * The badge: its text in a notebook or README, and the notebook metadata that
 * say where a notebook was published.
 *
 * All URLs are parameters. Zenodo's DOI badge is
 * `https://zenodo.org/badge/DOI/<doi>.svg`, Binder's `<hub>/badge_logo.svg`
 * (BinderHub's own snippet: `[![Binder](<hub>/badge_logo.svg)](<launch URL>)`);
 * a simulator and other sites serve their own.
 */
import { ITranslator, plainEnglish } from '../text';

import { IJsonObject, isJsonObject } from './notebook';

/** Which badges to show. */
export type BadgeForm = 'doi-and-binder' | 'doi' | 'none';

/** The DOI shown before there is one, so that a preview has the final shape. */
export const PLACEHOLDER_DOI = '10.5281/zenodo.0000000';

/** All that a badge shows. */
export interface IBadge {
  readonly form: BadgeForm;
  /** The version's DOI. */
  readonly doi: string;
  /** Where the DOI leads: `https://doi.org/<doi>`, or a test site's record. */
  readonly doiUrl: string;
  /** The picture of the DOI; without one, the DOI is a link of words. */
  readonly doiBadgeUrl?: string;
  /** Binder's picture. */
  readonly binderBadgeUrl?: string;
  /** The launch link of this notebook; needed for the Binder badge. */
  readonly launchUrl?: string;
  /** The site is for tests: its DOIs cannot be cited. */
  readonly testOnly?: boolean;
}

/** Escape text for a link's label or a picture's description in Markdown. */
function label(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]`*_<>!&~^$|]/g, '\\$&');
}

/**
 * Make a URL fit between the parentheses of a Markdown link. CommonMark ends a
 * destination at white space and at an unbalanced parenthesis; some renderers
 * (and LaTeX conversion) stumble over balanced ones too, so that all are
 * percent-encoded, which a URL's reader undoes. An `&` that would begin a
 * character reference is written as one.
 */
export function markdownUrl(url: string): string {
  return url
    .replace(/[\s()<>[\]\\"'`|^{}\u0000-\u001f\u007f]/g, character =>
      Array.from(
        new TextEncoder().encode(character),
        byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
      ).join('')
    )
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

function picture(alt: string, image: string, link: string): string {
  return `[![${label(alt)}](${markdownUrl(image)})](${markdownUrl(link)})`;
}

/**
 * The badges in one line of Markdown, to be copied; empty for the form `none`.
 * The texts in pictures stay English, as in every badge: they are read by the
 * readers of the publication, not by its author.
 */
export function badgeMarkdown(badge: IBadge): string {
  if (badge.form === 'none') {
    return '';
  }
  const name = badge.testOnly ? `TEST DOI ${badge.doi}` : `DOI ${badge.doi}`;
  const parts = [
    badge.doiBadgeUrl
      ? picture(name, badge.doiBadgeUrl, badge.doiUrl)
      : `[${label(name)}](${markdownUrl(badge.doiUrl)})`
  ];
  const { launchUrl, binderBadgeUrl } = badge;
  if (badge.form === 'doi-and-binder' && launchUrl && binderBadgeUrl) {
    parts.push(picture('Launch Binder', binderBadgeUrl, launchUrl));
  }
  return parts.join(' ');
}

/**
 * The source of the badge cell, or null for the form `none`: then there is no
 * badge cell. A test says so in words, in the archive's language, English by
 * default.
 */
export function badgeSource(
  badge: IBadge,
  trans: ITranslator = plainEnglish
): string | null {
  if (badge.form === 'none') {
    return null;
  }
  const line = badgeMarkdown(badge);
  return badge.testOnly
    ? `${line}\n\n${trans.__('**TEST, not citable.** This copy was published on a site for tests.')}`
    : line;
}

/** The key of our notebook metadata. */
export const IDENTITY_KEY = 'zenodo_publisher';

/** Where a notebook was published: notebook metadata `zenodo_publisher`. */
export interface IPublishedIdentity {
  readonly version: 1;
  /** The site, as its publisher named it. */
  readonly site: string;
  /** The record's id on that site. */
  readonly record: string;
  readonly doi: string;
  /** The DOI of all versions, where the site gives one. */
  readonly concept_doi?: string;
}

/**
 * The identity as JSON, with sorted keys, as Jupyter writes them: so saving a
 * notebook with it changes nothing.
 */
export function identityJson(identity: IPublishedIdentity): IJsonObject {
  const { version, site, record, doi, concept_doi } = identity;
  return {
    ...(concept_doi ? { concept_doi } : {}),
    doi,
    record,
    site,
    version
  };
}

/**
 * Where a notebook says it was published, or null. The metadata are the
 * notebook's word only: whoever wrote it may have copied it from another one.
 *
 * @param notebook - anything with notebook metadata.
 */
export function readPublishedIdentity(notebook: {
  readonly metadata?: unknown;
}): IPublishedIdentity | null {
  const found = isJsonObject(notebook.metadata)
    ? notebook.metadata[IDENTITY_KEY]
    : undefined;
  if (!isJsonObject(found) || found.version !== 1) {
    return null;
  }
  const { site, record, doi, concept_doi } = found;
  if (
    typeof site !== 'string' ||
    typeof record !== 'string' ||
    typeof doi !== 'string' ||
    !/^10\.\d+\/\S+$/.test(doi)
  ) {
    return null;
  }
  return typeof concept_doi === 'string' && concept_doi
    ? { version: 1, site, record, doi, concept_doi }
    : { version: 1, site, record, doi };
}
