import type { IJournalEntry } from './journalEntry';

/** At most so many publications are kept; the oldest finished ones go first. */
export const maximumPublications = 200;

/** At most so many bytes of JSON: each write sends all of it to Jupyter's server. */
export const maximumBytes = 4_000_000;

/**
 * The entries that are kept, the latest first. Where there are too many, the
 * oldest finished ones go; where they are too large, first the lists of files of
 * the oldest finished ones ("changed since published" is not known then), then
 * those of unfinished ones, which are made again, then finished ones themselves.
 * An unfinished one stays: it may be all that knows of a draft.
 */
export function bounded(entries: readonly IJournalEntry[]): IJournalEntry[] {
  const latestFirst = [...entries].sort((a, b) =>
    b.updated.localeCompare(a.updated)
  );
  const kept = [
    ...latestFirst.filter(entry => !entry.record),
    ...latestFirst.filter(entry => entry.record)
  ].slice(0, maximumPublications);
  const sizes = kept.map(sizeOf);
  let total = sizes.reduce((sum, size) => sum + size, 0);
  const shrink = (at: number, entry: IJournalEntry | null) => {
    const size = entry ? sizeOf(entry) : 0;
    total -= sizes[at] - size;
    sizes[at] = size;
    if (entry) {
      kept[at] = entry;
    }
  };
  const isFinished = (at: number) => kept[at].record !== null;
  const oldestFirst = kept.map((_, at) => at).reverse();
  const passes: ((at: number) => void)[] = [
    at => isFinished(at) && at > 0 && shrink(at, withoutFiles(kept[at])),
    at => shrink(at, withoutFiles(kept[at])),
    at => isFinished(at) && at > 0 && shrink(at, null)
  ];
  for (const pass of passes) {
    for (const at of oldestFirst) {
      if (total > maximumBytes && sizes[at] > 0) {
        pass(at);
      }
    }
  }
  return kept.filter((_, at) => sizes[at] > 0);
}

function withoutFiles(entry: IJournalEntry): IJournalEntry {
  return { ...entry, files: [] };
}

function sizeOf(entry: IJournalEntry): number {
  return new TextEncoder().encode(JSON.stringify(entry)).length;
}
