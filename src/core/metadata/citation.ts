import { cleanLine } from './clean';
import type { ICreator, IMetadata } from './model';

/** What a citation is made of. */
export interface ICitationOptions {
  readonly metadata: IMetadata;
  readonly publisher: string;
  /** The DOI as a link. */
  readonly doiUrl: string;
}

/** `Ana Marques` → `A. M.`, `Jean-Paul` → `J.-P.` */
function initials(givenName: string): string {
  return cleanLine(givenName)
    .split(' ')
    .filter(part => part)
    .map(part =>
      part
        .split('-')
        .filter(piece => piece)
        .map(piece => `${[...piece][0].toUpperCase()}.`)
        .join('-')
    )
    .join(' ');
}

function citedName(creator: ICreator): string {
  if (creator.kind === 'organisation') {
    return cleanLine(creator.name);
  }
  return [cleanLine(creator.familyName), initials(creator.givenName)]
    .filter(part => part)
    .join(', ');
}

/** Up to 20 names; of more the first 19 and the last. */
function citedNames(creators: readonly ICreator[]): string {
  const names = creators.map(citedName).filter(name => name);
  if (names.length > 20) {
    return `${names.slice(0, 19).join(', ')}, … ${names[names.length - 1]}`;
  }
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')}, & ${names[names.length - 1]}`
    : names.join('');
}

/**
 * A citation in plain text, in English as the style is:
 * `Silva, A. M., & Doe, J. (2026). Rose scent (1.2.0). Zenodo. https://doi.org/…`
 *
 * Source: Publication Manual of the APA, 7th edition, 9.7 to 9.12 (authors),
 * 10.10 (software); brackets and version as on Zenodo's own pages.
 */
export function citationText(options: ICitationOptions): string {
  const { metadata, publisher, doiUrl } = options;
  const names = citedNames(metadata.creators);
  const year = metadata.publicationDate.trim().slice(0, 4);
  const version = cleanLine(metadata.version);
  const title = cleanLine(metadata.title);
  const work = version ? `${title} (${version})` : title;
  const stop = /[.?!]$/.test(work) ? '' : '.';
  return [names, `(${year}).`, `${work}${stop}`, `${publisher}.`, doiUrl]
    .filter(part => part)
    .join(' ');
}
