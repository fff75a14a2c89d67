import { nameOf } from '../paths';
/**
 * The title of a notebook: what its author calls it, else a readable form of
 * its file's name.
 */
import { cellSource, ICell, isBadgeCell, isJsonObject } from './notebook';

/**
 * The title: the first level-1 heading of a Markdown cell, else
 * `metadata.title` (nbconvert's title, a part of the format), else the file's
 * name made readable. One line of plain text.
 */
export function notebookTitle(
  notebook: { readonly cells: readonly ICell[]; readonly metadata?: unknown },
  path: string
): string {
  for (const cell of notebook.cells) {
    if (cell.cell_type === 'markdown' && !isBadgeCell(cell)) {
      const heading = firstHeading(cellSource(cell));
      const text = heading === null ? '' : plainText(heading);
      if (text) {
        return text;
      }
    }
  }
  const { metadata } = notebook;
  const title = isJsonObject(metadata) ? metadata.title : undefined;
  const text = typeof title === 'string' ? plainText(title) : '';
  return text || readableName(path);
}

/** `figures/02-co2_fluxes.ipynb` becomes `Co2 fluxes`. */
export function readableName(path: string): string {
  const name = nameOf(path).replace(/\.[^.]+$/, '');
  const words = name
    .replace(/^\d+[-_. ]+(?=\S)/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const text = words || name;
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** The first level-1 heading of Markdown, ATX or setext, outside fenced code; null for none. */
export function firstHeading(source: string): string | null {
  let fence: string | null = null;
  let paragraph: string[] = [];
  for (const line of source.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null;
      paragraph = [];
      continue;
    }
    if (fence !== null) {
      continue;
    }
    const atx = /^ {0,3}#(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (atx) {
      return atx[1] ?? '';
    }
    const html = /^\s*<h1\b[^>]*>(.*?)<\/h1>/i.exec(line);
    if (html) {
      return html[1];
    }
    if (/^ {0,3}=+[ \t]*$/.test(line) && paragraph.length) {
      return paragraph.join(' ');
    }
    const isText = line.trim() !== '' && !/^ {0,3}(?:#|>|[-*+] )/.test(line);
    paragraph = isText ? [...paragraph, line.trim()] : [];
  }
  return null;
}

/**
 * Markdown without its marks. Formulas between `$` stay as they are: Zenodo
 * shows titles as plain text, and an author knows better what to make of them.
 */
export function plainText(markdown: string): string {
  const kept: string[] = [];
  const keep = (text: string) => `\u0000${kept.push(text) - 1}\u0000`;
  const text = markdown
    .replace(/\u0000/g, '')
    .replace(/\$\$?[^$]+\$\$?/g, keep)
    .replace(/(`+)\s?([^`]*?)\s?\1(?!`)/g, (_, _mark, code: string) =>
      keep(code)
    )
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => keep(character))
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(https?:[^>\s]*)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/!\[[^\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g, '')
    .replace(
      /\[([^\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g,
      '$1'
    )
    .replace(/(\*\*\*|\*\*|\*|~~)(?=\S)([^*~]*?\S)\1/g, '$2')
    .replace(
      /(^|[^\p{L}\p{N}_])(___|__|_)(?=\S)(.*?\S)\2(?![\p{L}\p{N}_])/gu,
      '$1$3'
    )
    .replace(
      /&(amp|lt|gt|quot|nbsp|#39);/g,
      (_, name: string) => ENTITIES[name]
    );
  const restore = (part: string): string =>
    part.replace(/\u0000(\d+)\u0000/g, (_, index: string) =>
      restore(kept[Number(index)])
    );
  return restore(text).replace(/\s+/g, ' ').trim();
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'"
};
