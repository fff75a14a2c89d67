import { act } from 'react';

/** Names, which are the same in all languages: of sites, files, units, identifiers, and Binder's badge. */
const NAMES = new Set([
  ...['Zenodo', 'Sandbox', 'zenodo', 'org', 'sandbox', 'https'],
  ...['json', 'codemeta', 'cff', 'CITATION'],
  ...['kB', 'MB', 'DOI', 'launch', 'binder'],
  // What the browser writes in its own language, in dates.
  ...['November', 'December', 'Nov', 'Dec', 'at', 'AM', 'PM']
]);

const LATIN = /[A-Za-z][A-Za-z]+/g;

/** All texts within a value. */
export function textsOf(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
}

/**
 * Words within an element, drawn in the pseudo-locale, that did not come from
 * the translator.
 *
 * @param data - the user's own words, and the site's
 */
export function untranslatedIn(
  host: HTMLElement,
  data: readonly string[]
): string[] {
  const seen = new Set<string>();
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    seen.add(walker.currentNode.nodeValue ?? '');
  }
  for (const one of host.querySelectorAll('*')) {
    for (const name of [
      ...['aria-label', 'title', 'placeholder', 'alt'],
      'aria-valuetext'
    ]) {
      seen.add(one.getAttribute(name) ?? '');
    }
  }
  const known = data
    .filter(text => text !== '')
    .sort((a, b) => b.length - a.length);
  return [...seen]
    .map(text => known.reduce((rest, one) => rest.split(one).join(' '), text))
    .flatMap(text => text.match(LATIN) ?? [])
    .filter(word => !NAMES.has(word));
}

/** Unfold everything that can be unfolded, and open all cards. */
export function unfold(host: HTMLElement): void {
  for (let round = 0; round < 3; round++) {
    for (const one of host.querySelectorAll<HTMLElement>(
      'button[aria-expanded="false"], .jp-ZenodoPublisher-creatorDo button:first-child'
    )) {
      act(() => one.click());
    }
  }
}
