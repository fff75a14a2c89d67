import { bounded } from './journalBounds';
import type { IJournalEntry } from './journalEntry';
import { readEntry } from './readEntry';

/** The format in which the journal is written. Raise it with a migration below. */
export const journalFormat = 2;

/** The document in which the journal is kept. */
export interface IJournalDocument {
  readonly format: typeof journalFormat;
  readonly publications: Readonly<Record<string, IJournalEntry>>;
}

type Json = Readonly<Record<string, unknown>>;

/** What makes an entry of a format one of the next. */
const migrations: Readonly<Record<number, (entry: Json) => Json>> = {
  // Its stamps were whole lists of files and details; now they are digests, and
  // an old one can only be another. What was sent is known by its checksum.
  1: entry => ({
    ...entry,
    pack: entry.pack ? { ...(entry.pack as Json), stamp: '' } : null
  })
};

/**
 * The format of an untrusted document: 0 where there is none. One above
 * `journalFormat` was written by a newer extension, and must not be replaced.
 */
export function formatOf(document: unknown): number {
  const { format } = (document ?? {}) as { format?: unknown };
  return typeof format === 'number' && Number.isInteger(format) ? format : 0;
}

/**
 * Read an untrusted document of any format up to ours; what is not understood
 * is left out.
 */
export function readJournal(document: unknown): IJournalDocument {
  const publications: Record<string, IJournalEntry> = {};
  const { publications: found } = (document ?? {}) as Partial<IJournalDocument>;
  for (const value of Object.values(found ?? {})) {
    const entry = readEntry(migrated(value, formatOf(document)));
    if (entry) {
      publications[entry.id] = entry;
    }
  }
  return { format: journalFormat, publications };
}

/** An entry of a document; null where it has none of that id. */
export function entryOf(
  { publications }: IJournalDocument,
  id: string
): IJournalEntry | null {
  return Object.prototype.hasOwnProperty.call(publications, id)
    ? publications[id]
    : null;
}

function migrated(value: unknown, format: number): unknown {
  let entry = value;
  for (let from = format; from < journalFormat; from++) {
    if (typeof entry === 'object' && entry !== null && migrations[from]) {
      entry = migrations[from](entry as Json);
    }
  }
  return entry;
}

/** Merge two states of the journal: of each publication the newer entry stays. */
export function mergeJournals(
  one: IJournalDocument,
  other: IJournalDocument
): IJournalDocument {
  const publications = { ...one.publications };
  for (const entry of Object.values(other.publications)) {
    const known = entryOf(one, entry.id);
    if (!known || known.sequence < entry.sequence) {
      publications[entry.id] = entry;
    }
  }
  const kept = bounded(Object.values(publications));
  return {
    format: journalFormat,
    publications: Object.fromEntries(kept.map(entry => [entry.id, entry]))
  };
}
