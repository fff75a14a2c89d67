/**
 * Cleaning of HTML as InvenioRDM does it: disallowed tags are dropped and
 * their text is kept, even that of `<script>` (FINDINGS 20).
 *
 * Tags and attributes after `invenio_config/default.py`
 * (ALLOWED_HTML_TAGS, ALLOWED_HTML_ATTRS), which Zenodo does not override.
 */

const TAGS = new Set(
  (
    'a abbr acronym b blockquote br code div table tbody td th tr em h1 h2 h3 h4 h5 ' +
    'i li ol p pre span strike strong sub sup u ul'
  ).split(' ')
);

const VOID = new Set(['br']);

const ATTRIBUTES: { [tag: string]: string[] } = {
  a: ['href', 'title', 'name', 'class', 'rel'],
  abbr: ['title'],
  acronym: ['title']
};

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

const ATTRIBUTE =
  /([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** HTML with only the allowed tags and attributes left, and balanced. */
export function cleanHtml(source: string): string {
  let out = '';
  let at = 0;
  const open: string[] = [];
  for (const match of source.matchAll(TOKEN)) {
    out += escapeText(source.slice(at, match.index));
    at = match.index + match[0].length;
    const tag = match[2]?.toLowerCase();
    if (!tag || !TAGS.has(tag)) {
      continue;
    }
    if (!match[1]) {
      out += `<${tag}${attributesOf(tag, match[3])}>`;
      if (!VOID.has(tag)) {
        open.push(tag);
      }
    } else if (open.includes(tag)) {
      // What was left open inside is closed with it.
      let closed: string | undefined;
      do {
        closed = open.pop();
        out += `</${closed}>`;
      } while (closed !== tag);
    }
  }
  out += escapeText(source.slice(at));
  return (
    out +
    open
      .reverse()
      .map(tag => `</${tag}>`)
      .join('')
  );
}

/** The text of HTML, as in `ui.description_stripped`. */
export function stripHtml(source: string): string {
  return decodeText(source.replace(TOKEN, ''));
}

function attributesOf(tag: string, source: string): string {
  const allowed = [...(ATTRIBUTES[tag] ?? []), 'class'];
  let out = '';
  for (const match of source.matchAll(ATTRIBUTE)) {
    const name = match[1].toLowerCase();
    const value = decodeText(match[2] ?? match[3] ?? match[4] ?? '');
    if (!allowed.includes(name) || (name === 'href' && !isHarmless(value))) {
      continue;
    }
    const shown = value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    out += ` ${name}="${shown.replace(/</g, '&lt;')}"`;
  }
  return out;
}

/** Relative addresses and the schemes that the cleaner lets through. */
function isHarmless(address: string): boolean {
  // Control characters and blanks do not stop a browser from seeing a scheme.

  const compact = address.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(compact)?.[1];
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme);
}

const ENTITIES: { [name: string]: string } = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0'
};

function decodeText(text: string): string {
  return text.replace(
    /&(lt|gt|amp|quot|#39|nbsp);/g,
    (_, name: string) => ENTITIES[name]
  );
}

/** Text between tags: bare `<`, `>` and `&` become entities. */
function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
