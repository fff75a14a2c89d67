import { isWithin } from '../../core/bundle/entry';
import type { IPlanEntry, ReasonKind } from '../../core/bundle/entry';
import type { IContentsState } from '../../session/contentsState';

/** A file or folder above the top folder that may be taken in. */
export interface IFileAbove {
  /** Where it would be in the bundle: at the top. */
  readonly path: string;
  /** Path on the server. */
  readonly source: string;
  readonly folder: boolean;
  readonly reason: string;
  /** Bytes; null where they are not known. */
  readonly size: number | null;
  readonly taken: boolean;
}

/** What is looked for above the root; a file with another reason was not found there. */
const kinds: readonly ReasonKind[] = [
  'environment',
  'readme',
  'license',
  'citation'
];

/**
 * What was found above the root, whether it was taken in or not, by name.
 * What was taken in is among the entries, a folder by its files.
 */
export function filesAbove({
  above,
  entries,
  root
}: Pick<IContentsState, 'above' | 'entries' | 'root'>): IFileAbove[] {
  const found = new Map<string, IFileAbove>();
  for (const { path, source, kind, reason, size } of above) {
    if (source !== null) {
      const folder = kind === 'folder';
      found.set(source, { path, source, folder, reason, size, taken: false });
    }
  }
  for (const entry of entries) {
    const proposal = proposalOf(entry, root);
    if (proposal) {
      const before = found.get(proposal.source);
      const both = before?.taken && proposal.taken;
      found.set(proposal.source, {
        ...(before ?? proposal),
        size: both ? sum(before.size, proposal.size) : proposal.size,
        taken: proposal.taken || before?.taken === true
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The proposal that an entry came from; null = it came from within the root. */
function proposalOf(entry: IPlanEntry, root: string): IFileAbove | null {
  const { path, source, size, reason, included } = entry;
  if (
    source === null ||
    entry.locked ||
    isWithin(source, root) ||
    !kinds.includes(entry.reasonKind)
  ) {
    return null;
  }
  const [top] = path.split('/');
  const rest = path.slice(top.length);
  return {
    path: top,
    source: source.slice(0, source.length - rest.length),
    folder: rest !== '',
    reason,
    size,
    taken: included
  };
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
