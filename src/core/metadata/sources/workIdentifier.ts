/** The identifier of a work, as the form has it. */
export interface IWorkIdentifier {
  readonly identifier: string;
  /** '' = the site tells it from the identifier. */
  readonly scheme: string;
}

const DOI =
  /^(?:doi:\s*|(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\/(?:doi:)?|https?:\/\/(?:sandbox\.)?zenodo\.org\/doi\/)?(10\.\d+(?:\.\d+)*\/\S+)$/i;

/** Schemes by which somebody may begin an identifier, and that the site knows. */
const PREFIXED: readonly (readonly [RegExp, string])[] = [
  [/^arxiv:\s*(?=\S)/i, 'arxiv'],
  [/^ark:\/?(?=\S)/i, 'ark'],
  [/^(?:hdl:\s*|https?:\/\/hdl\.handle\.net\/)(?=\S)/i, 'handle'],
  [/^urn:(?=\S)/i, 'urn'],
  [/^pmid:\s*(?=\d)/i, 'pmid'],
  [/^(?:isbn:?\s*)(?=[\dX])/i, 'isbn'],
  [/^(?:issn:?\s*)(?=\d)/i, 'issn']
];

/** What the site takes for something else, or refuses, unless it is called "other". */
const OTHERS =
  /^(?:swh:1:|hal[:-]|ascl:|pmc\d|openalex:|rrid:|nihms|[a-z]+-\d{8}(?:v\d)?$)/i;

/** The DOI in any notation as `10.5281/zenodo.1`; null for what is none. */
export function bareDoi(written: string): string | null {
  return DOI.exec(written.trim())?.[1] ?? null;
}

/** Whether a DOI is one of Zenodo's or its sandbox's, which the site gives out itself. */
export function isZenodoDoi(doi: string): boolean {
  return /^10\.(?:5281|5072)\/zenodo\./i.test(doi);
}

/** A web address that the site takes; '' for what is none. */
export function webAddress(written: string): string {
  const text = written.trim();
  return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(text) ? text : '';
}

/**
 * The identifier of a work. Null for what can be none: a path, a sentence, an
 * address without `https://`, which the site would take for a handle.
 *
 * Source: metadata crosswalk 5.3.
 */
export function workIdentifier(written: string): IWorkIdentifier | null {
  const text = written.trim();
  const doi = bareDoi(text);
  if (doi) {
    return { identifier: doi, scheme: 'doi' };
  }
  if (!text || /\s/.test(text.replace(/^[a-z]+:\s+/i, ''))) {
    return null;
  }
  for (const [prefix, scheme] of PREFIXED) {
    if (prefix.test(text)) {
      return { identifier: withPrefix(text, prefix, scheme), scheme };
    }
  }
  const url = webAddress(text);
  if (url) {
    return { identifier: url, scheme: 'url' };
  }
  if (OTHERS.test(text)) {
    return { identifier: text, scheme: 'other' };
  }
  // What is left is told by the site from its form: numbers with check digits.
  return /^[\dX-]{8,17}$/i.test(text) ? { identifier: text, scheme: '' } : null;
}

/** The identifier with the prefix that its scheme has, or without where it has none. */
function withPrefix(text: string, prefix: RegExp, scheme: string): string {
  const bare = text.replace(prefix, '');
  switch (scheme) {
    case 'arxiv':
      return `arXiv:${bare}`;
    case 'handle':
      return `hdl:${bare}`;
    case 'pmid':
      return `pmid:${bare}`;
    case 'isbn':
    case 'issn':
      return bare;
    default:
      return text;
  }
}

/**
 * The web address of a repository, from what git and package managers write:
 * without `git+`, `.git`, user names and passwords. '' for what has none.
 */
export function repositoryAddress(written: string): string {
  const text = written
    .trim()
    .replace(/^(?:scm:)?(?:git\+|git:(?=https?:|ssh:))/i, '')
    .replace(
      /^(?:git|ssh):\/\/(?:[^@/\s]*@)?([^@/\s:]+)(?::\d+)?/i,
      'https://$1'
    )
    .replace(/^[\w.-]+@([\w.-]+):(?!\d+\/)/, 'https://$1/');
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/i.exec(
    text
  );
  if (short) {
    const host = (short[1] ?? 'github').toLowerCase();
    const domain = host === 'bitbucket' ? 'bitbucket.org' : `${host}.com`;
    return `https://${domain}/${short[2].replace(/\.git$/, '')}`;
  }
  return webAddress(
    text
      .replace(/^(https?:\/\/)[^@/\s]*@/i, '$1')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .replace(/\.git$/, '')
  );
}
