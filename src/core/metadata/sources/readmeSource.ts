import { firstHeading, plainText } from '../../notebook/title';
import type { IMetadata } from '../model';
import { firstParagraph } from '../readmeText';
import { present } from './present';
import type { ISource } from './source';
import { wellFormed } from './sourceNode';

/** More of a README is not looked at, and a longer line is no title. */
const LONGEST = 20_000;
const LONGEST_TITLE = 250;

/**
 * The first heading and the first paragraph of a README.
 *
 * Source: metadata crosswalk 3f.
 */
export function readReadme(text: string, path: string): ISource {
  const start = wellFormed(text.slice(0, LONGEST));
  // reStructuredText puts a line above a title, too.
  const below = /\.rst$/i.test(path)
    ? start.replace(/^\s*([=#*~^"-])\1{2,}[ \t]*\r?\n/, '')
    : start;
  const title = plainText(firstHeading(below) ?? '');
  const description = firstParagraph(start);
  const values: Partial<IMetadata> = {
    ...(title.length <= LONGEST_TITLE && present('title', title)),
    ...(description && { description, descriptionFormat: 'text' })
  };
  return { values, findings: [] };
}
