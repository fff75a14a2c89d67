import type { IClock } from '../clock';
import { StepName, stepNames } from './steps';

/** A file as it was archived: what "changed since published" is compared with. */
export interface IJournalFile {
  readonly path: string;
  readonly size: number;
  readonly sourceHash: string;
}

/** A file as it is deposited: the archive, or one of the individual files. */
export interface IJournalUpload {
  readonly key: string;
  readonly size: number;
  /** MD5 of the bytes, in hex: the only thing an upload is compared with. */
  readonly md5: string;
}

/** What was packed last. Void as soon as the draft or the plan changes. */
export interface IJournalPack {
  /** One archive, or the individual files. */
  readonly uploads: readonly IJournalUpload[];
  /** Identity of what was packed, cheap to compute again without reading the files. */
  readonly stamp: string;
  readonly fingerprint: string;
}

/** What is known of one publication. Holds no token, ever. */
export interface IJournalEntry {
  readonly id: string;
  /** Raised with each write; of two versions the higher one is newer. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly updated: string;
  /** The page that works on it, and when it last said so (milliseconds since 1970; 0 = it ended). */
  readonly owner: string;
  readonly heartbeat: number;
  readonly siteId: string;
  readonly siteUrl: string;
  readonly selection: readonly string[];
  readonly title: string;
  /** Identifies the draft after a lost answer; sent as a reference of the new draft. */
  readonly nonce: string;
  readonly step: StepName;
  /** `begun` is written before a step acts, `done` when it is verified. */
  readonly status: 'begun' | 'done';
  readonly draft: IJournalDraft | null;
  readonly pack: IJournalPack | null;
  /** Something may have been sent to the draft: look before sending again. */
  readonly uploadBegun: boolean;
  readonly files: readonly IJournalFile[];
  readonly record: IJournalRecord | null;
}

/** A draft that is known to exist, or to have existed. */
export interface IJournalDraft {
  readonly id: string;
  /** The id of the parent, which stands for all versions. */
  readonly conceptId: string;
  /** The reserved DOI; '' before it is reserved. */
  readonly doi: string;
}

/** A published record. */
export interface IJournalRecord {
  readonly id: string;
  readonly doi: string;
  readonly conceptDoi: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** The document in which the journal is kept. */
export interface IJournalDocument {
  readonly format: 1;
  readonly publications: Readonly<Record<string, IJournalEntry>>;
}

/** The port to the place where the journal is kept. A resolved `save` means stored on the server. */
export interface IJournalStore {
  /** The document, or null where there is none yet. */
  load(): Promise<unknown>;
  save(document: IJournalDocument): Promise<void>;
}

/** The store that forgets all, for tests of other things. */
export const noJournalStore: IJournalStore = {
  load: async () => null,
  save: async () => undefined
};

/** A store in memory, for tests: what is saved goes through JSON, as on a server. */
export class MemoryJournalStore implements IJournalStore {
  /** The JSON as it would be on disk. */
  text = '';

  async load(): Promise<unknown> {
    return this.text ? JSON.parse(this.text) : null;
  }

  async save(document: IJournalDocument): Promise<void> {
    this.text = JSON.stringify(document);
  }
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

/** The journal of all publications, over a store. Writes follow each other, never overlap. */
export class Journal {
  constructor(private readonly _options: Journal.IOptions) {}

  /** The entry of a publication, or null. Rejects as the store does. */
  async read(id: string): Promise<IJournalEntry | null> {
    const document = readJournal(await this._options.store.load());
    return document.publications[id] ?? null;
  }

  /** Write an entry; resolved when it is stored. Returns it as it was written. */
  write(entry: IJournalEntry): Promise<IJournalEntry> {
    const write = this._last.then(async () => {
      const { store, clock } = this._options;
      const now = clock.now();
      const stored = readJournal(await store.load());
      const known = stored.publications[entry.id]?.sequence ?? 0;
      const next: IJournalEntry = {
        ...entry,
        // What was stored meanwhile must not make this write come to nothing.
        sequence: Math.max(known, entry.sequence) + 1,
        heartbeat: now,
        updated: new Date(now).toISOString()
      };
      await store.save(
        mergeJournals(stored, { format: 1, publications: { [next.id]: next } })
      );
      return next;
    });
    this._last = write.catch(() => undefined);
    return write;
  }

  /**
   * Say that a page still works on its publication, or (`isGoing` false) no
   * more. Changes nothing else, and nothing of a publication of another page.
   */
  beat(id: string, owner: string, isGoing: boolean): Promise<void> {
    const write = this._last.then(async () => {
      const { store, clock } = this._options;
      const { publications } = readJournal(await store.load());
      const entry = publications[id];
      if (entry?.owner === owner) {
        const heartbeat = isGoing ? clock.now() : 0;
        await store.save({
          format: 1,
          publications: { ...publications, [id]: { ...entry, heartbeat } }
        });
      }
    });
    this._last = write.catch(() => undefined);
    return write;
  }

  private _last: Promise<unknown> = Promise.resolve();
}

export namespace Journal {
  export interface IOptions {
    readonly store: IJournalStore;
    readonly clock: IClock;
  }
}

/** What a publication's entry is before anything happened. */
export function newEntry(
  fields: Pick<
    IJournalEntry,
    'id' | 'owner' | 'siteId' | 'siteUrl' | 'selection' | 'title' | 'nonce'
  >
): IJournalEntry {
  return {
    ...fields,
    sequence: 0,
    updated: '',
    heartbeat: 0,
    step: 'check',
    status: 'done',
    draft: null,
    pack: null,
    uploadBegun: false,
    files: [],
    record: null
  };
}

/** The entry without its draft, for a new one: all that carried the old DOI is void. */
export function withoutDraft(
  entry: IJournalEntry,
  nonce: string
): IJournalEntry {
  return {
    ...entry,
    nonce,
    step: 'check',
    status: 'done',
    draft: null,
    pack: null,
    uploadBegun: false,
    files: []
  };
}
