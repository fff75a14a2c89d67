import type { IJournalEntry } from './journalEntry';
import { StepName, stepNames } from './steps';

/** The document in which the journal is kept. */
export interface IJournalDocument {
  readonly format: 1;
  readonly publications: Readonly<Record<string, IJournalEntry>>;
}

/** At most so many publications are kept; the oldest finished ones go first. */
export const maximumPublications = 200;

function isEntry(value: unknown): value is IJournalEntry {
  const entry = value as Partial<IJournalEntry> | null;
  return (
    typeof entry === 'object' &&
    entry !== null &&
    typeof entry.id === 'string' &&
    typeof entry.sequence === 'number' &&
    typeof entry.nonce === 'string' &&
    typeof entry.siteUrl === 'string' &&
    Array.isArray(entry.selection) &&
    stepNames.includes(entry.step as StepName)
  );
}

/** Read an untrusted document; what is not understood is left out. */
export function readJournal(document: unknown): IJournalDocument {
  const publications: Record<string, IJournalEntry> = {};
  const found = (document as Partial<IJournalDocument> | null)?.publications;
  for (const entry of Object.values(found ?? {})) {
    if (isEntry(entry)) {
      publications[entry.id] = entry;
    }
  }
  return { format: 1, publications };
}

/** Merge two states of the journal: of each publication the newer entry stays. */
export function mergeJournals(
  one: IJournalDocument,
  other: IJournalDocument
): IJournalDocument {
  const publications = { ...one.publications };
  for (const entry of Object.values(other.publications)) {
    const known = publications[entry.id];
    if (!known || known.sequence < entry.sequence) {
      publications[entry.id] = entry;
    }
  }
  const entries = Object.values(publications).sort((a, b) =>
    b.updated.localeCompare(a.updated)
  );
  const unfinished = entries.filter(entry => !entry.record);
  const finished = entries.filter(entry => entry.record);
  const kept = [...unfinished, ...finished].slice(0, maximumPublications);
  return {
    format: 1,
    publications: Object.fromEntries(kept.map(entry => [entry.id, entry]))
  };
}
