import type { IClock } from '../clock';
import type { ITranslator } from '../text';
import { JournalTooNewError, OpenElsewhereError } from './errors';
import {
  entryOf,
  formatOf,
  IJournalDocument,
  journalFormat,
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
    const document = await this._load();
    return entryOf(document, id);
  }

  /** All entries. Rejects as the store does. */
  async all(): Promise<readonly IJournalEntry[]> {
    const document = readJournal(await this._options.store.load());
    return Object.values(document.publications);
  }

  /**
   * Make a page the owner of a publication. From now on the former owner's
   * writes are refused, so that it stops, whatever it is at.
   *
   * @returns the entry as it is stored now; null where there is none yet
   */
  claim(id: string, owner: string): Promise<IJournalEntry | null> {
    return this._inTurn(async () => {
      const { store, clock } = this._options;
      const stored = await this._load();
      const entry = entryOf(stored, id);
      if (!entry || entry.owner === owner) {
        return entry;
      }
      const claimed = {
        ...entry,
        owner,
        heartbeat: clock.now(),
        sequence: entry.sequence + 1
      };
      await store.save(
        mergeJournals(stored, {
          format: journalFormat,
          publications: { [id]: claimed }
        })
      );
      return claimed;
    });
  }

  /**
   * Write an entry; resolved when it is stored. Returns it as it was written.
   *
   * @param isGoing - whether the page goes on working on the publication
   * @throws OpenElsewhereError when another page owns the publication by now
   */
  write(entry: IJournalEntry, isGoing = true): Promise<IJournalEntry> {
    return this._inTurn(async () => {
      const { store, clock, trans } = this._options;
      const now = clock.now();
      const stored = await this._load();
      const present = entryOf(stored, entry.id);
      if (present && present.owner !== entry.owner) {
        throw new OpenElsewhereError(
          trans.__(
            'Another tab or browser has taken this publication over. It goes on there.'
          )
        );
      }
      const known = present?.sequence ?? 0;
      const next: IJournalEntry = {
        ...entry,
        // What was stored meanwhile must not make this write come to nothing.
        sequence: Math.max(known, entry.sequence) + 1,
        heartbeat: isGoing ? now : 0,
        updated: new Date(now).toISOString()
      };
      await store.save(
        mergeJournals(stored, {
          format: journalFormat,
          publications: { [next.id]: next }
        })
      );
      return next;
    });
  }

  /**
   * Say that a page still works on its publication, or (`isGoing` false) no
   * more: then on none, so that that of the data rests as well. Changes nothing
   * else, and nothing of a publication of another page.
   *
   * @returns false when another page owns the publication by now
   */
  beat(id: string, owner: string, isGoing: boolean): Promise<boolean> {
    return this._inTurn(async () => {
      const { store, clock } = this._options;
      const stored = await this._load();
      const { publications } = stored;
      const entry = entryOf(stored, id);
      if (entry?.owner === owner) {
        await store.save({
          format: journalFormat,
          publications: isGoing
            ? { ...publications, [id]: { ...entry, heartbeat: clock.now() } }
            : resting(publications, owner)
        });
      }
      return !entry || entry.owner === owner;
    });
  }

  /** @throws JournalTooNewError, and what the store throws */
  private async _load(): Promise<IJournalDocument> {
    const { store, trans } = this._options;
    const document = await store.load();
    if (formatOf(document) > journalFormat) {
      throw new JournalTooNewError(
        trans.__(
          'The list of your publications was written by a newer version of this extension. Nothing was changed.'
        )
      );
    }
    return readJournal(document);
  }

  private _inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this._last.then(work);
    this._last = done.catch(() => undefined);
    return done;
  }

  private _last: Promise<unknown> = Promise.resolve();
}

/** The entries of a page whose heart does not beat any more, beside all others. */
function resting(
  publications: IJournalDocument['publications'],
  owner: string
): IJournalDocument['publications'] {
  return Object.fromEntries(
    Object.entries(publications).map(([id, entry]) => [
      id,
      entry.owner === owner ? { ...entry, heartbeat: 0 } : entry
    ])
  );
}

export namespace Journal {
  export interface IOptions {
    readonly store: IJournalStore;
    readonly clock: IClock;
    readonly trans: ITranslator;
  }
}
