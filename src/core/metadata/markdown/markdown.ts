import { cleanText } from '../clean';
import { escapeHtml } from '../escapeHtml';
import { inlineHtml } from './inline';

/** Lists and quotations that are nested deeper than this are paragraphs. */
const DEEPEST = 4;

const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;

/** Reads lines from the top. */
class Blocks {
  constructor(
    private readonly _lines: readonly string[],
    private readonly _depth: number
  ) {}

  html(): string {
    const parts: string[] = [];
    while (this._at < this._lines.length) {
      parts.push(this._next());
    }
    return parts.join('');
  }

  private _next(): string {
    const line = this._lines[this._at];
    const deeper = this._depth < DEEPEST;
    const heading = HEADING.exec(line);
    if (!line.trim() || RULE.test(line)) {
      this._at += 1; // The site drops rules.
      return '';
    }
    if (FENCE.test(line)) {
      return this._code();
    }
    if (heading) {
      this._at += 1;
      // The site has no sixth level.
      const level = Math.min(heading[1].length, 5);
      const text = heading[2].trimEnd().replace(/[ \t]#{1,20}$/, '');
      return `<h${level}>${inlineHtml(text.trimEnd())}</h${level}>`;
    }
    if (deeper && QUOTE.test(line)) {
      return this._quote();
    }
    return deeper && ITEM.test(line) ? this._list() : this._paragraph();
  }

  private _code(): string {
    const mark = FENCE.exec(this._lines[this._at])?.[1] ?? '';
    const lines: string[] = [];
    for (this._at += 1; this._at < this._lines.length; this._at += 1) {
      const line = this._lines[this._at];
      if (line.trim() === mark) {
        this._at += 1;
        break;
      }
      lines.push(line);
    }
    return `<pre><code>${escapeHtml(lines.join('\n'))}</code></pre>`;
  }

  private _quote(): string {
    const lines: string[] = [];
    while (QUOTE.test(this._lines[this._at] ?? '')) {
      lines.push(this._lines[this._at].replace(QUOTE, ''));
      this._at += 1;
    }
    return `<blockquote>${this._inner(lines)}</blockquote>`;
  }

  private _list(): string {
    const [first] = ITEM.exec(this._lines[this._at]) ?? [''];
    const numbered = /\d/.test(first);
    const items: string[] = [];
    for (;;) {
      const match = ITEM.exec(this._lines[this._at] ?? '');
      if (!match || /\d/.test(match[0]) !== numbered) {
        break;
      }
      items.push(this._item(match[0].length));
    }
    const tag = numbered ? 'ol' : 'ul';
    return `<${tag}>${items.join('')}</${tag}>`;
  }

  /** Lines belong to an item while they are indented, or go on with its paragraph. */
  private _item(indent: number): string {
    const lines = [this._lines[this._at].slice(indent)];
    for (this._at += 1; this._at < this._lines.length; this._at += 1) {
      const line = this._lines[this._at];
      const next = line.trim() ? line : (this._lines[this._at + 1] ?? '');
      const isInner = /^(?: {2,}|\t)/.test(next);
      if (!isInner && (!line.trim() || this._isNew(line))) {
        break;
      }
      lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    }
    // Blank lines between items do not end the list.
    while (
      this._at < this._lines.length &&
      !this._lines[this._at].trim() &&
      ITEM.test(this._lines[this._at + 1] ?? '')
    ) {
      this._at += 1;
    }
    const html = this._inner(lines);
    // What a list is made of is no paragraph, unless it is set apart.
    const isTight = lines.every(line => line.trim());
    return `<li>${isTight ? html.replace(/^<p>([^]*?)<\/p>/, '$1') : html}</li>`;
  }

  private _paragraph(): string {
    const lines: string[] = [];
    do {
      lines.push(this._lines[this._at]);
      this._at += 1;
    } while (
      this._at < this._lines.length &&
      this._lines[this._at].trim() &&
      !this._isNew(this._lines[this._at])
    );
    const html = lines.map((line, index) => {
      const breaks = index < lines.length - 1 && /(?: {2,}|\\)$/.test(line);
      const text = line.replace(/\\$/, '').trim();
      return inlineHtml(text) + (breaks ? '<br>' : '');
    });
    return `<p>${html.join('\n')}</p>`;
  }

  /** Whether a line begins something else than a paragraph. */
  private _isNew(line: string): boolean {
    return [FENCE, HEADING, RULE, QUOTE, ITEM].some(mark => mark.test(line));
  }

  private _inner(lines: readonly string[]): string {
    return new Blocks(lines, this._depth + 1).html();
  }

  private _at = 0;
}

/**
 * The Markdown that people write into a description (paragraphs, headings,
 * lists, quotations, code, emphasis, links) as HTML of tags that the site
 * keeps. HTML in it is shown as it is typed, images as their alternative text.
 *
 * Sources: CommonMark 0.31, of which this is a part; Zenodo's allowed tags
 * (zenodo-api 7).
 */
export function markdownToHtml(text: string): string {
  return new Blocks(cleanText(text).split('\n'), 0).html();
}
