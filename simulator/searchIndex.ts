/** The search index, which shows changes only after a while. */

import { IDraft, IRecord } from './model';

/** What the index remembers of a draft or record at the time it was indexed. */
export interface IIndexed {
  id: string;
  isDraft: boolean;
  /** A draft of what was not published then. */
  isNew: boolean;
  accessStatus: string;
  extensions: string[];
  /** As it was then: later uploads do not change what searches show. */
  snapshot: IDraft | IRecord;
}

interface IEntry {
  at: number;
  document: IIndexed | null;
}

/**
 * Documents by id, seen `lag` milliseconds after they were put. The recorded
 * server refreshes its index once a second.
 */
export class SearchIndex {
  private readonly _entries = new Map<string, IEntry[]>();

  constructor(
    private readonly _lag: number,
    private readonly _now: () => number
  ) {}

  /** Put or replace a document. */
  put(document: IIndexed): void {
    this._add(document.id, document);
  }

  /** Take a document out. */
  remove(id: string): void {
    this._add(id, null);
  }

  /** The documents that a search sees now. */
  visible(): IIndexed[] {
    const now = this._now();
    const seen: IIndexed[] = [];
    for (const [id, entries] of this._entries) {
      const arrived = entries.filter(entry => entry.at <= now);
      const last = arrived.at(-1);
      if (last) {
        // What came before the last arrived entry is never seen again.
        this._entries.set(id, entries.slice(arrived.length - 1));
        if (last.document) {
          seen.push(last.document);
        }
      }
    }
    return seen;
  }

  private _add(id: string, document: IIndexed | null): void {
    const entries = this._entries.get(id) ?? [];
    entries.push({ at: this._now() + this._lag, document });
    this._entries.set(id, entries);
  }
}
