import { CancelledError, PublisherError } from '../../core/error';
import type { IPublicationItem } from '../../core/publications/item';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import type { ZenodoClient } from '../../core/zenodo/client';
import { compareFiles, IComparison, isComparable } from './compare';
import type { IPublicationsPorts } from './ports';
import { isPublished } from './views';

/** How often a new DOI is asked for, and how long, in milliseconds. */
const EVERY = 10_000;
const PATIENCE = 5 * 60_000;

/** A DOI that is older, in milliseconds, was registered long ago. */
const YOUNG = 24 * 3600_000;

/** What is found out of one publication only when somebody looks at it: nothing of it is asked for all of a list. */
export class CloserLook {
  constructor(
    private readonly _ports: IPublicationsPorts,
    private readonly _onChange: () => void
  ) {}

  /** How the files of an item are against the record; null = that cannot be known. */
  comparisonOf(
    { depositId }: IPublicationItem,
    entry: IJournalEntry | undefined
  ): IComparison | null {
    return entry && entry.record?.id === depositId && isComparable(entry)
      ? (this._comparisons.get(entry.id) ?? { status: 'unknown' })
      : null;
  }

  /** Whether the DOI leads anywhere yet; null = nobody asked. */
  resolves(doi: string | null): boolean | null {
    return this._resolves.get(doi ?? '') ?? null;
  }

  /** Somebody looks at an item: find out what was not asked before. Never rejects. */
  async look(
    item: IPublicationItem,
    entry: IJournalEntry | undefined,
    client: ZenodoClient
  ): Promise<void> {
    void this._watchDoi(item, client);
    if (entry && this.comparisonOf(item, entry)?.status === 'unknown') {
      try {
        await this.compare(entry, false);
      } catch (error) {
        // Nobody asked for it: a press on the button says what is wrong.
        if (!(error instanceof PublisherError)) {
          throw error;
        }
      }
    }
  }

  /**
   * Compare the files in the workspace with an entry's.
   *
   * @throws PublisherError; the comparison is unknown then
   */
  async compare(entry: IJournalEntry, isThorough: boolean): Promise<void> {
    const { id } = entry;
    if (this._comparisons.get(id)?.status === 'comparing') {
      return;
    }
    this._show(id, { status: 'comparing' });
    let result: IComparison = { status: 'unknown' };
    try {
      result = await compareFiles(this._ports, entry, isThorough);
    } finally {
      this._show(id, result);
    }
  }

  /**
   * Ask for the DOI of a record that was published a while ago, until it leads
   * somewhere, or patience ends. Never rejects.
   */
  private async _watchDoi(
    item: IPublicationItem,
    client: ZenodoClient
  ): Promise<void> {
    const { doi, site, publishedAt } = item;
    const { clock } = this._ports;
    const age = clock.now() - Date.parse(publishedAt);
    if (
      !doi ||
      site.test ||
      !isPublished(item) ||
      !(age < YOUNG) ||
      this._resolves.has(doi)
    ) {
      return;
    }
    const { signal } = this._watching;
    const until = clock.now() + PATIENCE;
    this._resolves.set(doi, null);
    try {
      while (clock.now() < until) {
        const resolves = await client.doiResolves(doi, signal);
        this._resolves.set(doi, resolves);
        this._onChange();
        if (resolves) {
          return;
        }
        await clock.sleep(EVERY, signal);
      }
      // Nothing is said any more of what nobody can do anything about.
      this._resolves.delete(doi);
      this._onChange();
    } catch (error) {
      this._resolves.delete(doi);
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }

  /** Ask for no DOI any more. */
  stop(): void {
    this._watching.abort();
    this._watching = new AbortController();
  }

  private _show(id: string, comparison: IComparison): void {
    this._comparisons.set(id, comparison);
    this._onChange();
  }

  private readonly _comparisons = new Map<string, IComparison>();
  private readonly _resolves = new Map<string, boolean | null>();
  private _watching = new AbortController();
}
