import * as React from 'react';

/**
 * Elements that Zenodo keeps in a description; all others lose their tag.
 * Source: zenodo-api.md, section 7.
 */
const KEPT = new Set(
  'a abbr acronym b blockquote br code div em h1 h2 h3 h4 h5 i li ol p pre span strike strong sub sup table tbody td th tr u ul'.split(
    ' '
  )
);

/** Elements whose content is no text for readers. */
const DROPPED = new Set(['script', 'style', 'template', 'title', 'textarea']);

/** Nested deeper, only the text is shown. */
const DEEPEST = 30;

function nodesOf(parent: Node, depth: number): React.ReactNode[] {
  return Array.from(parent.childNodes, (node, index) => {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.nodeValue;
    }
    if (!(node instanceof Element)) {
      return null;
    }
    const name = node.localName;
    if (DROPPED.has(name)) {
      return null;
    }
    if (depth >= DEEPEST) {
      return node.textContent;
    }
    const inside = nodesOf(node, depth + 1);
    if (!KEPT.has(name)) {
      return <React.Fragment key={index}>{inside}</React.Fragment>;
    }
    if (name === 'br') {
      return <br key={index} />;
    }
    const href = node.getAttribute('href') ?? '';
    if (name === 'a' && /^(?:https?:\/\/|mailto:)/i.test(href)) {
      return (
        <a key={index} href={href} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      );
    }
    if (/^h\d$/.test(name)) {
      // A heading of the text is none of the panel.
      return (
        <p key={index}>
          <strong>{inside}</strong>
        </p>
      );
    }
    return React.createElement(
      name === 'a' ? 'span' : name,
      { key: index },
      ...inside
    );
  });
}

/**
 * HTML as the site shows it. It is never put into the page: it is parsed apart,
 * where nothing runs or loads, and built anew from the elements that the site
 * keeps, without their attributes but the addresses of links.
 */
export function SafeHtml({ html }: { html: string }): JSX.Element {
  const nodes = React.useMemo(() => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return nodesOf(parsed.body, 0);
  }, [html]);
  return <>{React.Children.toArray(nodes)}</>;
}
