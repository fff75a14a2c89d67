import type { IPlace, IWorkLink } from '../finding';
import { detectScheme } from './identifiers/detect';
import { normalizeIdentifier } from './identifiers/normalize';
import { WORK_SCHEMES } from './identifiers/schemes';

/** A text in which works may be named. */
export interface IWorkText {
  readonly text: string;
  readonly place: IPlace;
  /** Code fetches what it names; a text may only speak of it. */
  readonly isCode: boolean;
}

/** A work that a text names. */
export interface IFoundWork {
  readonly link: IWorkLink;
  /** Where it is named first. */
  readonly place: IPlace;
  /** It is fetched as data, not only spoken of. */
  readonly isData: boolean;
}

/** More of a text is not looked at. */
const LONGEST = 200_000;

/** A longer DOI is a text that lost its blanks. */
const LONGEST_DOI = 200;

const DOI = /10\.\d{4,9}(?:\.\d+)*\/[^\s"'<>`|\\{}\]?#&,;]{1,300}/g;
const ZENODO = /https?:\/\/zenodo\.org\/(?:api\/)?records?\/(\d+)/g;
const OSF =
  /https?:\/\/(?:www\.)?(?:osf\.io|api\.osf\.io\/v2\/(?:nodes|registrations)|files\.osf\.io\/v1\/resources)\/([a-z\d]{5})(?![a-z\d])/gi;

/** Pictures of a DOI and links that open a record in Binder: of the work itself. */
const BADGES = [
  /\/badge\/DOI\/(10\.[^\s"')\]]{1,100}?)\.svg/gi,
  /\/v2\/zenodo\/(10\.[^\s"')\]/]{1,30}\/[^\s"')\]/?#]{1,100})/gi,
  // A picture of a badge that leads to it.
  /badge[^\s)\]]{0,200}\)\]\((?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.[^\s)]{1,200})\)/gi
];

/** Agencies whose DOIs are those of data, mostly. */
const DATA =
  /^10\.(?:5061|5066|5067|5281|6084|7289|7910|15468|17605|17632|24381|24432|1594)\//;

/** DOIs for tests, and one that stands for a DOI that is not there yet. */
const NO_WORK = /^10\.5072\/|^10\.5281\/zenodo\.0+$/i;

/** By what a work is known again, in whatever notation: an OSF project has a DOI and an address. */
export function workKey(identifier: string, scheme: string): string {
  const bare = normalizeIdentifier(
    identifier.trim(),
    scheme || (detectScheme(identifier, WORK_SCHEMES) ?? '')
  ).toLowerCase();
  const osf =
    /^(?:10\.17605\/|https?:\/\/(?:www\.)?)osf\.io\/([a-z\d]{5})\/?$/.exec(
      bare
    );
  const zenodo =
    /^https?:\/\/zenodo\.org\/(?:records?|doi\/10\.5281)\/(?:zenodo\.)?(\d+)$/.exec(
      bare
    );
  return osf ? `osf ${osf[1]}` : zenodo ? `10.5281/zenodo.${zenodo[1]}` : bare;
}

/**
 * The data sets, OSF projects and other works that texts name by a DOI or an
 * address, each once, where it is fetched by preference. Badges are left out:
 * they are about the work itself. What is fetched is referenced; an OSF project
 * that is spoken of supplements the work.
 *
 * Sources: metadata crosswalk 3c, 3d, 5 (relations); Zenodo, OSF: their
 * addresses.
 */
export function worksInText(texts: readonly IWorkText[]): IFoundWork[] {
  const own = new Set<string>();
  const found = new Map<string, IFoundWork>();
  for (const { text, place, isCode } of texts) {
    const plain = text
      .slice(0, LONGEST)
      .replace(/%2F/gi, '/')
      .replace(/%3A/gi, ':');
    badgesIn(plain).forEach(doi => own.add(workKey(doi, 'doi')));
    for (const { identifier, at } of namedIn(plain)) {
      const scheme = detectScheme(identifier, WORK_SCHEMES);
      const isComment = !isCode || isInComment(plain, at);
      const key = workKey(identifier, scheme ?? '');
      const isData = isCode && (!isComment || DATA.test(identifier));
      const known = found.get(key);
      if (
        scheme &&
        !NO_WORK.test(identifier) &&
        (!known || (isData && !known.isData))
      ) {
        found.set(key, {
          link: linkOf(identifier, scheme, isData),
          ...{ place, isData }
        });
      }
    }
  }
  own.forEach(key => found.delete(key));
  return [...found.values()];
}

function linkOf(
  identifier: string,
  scheme: string,
  isData: boolean
): IWorkLink {
  const isProject = /^(?:10\.17605|https:\/\/osf\.io)\//i.test(identifier);
  return {
    identifier,
    scheme,
    relation: isProject && !isData ? 'issupplementedby' : 'references',
    resourceType: isData ? 'dataset' : ''
  };
}

function badgesIn(text: string): string[] {
  return BADGES.flatMap(pattern =>
    [...text.matchAll(pattern)].map(([, doi]) => doi)
  );
}

/** DOIs, and the addresses of which the DOI or the project is known. */
function namedIn(text: string): { identifier: string; at: number }[] {
  const all = (pattern: RegExp, read: (match: RegExpMatchArray) => string) =>
    [...text.matchAll(pattern)].map(match => ({
      identifier: read(match),
      at: match.index ?? 0
    }));
  return [
    ...all(DOI, ([doi]) => trimmedDoi(doi)),
    ...all(ZENODO, ([, id]) => `10.5281/zenodo.${id}`),
    ...all(OSF, ([, id]) => `https://osf.io/${id.toLowerCase()}`)
  ].filter(({ identifier }) => identifier !== '');
}

/** A DOI without what a sentence, Markdown or a file of the record put after it. */
function trimmedDoi(written: string): string {
  // A file of the record may stand after it.
  const record =
    /^10\.(?:5281\/zenodo\.\d+|6084\/m9\.figshare\.\d+(?:\.v\d+)?)/i.exec(
      written
    );
  let doi = record ? record[0] : written.replace(/[.:*_!/]+$/, '');
  while (doi.endsWith(')') && doi.split(')').length > doi.split('(').length) {
    doi = doi.slice(0, -1).replace(/[.:*_!]+$/, '');
  }
  // A number that is divided looks like one.
  const isWhole = doi.length <= LONGEST_DOI && /\/(?:.*[a-z]|\d{5})/i.test(doi);
  return isWhole ? doi : '';
}

/** Whether a place of code lies in a line that is a comment. */
function isInComment(code: string, at: number): boolean {
  const start = code.lastIndexOf('\n', at - 1) + 1;
  return /^\s*(?:#|\/\/|--)/.test(code.slice(start, at));
}
