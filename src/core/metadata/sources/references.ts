import type { IReference } from '../model';

const DOI_IN_TEXT = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"'<>]+/g;

/** A DOI in a sentence ends before the full stop, and before a bracket that opened before it. */
function trimmed(doi: string): string {
  const bare = doi.replace(/[.,;:]+$/, '');
  const isClosed =
    bare.endsWith(')') && bare.split(')').length > bare.split('(').length;
  return isClosed ? bare.slice(0, -1).replace(/[.,;:]+$/, '') : bare;
}

/** A reference in words, with the DOI where the text holds exactly one. */
export function referenceOf(reference: string): Omit<IReference, 'key'> {
  const dois = new Set(
    (reference.match(DOI_IN_TEXT) ?? []).map(doi => trimmed(doi))
  );
  const [doi] = dois;
  return dois.size === 1
    ? { reference, identifier: doi, scheme: 'doi' }
    : { reference, identifier: '', scheme: '' };
}
