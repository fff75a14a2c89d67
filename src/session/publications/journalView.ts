import { CancelledError } from '../../core/error';
import { Journal } from '../../core/publish/journal';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import { silence } from '../claim';
import { textOf } from '../userText';
import type { IPublicationsPorts } from './ports';
import type { SiteList } from './siteList';
import { findDeleted, noteDeleted } from './tombstones';

/** How often the journal is looked into while the list is seen, in milliseconds. */
const LOOK = 15_000;

/** What the journal says of all publications, and on which of them a page works. */
export class JournalView {
  constructor(
    private readonly _ports: IPublicationsPorts,
    private readonly _onChange: () => void
  ) {
    this._journal = new Journal({
      store: _ports.journal,
      clock: _ports.clock,
      trans: _ports.trans
    });
  }

  entries: readonly IJournalEntry[] = [];

  /** It was not read yet. */
  isReading = true;

  /** Why it could not be read: the user's text. */
  problem: string | null = null;

  /** Read it anew. Never rejects. */
  async read(): Promise<void> {
    const { atWork, trans } = this._ports;
    try {
      [this.entries, this._atWork] = await Promise.all([
        this._journal.all(),
        atWork()
      ]);
      this.problem = null;
    } catch (error) {
      this.problem = textOf(
        error,
        trans.__('What was published from here could not be read.')
      );
    }
    this.isReading = false;
    this._onChange();
  }

  /** Read it from time to time, until the signal. Never rejects. */
  async keepReading(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) {
        await this._ports.clock.sleep(LOOK, signal);
        await this.read();
      }
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }

  /** A page works on it at this moment. */
  isGoingOn({ id, heartbeat }: IJournalEntry): boolean {
    const { panels, clock } = this._ports;
    return (
      this._atWork.has(id) ||
      // Of a page of another browser, only its heart is heard.
      (!panels.opened().has(id) && clock.now() - heartbeat < silence)
    );
  }

  /** Note which records their sites have deleted meanwhile. Never rejects. */
  async lookForDeleted(lists: readonly SiteList[]): Promise<void> {
    const found = await findDeleted(lists, this.entries);
    for (const { id, siteUrl } of found) {
      try {
        const now = this._ports.clock.now();
        await noteDeleted(this._journal, id, siteUrl, now);
      } catch {
        // It is found again the next time.
        return;
      }
    }
    if (found.length > 0) {
      await this.read();
    }
  }

  private readonly _journal: Journal;
  private _atWork: ReadonlySet<string> = new Set();
}
