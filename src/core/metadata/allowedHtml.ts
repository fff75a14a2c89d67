/** Source: Zenodo's allowed tags (zenodo-api 7). */
const TAGS: ReadonlySet<string> = new Set(
  'a abbr acronym b blockquote br code div table tbody td th tr em h1 h2 h3 h4 h5 i li ol p pre span strike strong sub sup u ul'.split(
    ' '
  )
);

/**
 * About what the site keeps of some HTML: tags that it does not know go, their
 * text stays. Only for telling how much is left; what is shown is cleaned by
 * the page.
 */
export function keptHtml(html: string): string {
  return html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<\/?([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/gi, (tag, name: string) =>
      TAGS.has(name.toLowerCase()) ? tag : ''
    )
    .trim();
}
