import { escapeHtml } from '../escapeHtml';

/** Deeper emphasis than this is left as it is typed. */
const DEEPEST = 4;

/** One kind of mark-up within a line. All lengths are bounded: time is linear. */
interface IMark {
  readonly pattern: RegExp;
  html(match: RegExpExecArray, depth: number): string;
}

function link(address: string, text: string): string {
  return /^(?:https?|ftp|mailto):/i.test(address)
    ? `<a href="${escapeHtml(address)}">${text}</a>`
    : text;
}

function emphasis(tag: string, pattern: RegExp): IMark {
  return {
    pattern,
    html: ([, inner], depth) =>
      `<${tag}>${inlineHtml(inner, depth + 1)}</${tag}>`
  };
}

/* Sticky, tried in this order at each character that may begin one. */
const MARKS: readonly IMark[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, html: ([, mark]) => escapeHtml(mark) },
  {
    pattern: /(?<!`)(`{1,3})(?!`)([^\n]{0,999}?[^`\n])\1(?!`)/y,
    html: ([, , code]) => `<code>${escapeHtml(code.trim())}</code>`
  },
  {
    // The site drops images: what they say stays.
    pattern: /!\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?: "[^"\n]{0,300}")?\)/y,
    html: ([, text]) => escapeHtml(text)
  },
  {
    pattern: /\[([^[\]\n]{1,500})\]\(([^()\s]{1,2000})(?: "[^"\n]{0,300}")?\)/y,
    html: ([, text, address], depth) =>
      link(address, inlineHtml(text, depth + 1))
  },
  {
    pattern: /<((?:https?|ftp|mailto):[^\s<>]{1,2000})>/iy,
    html: ([, address]) => link(address, escapeHtml(address))
  },
  emphasis('strong', /\*\*(?![\s*])([^\n]{0,999}?[^\s*\\])\*\*(?!\*)/y),
  emphasis('strong', /(?<![\p{L}\p{N}_])__(?![\s_])([^\n]{0,999}?[^\s_\\])__(?![\p{L}\p{N}_])/uy), // prettier-ignore
  emphasis('em', /\*(?![\s*])([^*\n]{0,999}[^\s*\\])\*(?!\*)/y),
  emphasis('em', /(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]{0,999}[^\s_\\])_(?![\p{L}\p{N}_])/uy) // prettier-ignore
];

/** Characters that may begin a mark. */
const BEGINS = /[\\`![<*_]/;

/** A line of Markdown as HTML; what is no mark-up is escaped. */
export function inlineHtml(line: string, depth = 0): string {
  let html = '';
  let plain = 0;
  let at = 0;
  while (at < line.length) {
    const found =
      depth < DEEPEST && BEGINS.test(line[at]) ? markAt(line, at) : null;
    if (found) {
      html += escapeHtml(line.slice(plain, at));
      html += found.mark.html(found.match, depth);
      at += found.match[0].length;
      plain = at;
    } else {
      at += 1;
    }
  }
  return html + escapeHtml(line.slice(plain));
}

function markAt(
  line: string,
  at: number
): { mark: IMark; match: RegExpExecArray } | null {
  for (const mark of MARKS) {
    mark.pattern.lastIndex = at;
    const match = mark.pattern.exec(line);
    if (match) {
      return { mark, match };
    }
  }
  return null;
}
