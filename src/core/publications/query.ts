import { cleanDoi } from '../zenodo/parse';
import type { IPublicationItem } from './item';

/** Words of a search that are looked for at most. */
const MOST_WORDS = 10;

/** The DOI that a search text is, or that its link leads to; else null. */
export function doiIn(text: string): string | null {
  const [, doi] =
    /^(?:doi:|https?:\/\/[^/\s]{1,200}\/(?:doi\/)?)?(10\.\d{4,9}\/\S{1,200})$/i.exec(
      text.trim()
    ) ?? [];
  return cleanDoi(doi);
}

/**
 * A search text in the site's query language, in which nothing of it has a
 * meaning: a DOI in full, else words of the title, each of which may go on.
 * '' for a text without words.
 */
export function ownQuery(text: string): string {
  const doi = doiIn(text);
  if (doi) {
    return `pids.doi.identifier:"${doi}" OR parent.pids.doi.identifier:"${doi}"`;
  }
  return wordsOf(text)
    .map(word => `metadata.title:${word}*`)
    .join(' AND ');
}

/** Whether a publication that is known here fits a search text. */
export function fits(
  { title, doi, conceptDoi, depositId }: IPublicationItem,
  text: string
): boolean {
  const wanted = doiIn(text);
  if (wanted) {
    return [doi, conceptDoi].some(
      one => one?.toLowerCase() === wanted.toLowerCase()
    );
  }
  const words = wordsOf(text);
  const there = [...wordsOf(title, Infinity), depositId ?? ''];
  return words.every(word => there.some(one => one.startsWith(word)));
}

/** Words as a search engine cuts a text: letters and digits. */
function wordsOf(text: string, most = MOST_WORDS): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, most);
}
