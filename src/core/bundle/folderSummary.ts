import { IPlanEntry } from './entry';

/** What a folder's line of the tree says. */
export interface IFolderSummary {
  /** All of it goes in, none of it, or some. */
  readonly included: boolean | 'mixed';
  /** Files that are listed, and those of them that go in. */
  readonly files: number;
  readonly filesIn: number;
  /** Bytes of the files that are listed and of those that go in, as far as they are known. */
  readonly bytes: number;
  readonly bytesIn: number;
  /** The user can change nothing in it. */
  readonly locked: boolean;
}

/**
 * Sum up every folder of a plan, by its path; '' is the whole bundle. One pass
 * over the entries: a folder with 10,000 files costs no more than 10,000
 * folders with one. A folder that is left out as a whole is an entry and not
 * a summary.
 */
export function folderSummaries(
  entries: readonly IPlanEntry[]
): Map<string, IFolderSummary> {
  const counts = new Map<string, ICount>();
  for (const entry of entries) {
    let end = entry.path.lastIndexOf('/');
    while (end !== -1) {
      count(counts, entry.path.slice(0, end), entry);
      end = end === 0 ? -1 : entry.path.lastIndexOf('/', end - 1);
    }
    count(counts, '', entry);
  }
  return new Map(
    [...counts].map(([folder, { isIn, isOut, free, ...sums }]) => [
      folder,
      {
        ...sums,
        included: isIn && isOut ? 'mixed' : isIn,
        locked: !free
      }
    ])
  );
}

interface ICount {
  files: number;
  filesIn: number;
  bytes: number;
  bytesIn: number;
  isIn: boolean;
  isOut: boolean;
  free: boolean;
}

function count(
  counts: Map<string, ICount>,
  folder: string,
  entry: IPlanEntry
): void {
  let sums = counts.get(folder);
  if (!sums) {
    sums = { files: 0, filesIn: 0, bytes: 0, bytesIn: 0, isIn: false, isOut: false, free: false }; // prettier-ignore
    counts.set(folder, sums);
  }
  const size = entry.size ?? 0;
  if (entry.kind === 'file') {
    sums.files++;
    sums.bytes += size;
    sums.filesIn += entry.included ? 1 : 0;
    sums.bytesIn += entry.included ? size : 0;
  }
  sums.isIn ||= entry.included;
  sums.isOut ||= !entry.included;
  sums.free ||= !entry.locked;
}
