import { DraftGoneError, RecordDeletedError } from '../core/publish/errors';
import {
  IJournalEntry,
  isInReview,
  isOffered
} from '../core/publish/journalEntry';
import type { ITranslator } from '../core/text';
import type { AccountPart } from './accountPart';
import type { EntryKeeper } from './entryKeeper';
import { tellFailure } from './failure';
import type { IPublished, Publisher } from './publisher';
import type { IPublishPartInput } from './publishInput';
import type { IReviewView } from './state';
import type { PublicationStore } from './store';
import { troubleOf } from './trouble';
import { textOf } from './userText';

/** The publication to which a review belongs. */
export interface IReviewHost {
  readonly store: PublicationStore;
  readonly trans: ITranslator;
  readonly keeper: EntryKeeper;
  readonly publisher: Publisher;
  readonly account: AccountPart;
  readonly input: IPublishPartInput;
  /** Something is under way. */
  isBusy(): boolean;
  /** Do something short, alone among all pages. Rejects as `alone` does, and `work`. */
  beside(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  showOutcome(published: IPublished): void;
  showReview(entry: IJournalEntry): void;
  stopped(error: unknown): Promise<void>;
}

/** What is done about a review after the draft was submitted. Nothing here rejects. */
export class ReviewRun {
  constructor(private readonly _host: IReviewHost) {}

  /** Ask what became of the review; or take the draft back. */
  async look(withdraw: boolean): Promise<void> {
    const { keeper, publisher, input } = this._host;
    const { entry } = keeper;
    if (entry && isInReview(entry)) {
      await this._beside(async signal => {
        await publisher.look(withdraw, signal);
        const found = keeper.entry ?? entry;
        if (found.record) {
          input.published();
          this._host.showOutcome(publisher.offerBadges(found));
        } else {
          this._host.showReview(found);
        }
      });
    }
  }

  /** Put the badges into the files after a review, or leave the files alone. */
  async answerOffer(on: boolean): Promise<void> {
    const { keeper, publisher } = this._host;
    if (keeper.entry && isOffered(keeper.entry)) {
      await this._beside(async () => {
        this._host.showOutcome(await publisher.answerOffer(on));
      });
    }
  }

  private async _beside(
    work: (signal: AbortSignal) => Promise<void>
  ): Promise<void> {
    const host = this._host;
    if (host.isBusy()) {
      return;
    }
    this._setReview({ isBusy: true, problem: null });
    let problem: string | null = null;
    try {
      await host.beside(work);
    } catch (error) {
      if (
        error instanceof RecordDeletedError ||
        error instanceof DraftGoneError
      ) {
        await host.stopped(error);
      } else {
        tellFailure(error, host.account, host.input);
        problem = textOf(error, host.trans.__('This did not work.'));
        this._tellOfBadges(error);
      }
    } finally {
      this._setReview({ isBusy: false, problem });
    }
  }

  /** It is published, and the badges that were offered did not get into the files. */
  private _tellOfBadges(error: unknown): void {
    const { store, keeper, account, trans } = this._host;
    if (store.state.phase === 'published') {
      store.update('publish', {
        trouble: {
          ...troubleOf(error, keeper.entry, account.site, trans),
          next: trans.__('Press Insert Binder badges again.'),
          actions: []
        }
      });
    }
  }

  private _setReview(change: Partial<IReviewView>): void {
    const { store } = this._host;
    const { review } = store.state.publish;
    if (review) {
      store.update('publish', { review: { ...review, ...change } });
    }
  }
}
