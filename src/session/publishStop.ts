import {
  DraftChangedError,
  DraftGoneError,
  NotConfirmedError,
  RecordDeletedError
} from '../core/publish/errors';
import { isReviewKnown } from '../core/publish/journalEntry';
import type { AccountPart } from './accountPart';
import type { EntryKeeper } from './entryKeeper';
import { tellFailure } from './failure';
import type { ISessionPorts } from './ports';
import type { ProgressView } from './progressView';
import type { Publisher } from './publisher';
import type { IPublishPartInput } from './publishInput';
import type { PublishScreen } from './publishScreen';
import { showEditing } from './publishView';
import type { PublicationStore } from './store';
import { troubleOf } from './trouble';

/** What has to do with a publication that stopped. */
export interface IStopping {
  readonly store: PublicationStore;
  readonly ports: ISessionPorts;
  readonly account: AccountPart;
  readonly keeper: EntryKeeper;
  readonly publisher: Publisher;
  readonly progress: ProgressView;
  readonly screen: PublishScreen;
  readonly input: IPublishPartInput;
}

/** Says why a publication stopped, and lets go of what does not hold any more. */
export class PublishStop {
  constructor(private readonly _parts: IStopping) {}

  /** Never rejects: what went wrong is trouble in the state. */
  async show(error: unknown): Promise<void> {
    const { store, ports, account, keeper, publisher, progress, input } =
      this._parts;
    const { entry } = keeper;
    if (error instanceof NotConfirmedError) {
      this._showUnconfirmed();
      return;
    }
    const { site, token } = account;
    tellFailure(error, account, input);
    const trouble = troubleOf(error, entry, site, ports.trans, token);
    progress.stop();
    store.set({ phase: 'stopped' });
    if (error instanceof DraftChangedError) {
      publisher.draftChanged(error);
    } else if (error instanceof DraftGoneError) {
      await this.forgetDraft().catch(() => {
        // Not noted down: the next run finds again that the draft is gone.
      });
    } else if (error instanceof RecordDeletedError) {
      await keeper.noteDeleted(ports.clock.now()).catch(() => {
        // Not noted down: it is found again the next time.
      });
      keeper.startOver();
      this.beginAnew();
    }
    store.update('publish', { trouble });
  }

  /** The draft is gone, and its DOI with it. Rejects as the journal's store does. */
  async forgetDraft(): Promise<void> {
    await this._parts.keeper.forgetDraft();
    this.beginAnew();
  }

  /** Nothing of what was packed, confirmed or shown holds any more. */
  beginAnew(): void {
    const { store, publisher, screen } = this._parts;
    publisher.forget();
    screen.draft();
    store.update('publish', { outcome: null });
    showEditing(store);
  }

  /** The user did not want to go on: it is as it was before. */
  private _showUnconfirmed(): void {
    const { store, keeper, screen } = this._parts;
    const { entry } = keeper;
    if (entry && isReviewKnown(entry)) {
      screen.review(entry);
      return;
    }
    const isUploaded = entry?.status === 'done' && entry.step === 'upload';
    store.set({ phase: isUploaded ? 'uploaded' : 'editing' });
  }
}
