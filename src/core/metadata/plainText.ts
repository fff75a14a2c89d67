const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  hellip: '…',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  reg: '®'
};

function character(code: number, whole: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Entities as the characters they stand for; unknown ones stay. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,10}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) {
        return character(parseInt(decimal, 10), whole);
      }
      if (hex) {
        return character(parseInt(hex, 16), whole);
      }
      return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
    }
  );
}

/** Comments and tags out; what looks like a comparison (`a < b`) stays. */
export function stripTags(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/gi, '');
}

/** Paragraphs of HTML as plain text, blank lines between them. */
export function htmlToText(html: string): string {
  const broken = html
    .replace(/\s+/g, ' ')
    .replace(/ ?<br ?\/?> ?/gi, '\n')
    .replace(/ ?<\/(?:p|div|li|h[1-6]|blockquote|pre)> ?/gi, '\n\n');
  return decodeEntities(stripTags(broken))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const IMAGE = /!\[[^[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])?/g;
const LINK = /\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;

/** Whether anything would be left if links and images were taken out as well. */
export function saysSomething(markdown: string): boolean {
  const bare = stripTags(
    markdown
      .replace(IMAGE, '')
      .replace(LINK, '')
      .replace(/<(?:https?:|mailto:)[^<>\s]+>/g, '')
      .replace(/<a\s[^<>]*>[^<]*<\/a>/gi, '')
  );
  return /\p{L}{2}/u.test(bare);
}
