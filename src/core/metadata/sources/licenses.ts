import { licenseChoice, licenseId } from '../spdx';
import type { ILicense } from '../model';
import type { SourceNode } from './sourceNode';
import { webAddress } from './workIdentifier';

/** Pages of licences, each with the form of its address. */
const PAGES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/([\w.+-]+?)(?:\.html|\.json|\.txt)?\/?$/i,
    id => id
  ],
  [
    /^https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/.*)?$/i,
    (terms, version) => `cc-${terms}-${version}`
  ],
  [
    /^https?:\/\/(?:www\.)?creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/.*)?$/i,
    () => 'cc0-1.0'
  ],
  [
    /^https?:\/\/(?:www\.)?opensource\.org\/licenses?\/([\w.+-]+?)(?:-license)?(?:\.php)?\/?$/i,
    id => id
  ],
  [
    /^https?:\/\/(?:www\.)?apache\.org\/licenses\/license-2\.0(?:\.html|\.txt)?$/i,
    () => 'apache-2.0'
  ],
  [
    /^https?:\/\/(?:www\.)?gnu\.org\/licenses\/(a?gpl|lgpl)-(\d\.\d)(?:\.\w+)?$/i,
    (name, version) => `${name}-${version}`
  ]
];

/** The id of the site's vocabulary for the address of a licence's page; null for another address. */
function ofAddress(url: string): string | null {
  for (const [pattern, make] of PAGES) {
    const match = pattern.exec(url);
    if (match) {
      return licenseId(make(...match.slice(1)));
    }
  }
  return null;
}

/** A licence by the id of the site's vocabulary; its title is looked up later. */
export function licenseById(id: string): ILicense {
  return { id, title: id };
}

/**
 * The licences in some values: SPDX ids and expressions, addresses of licences'
 * pages, common spellings. All alternatives are taken, which is told; what
 * cannot be said by an id becomes a licence in words of its own if it has an
 * address, and is told otherwise.
 */
export function licensesOf(nodes: readonly SourceNode[]): ILicense[] {
  const found = new Map<string, ILicense>();
  for (const node of nodes) {
    if (typeof node.value !== 'string') {
      node.complain();
      continue;
    }
    const written = node.line();
    const url = webAddress(written);
    const ofPage = url ? ofAddress(url) : null;
    const { ids, unknown } = ofPage
      ? { ids: [ofPage], unknown: [] }
      : url
        ? { ids: [], unknown: [] }
        : licenseChoice([written]);
    ids.forEach(id => found.set(id, licenseById(id)));
    if (url && !ofPage) {
      found.set(url, ownLicense(url, url));
    }
    for (const expression of unknown) {
      tellUnknown(node, expression);
    }
  }
  const [first] = nodes;
  if (found.size > 1) {
    const { path, trans } = first.findings;
    first.tell(
      'license-choice',
      'info',
      trans.__('%1 names several licenses. The record names all of them.', path)
    );
  }
  return [...found.values()];
}

/** A licence in words of its own. */
export function ownLicense(title: string, link: string): ILicense {
  return { id: '', title, own: { key: link || title, description: '', link } };
}

function tellUnknown(node: SourceNode, expression: string): void {
  const { path, trans } = node.findings;
  node.tell(
    'license-unknown',
    'warning',
    trans.__(
      'The license “%1” in %2 cannot be filled in. Choose one.',
      expression.slice(0, 80),
      path
    )
  );
}
