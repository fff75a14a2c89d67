import { UUID } from '@lumino/coreutils';
import { Journal } from '../core/publish/journal';
import {
  IJournalEntry,
  newEntry,
  withoutDraft
} from '../core/publish/journalEntry';
import type { IPublicationRequest } from '../core/publish/request';
import type { ISite } from '../core/zenodo/sites';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';

/**
 * The journal's entry of the open publication, as far as this page knows it.
 * A publication belongs to one site: on another site, the same files and
 * details are another publication, with an entry and an id of its own.
 */
export class EntryKeeper {
  constructor(
    private readonly _store: PublicationStore,
    { journal, clock, trans }: ISessionPorts
  ) {
    this.journal = new Journal({ store: journal, clock, trans });
  }

  readonly journal: Journal;

  /** Names this page in the journal. */
  readonly owner = UUID.uuid4();

  /** What was read or written last; null = the journal has nothing. */
  entry: IJournalEntry | null = null;

  /** The publication's id. */
  get id(): string {
    return this._store.state.id;
  }

  /** Read it anew. Rejects as the journal's store does. */
  async read(): Promise<IJournalEntry | null> {
    this.entry = await this.journal.read(this._store.state.id);
    return this.entry;
  }

  /**
   * The entry to go on with, which belongs to this page from now on: another
   * page may have gone further than this one knows.
   */
  async current(request: IPublicationRequest): Promise<IJournalEntry> {
    const { id, site, selection, metadata } = request;
    const stored = await this.journal.claim(id, this.owner);
    if (stored && id === this.id) {
      // What is written of it later has to name its owner.
      this.entry = stored;
    }
    return (
      stored ??
      newEntry({
        id,
        owner: this.owner,
        siteId: site.id,
        siteUrl: site.url,
        selection,
        title: metadata.title,
        nonce: UUID.uuid4()
      })
    );
  }

  async write(entry: IJournalEntry): Promise<IJournalEntry> {
    this.entry = await this.journal.write(entry);
    return this.entry;
  }

  /** The draft is gone, and its DOI with it: the next one is another. */
  async forgetDraft(): Promise<void> {
    const entry = await this.journal.claim(this.id, this.owner);
    if (entry) {
      // Nobody works on it until the user begins anew.
      const rest = withoutDraft(entry, UUID.uuid4());
      this.entry = await this.journal.write(rest, false);
    }
  }

  /** The site has only a tombstone of what was published: there is nothing left to do. */
  async noteDeleted(now: number): Promise<void> {
    if (this.entry?.record?.deletedAt) {
      return;
    }
    const entry = await this.journal.claim(this.id, this.owner);
    const { id, doi } = entry?.record ?? entry?.draft ?? {};
    if (entry && id) {
      const deletedAt = new Date(now).toISOString();
      const record = {
        ...{ id, doi: doi ?? '', conceptDoi: '', publishedAt: entry.updated },
        ...entry.record,
        deletedAt
      };
      const done = { step: 'finish', status: 'done' } as const;
      await this.journal.write({ ...entry, ...done, record }, false);
    }
  }

  /**
   * Go to the publication of these files on another site: the one that this
   * page had there before, or a new one. False = it is that site's already.
   */
  moveTo(site: ISite): boolean {
    const { entry } = this;
    if (!entry || entry.siteUrl === site.url) {
      return false;
    }
    this._ids.set(entry.siteUrl, entry.id);
    this.startOver(this._ids.get(site.url));
    return true;
  }

  /** Leave the entry as it is, and begin another publication. */
  startOver(id: string = UUID.uuid4()): void {
    this.entry = null;
    this._store.set({ id });
  }

  private readonly _ids = new Map<string, string>();
}
