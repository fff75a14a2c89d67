import type { SourceNode } from './sourceNode';
import { bareDoi, isZenodoDoi, type IWorkIdentifier } from './workIdentifier';

/** The DOI that the work has already, unless it is one that a site like this gave out. */
export function readOwnDoi(node: SourceNode): IWorkIdentifier[] {
  const written = node.line();
  const doi = bareDoi(written);
  if (!written) {
    return [];
  }
  if (!doi) {
    node.complain();
    return [];
  }
  if (isZenodoDoi(doi)) {
    tellZenodoDoi(node, doi);
    return [];
  }
  return [{ identifier: doi, scheme: 'doi' }];
}

/** A DOI of Zenodo's belongs to one version, and never to the one that is made now. */
export function tellZenodoDoi(node: SourceNode, doi: string): void {
  const { path, trans } = node.findings;
  node.tell(
    'zenodo-doi',
    'info',
    trans.__(
      '%1 names %2, the DOI of a record that is on Zenodo already. This publication gets a DOI of its own.',
      path,
      doi
    )
  );
}
