import { cleanText } from './clean';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
};

/**
 * Plain text as HTML of paragraphs and line breaks, which is all that the
 * description needs and which the server keeps as it is. Everything else is
 * escaped: the server would take `$x<y$` for the beginning of a tag and drop
 * the rest. '' for blank text.
 *
 * Source: Zenodo's allowed tags (zenodo-api 7, metadata crosswalk 4.10).
 */
export function paragraphsToHtml(text: string): string {
  return cleanText(text)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter(paragraph => paragraph.trim())
    .map(paragraph => {
      const lines = paragraph
        .split('\n')
        .map(line =>
          line.trim().replace(/[&<>"]/g, character => ENTITIES[character])
        );
      return `<p>${lines.join('<br>')}</p>`;
    })
    .join('');
}
