/** Takes HTML apart without a page: in one go, in time in proportion to its length. */

/** What is in HTML for a reader. */
export interface IHtmlParts {
  /** Its text, blocks and rows of tables on lines of their own. */
  readonly text: string;
  /** What its scripts say, which may hold a chart's data. */
  readonly scripts: readonly string[];
  /** The addresses of its pictures and frames, of which many are the data themselves. */
  readonly sources: readonly string[];
}

const BLOCK =
  /^\/?(?:p|div|br|li|ul|ol|dl|dt|dd|tr|table|thead|tbody|caption|h[1-6]|pre|section|article|hr|text|summary|details)$/;

const CELL = /^(?:td|th)$/;

const NAME = /^\/?[a-z][a-z0-9:-]{0,30}/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
};

/** Take HTML apart. Whatever it is, nothing is thrown. */
export function htmlParts(html: string): IHtmlParts {
  const text: string[] = [];
  const scripts: string[] = [];
  const sources: string[] = [];
  let at = 0;
  let isKept = false;
  // White space is one blank, but in <pre>.
  const add = (part: string) =>
    text.push(isKept ? part : part.replace(/\s+/g, ' '));
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      add(html.slice(at));
      break;
    }
    add(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open);
      continue;
    }
    const name = NAME.exec(html.slice(open + 1, open + 40))?.[0].toLowerCase();
    if (name === undefined) {
      // A lone sign, as in `p < 0.05`.
      text.push('<');
      at = open + 1;
      continue;
    }
    const close = after(html, '>', open);
    const tag = html.slice(open + 1, close);
    at = close;
    if (name === 'script' || name === 'style') {
      const end = endOf(html, name, close);
      if (name === 'script') {
        scripts.push(html.slice(close, end));
      }
      at = after(html, '>', end);
    } else if (BLOCK.test(name)) {
      text.push('\n');
      isKept = name === 'pre' || (isKept && name !== '/pre');
    } else if (CELL.test(name)) {
      text.push('  ');
    }
    const source =
      /\s(?:src|srcdoc|xlink:href|data)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i.exec(
        tag
      );
    if (source) {
      sources.push(source[1] ?? source[2]);
    }
  }
  return { text: readable(text.join('')), scripts, sources };
}

function after(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from);
  return at === -1 ? html.length : at + what.length;
}

function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function readable(text: string): string {
  return text
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
      (whole, ten, sixteen, name) =>
        name
          ? (ENTITIES[name.toLowerCase()] ?? whole)
          : character(ten ? Number(ten) : parseInt(sixteen, 16))
    )
    .split('\n')
    .map(line => line.trim())
    .filter(line => line)
    .join('\n');
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
