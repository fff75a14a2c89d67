import type { IClock } from '../clock';
import {
  IJournalDocument,
  mergeJournals,
  readJournal
} from './journalDocument';
import type { IJournalEntry } from './journalEntry';

/** The port to the place where the journal is kept. A resolved `save` means stored on the server. */
export interface IJournalStore {
  /** The document, or null where there is none yet. */
  load(): Promise<unknown>;
  save(document: IJournalDocument): Promise<void>;
}

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
