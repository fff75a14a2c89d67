import {
  IJournalEntry,
  isOffered,
  isReviewKnown
} from '../core/publish/journalEntry';
import type { AccountPart } from './accountPart';
import type { EntryKeeper } from './entryKeeper';
import { watchDoi } from './outcome';
import type { ISessionPorts } from './ports';
import type { IPublished, Publisher } from './publisher';
import type { IPublishPartInput } from './publishInput';
import {
  showDraft,
  showInterrupted,
  showOutcome,
  showReview
} from './publishView';
import type { PublicationStore } from './store';

/** Puts into the state how a publication stands, as the journal tells it. */
export class PublishScreen {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _account: AccountPart,
    private readonly _keeper: EntryKeeper,
    private readonly _input: Pick<IPublishPartInput, 'request'>
  ) {}

  /** How far another page, or this one before it was reloaded, has come. */
  restored(entry: IJournalEntry, publisher: Publisher): void {
    const { site } = this._account;
    if (isOffered(entry)) {
      this.outcome(publisher.offerBadges(entry));
    } else if (entry.record && (entry.step === 'finish' || site.test)) {
      this.outcome({ entry, writtenBack: [], proposals: [] });
    } else if (isReviewKnown(entry)) {
      this.review(entry);
    } else {
      showInterrupted(this._store, entry, site, this._ports.trans);
    }
  }

  /** The draft, as long as it is one. */
  draft(): void {
    showDraft(this._store, this._keeper.entry, this._account.site);
  }

  review(entry: IJournalEntry): void {
    showReview(this._store, entry, this._account.site, this._ports.trans);
  }

  /** There is a record. It is watched until its DOI leads there. */
  outcome(published: IPublished): void {
    const now = this._ports.clock.now();
    showOutcome(this._store, published, this._input.request(), now);
    void watchDoi(this._store, this._ports, this._account, this._watch.signal);
  }

  dispose(): void {
    this._watch.abort();
  }

  private readonly _watch = new AbortController();
}
