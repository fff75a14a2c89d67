import { IFileEntry } from '../files';
import { IPlanEntry, ReasonKind } from './entry';

/** An entry with its path on the server, before it has a place in the bundle. */
export type IFound = Omit<IPlanEntry, 'path' | 'source'> & {
  readonly source: string;
};

/** Why the files of a walk are in. */
export type Because = Pick<IPlanEntry, 'reason' | 'reasonKind'>;

/** What an entry of the plan takes over from the server. */
export function outline(
  entry: IFileEntry
): Pick<IPlanEntry, 'kind' | 'size' | 'lastModified'> {
  return {
    kind: entry.kind,
    size: entry.kind === 'file' ? entry.size : null,
    lastModified: entry.lastModified
  };
}

/** A folder that is left out as a whole. */
export function folderEntry(
  source: string,
  reasonKind: ReasonKind,
  reason: string
): IFound {
  return { source, kind: 'folder', size: null, lastModified: '', included: false, reason, reasonKind }; // prettier-ignore
}
