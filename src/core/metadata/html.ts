import { cleanText } from './clean';
import { escapeHtml } from './escapeHtml';
import { markdownToHtml } from './markdown/markdown';
import type { TextFormat } from './model';
import { htmlToText } from './plainText';

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
      const lines = paragraph.split('\n').map(line => escapeHtml(line.trim()));
      return `<p>${lines.join('<br>')}</p>`;
    })
    .join('');
}

/**
 * HTML, in a tag where it has none: the server takes `&lt;b&gt;` for `<b>` where
 * there is no tag at all, and drops it.
 *
 * Source: ftfy, `unescape_html` (`auto`); seen on a real server.
 */
export function withTag(html: string, tag: 'p' | 'span'): string {
  return html.includes('&lt;') && !html.includes('<')
    ? `<${tag}>${html}</${tag}>`
    : html;
}

/** A description, as it is written, as the HTML that is sent. '' for blank text. */
export function descriptionHtml(text: string, format: TextFormat): string {
  switch (format) {
    case 'text':
      return paragraphsToHtml(text);
    case 'markdown':
      return markdownToHtml(text);
    case 'html':
      return withTag(cleanText(text), 'p');
  }
}

/** A description, as it is written, as plain text. */
export function descriptionText(text: string, format: TextFormat): string {
  return format === 'html' ? htmlToText(text) : cleanText(text);
}
