import { keptHtml } from '../allowedHtml';
import { cleanLine, lengthOf } from '../clean';
import { descriptionHtml } from '../html';
import type { IMetadata } from '../model';
import type { IRuleContext, Objections } from './fieldErrors';

/** The server's limit of a version. Source: metadata crosswalk 3a. */
const LONGEST_VERSION = 191;

/** Titles and descriptions have at least so many characters. */
const SHORTEST = 3;

/** How much of some HTML the site would keep, in characters. */
function keptLength(html: string): number {
  return lengthOf(keptHtml(html));
}

/**
 * Titles, descriptions, keywords and version.
 *
 * Source: invenio-rdm-records, `MetadataSchema`, `TitleSchema`,
 * `DescriptionSchema`.
 */
export function validateTexts(
  metadata: IMetadata,
  { trans }: IRuleContext,
  objections: Objections
): void {
  const tooShort = (title: string) =>
    lengthOf(cleanLine(title)) < SHORTEST
      ? trans.__('Enter a title of at least 3 characters.')
      : null;
  objections.add('title', tooShort(metadata.title));
  metadata.additionalTitles.forEach(({ title, type }, index) => {
    objections.add(`additionalTitles.${index}.title`, tooShort(title));
    objections.add(
      `additionalTitles.${index}.type`,
      type ? null : trans.__('Choose what kind of title this is.')
    );
  });
  const nothingLeft = trans.__(
    'Enter at least 3 characters. Pictures and what else the site does not keep are not counted.'
  );
  const sent = descriptionHtml(
    metadata.description,
    metadata.descriptionFormat
  );
  objections.add(
    'description',
    sent && keptLength(sent) < SHORTEST ? nothingLeft : null
  );
  metadata.additionalDescriptions.forEach((one, index) => {
    objections.add(
      `additionalDescriptions.${index}.description`,
      keptLength(descriptionHtml(one.description, one.format)) < SHORTEST
        ? nothingLeft
        : null
    );
    objections.add(
      `additionalDescriptions.${index}.type`,
      one.type ? null : trans.__('Choose what kind of description this is.')
    );
  });
  objections.add(
    'keywords',
    metadata.keywords.some(keyword => !cleanLine(keyword))
      ? trans.__('Remove the empty keyword.')
      : null
  );
  objections.add(
    'version',
    lengthOf(cleanLine(metadata.version)) > LONGEST_VERSION
      ? trans.__('Use at most %1 characters.', LONGEST_VERSION)
      : null
  );
}
