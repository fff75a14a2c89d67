import {
  DraftChangedError,
  DraftGoneError,
  NotConfirmedError,
  RecordDeletedError
} from '../core/publish/errors';
import {
  IJournalEntry,
  isInReview,
  isOffered,
  isReviewKnown
} from '../core/publish/journalEntry';
import { recordDeleted } from '../core/publish/publishStep';
import { zenodo } from '../core/zenodo/sites';
import type { AccountPart } from './accountPart';
import { alone } from './claim';
import { discard } from './discarding';
import { EntryKeeper } from './entryKeeper';
import { tellFailure } from './failure';
import { watchDoi } from './outcome';
import type { ISessionPorts } from './ports';
import { ProgressView } from './progressView';
import type { IPublicationActions } from './actions/publishActions';
import type { IReviewHost } from './reviewRun';
import { Goal, IPublished, Publisher } from './publisher';
import type { IPublishPartInput } from './publishInput';
import {
  showDraft,
  showEditing,
  showInterrupted,
  showOutcome,
  showReview
} from './publishView';
import type { PublicationStore } from './store';
import { troubleOf } from './trouble';

/** The publication as the panel shows it: runs it, and tells how it goes. */
export class PublishPart implements IPublicationActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _account: AccountPart,
    private readonly _input: IPublishPartInput
  ) {
    this._keeper = new EntryKeeper(_store, _ports);
    this.progress = new ProgressView(_store, _ports, entry => {
      this._keeper.entry = entry;
      this._showDraft();
    });
    this._publisher = new Publisher(
      _ports,
      _account,
      this._keeper,
      this.progress,
      _input
    );
  }

  readonly progress: ProgressView;

  /** There is a draft that was not published: something to come back to. */
  get isUnfinished(): boolean {
    const { entry } = this._keeper;
    return entry !== null && !entry.record;
  }

  /** What went out; null before that. */
  get recordId(): string | null {
    return this._keeper.entry?.record?.id ?? null;
  }

  /** Look into the journal: what became of this publication in another page? */
  async restore(): Promise<void> {
    try {
      const entry = await this._keeper.read();
      if (!entry) {
        return;
      }
      this._account.takeSite(entry.siteId);
      const { site } = this._account;
      if (this._keeper.moveTo(site)) {
        // Of a site that the settings do not have any more: its ids mean others here.
        return;
      }
      this._showDraft();
      if (entry.record?.deletedAt) {
        throw recordDeleted(site, this._ports.trans);
      }
      if (isOffered(entry)) {
        this._showOutcome(this._publisher.offerBadges(entry));
      } else if (entry.record && (entry.step === 'finish' || site.test)) {
        this._showOutcome({ entry, writtenBack: [], proposals: [] });
      } else if (isReviewKnown(entry)) {
        this._showReview(entry);
      } else {
        showInterrupted(this._store, entry, site, this._ports.trans);
      }
    } catch (error) {
      await this._stopped(error);
    }
  }

  /** Another site was chosen: what was done on the former one stays there. */
  async siteChanged(): Promise<void> {
    if (this._keeper.moveTo(this._account.site)) {
      this._beginAnew();
      await this.restore();
    }
  }

  setWhen(when: 'after-upload' | 'now'): void {
    this._store.update('publish', { when });
    this._input.keep();
  }

  saveDraft(): Promise<void> {
    return this._go('draft');
  }

  publish(): Promise<void> {
    return this._go('publish');
  }

  resume(): Promise<void> {
    return this._go(this._goal);
  }

  takeOver(): Promise<void> {
    return this._go(this._goal, true);
  }

  useDetails(details: 'mine' | 'site'): Promise<void> {
    const draft = this._publisher.choose(details);
    if (draft && details === 'site') {
      this._input.takeFromSite(draft);
    }
    return this.resume();
  }

  cancel(): void {
    this._controller?.abort();
  }

  async discardDraft(): Promise<void> {
    const { entry } = this._keeper;
    if (this._controller) {
      return;
    }
    if (!entry?.draft) {
      showEditing(this._store);
      return;
    }
    try {
      const came = await discard(entry, this._account.client, this._ports);
      if (came === 'published') {
        await this._run('publish');
      } else if (came === 'deleted') {
        await this._forgetDraft();
        await this._publisher.discardData();
      }
    } catch (error) {
      await this._stopped(error);
    }
  }

  publishForReal(): void {
    this._account.setSite(zenodo.id);
  }

  async newVersion(): Promise<void> {
    if (this._store.state.phase === 'published') {
      this._keeper.startOver();
      this._beginAnew();
      this._store.set({ asked: false });
      await this._input.beginAnew();
    }
  }

  showInList(): void {
    const { entry } = this._keeper;
    if (entry?.record) {
      this._ports.showInList(entry.siteUrl, entry.record.id);
    }
  }

  dispose(): void {
    this.cancel();
    this._watch.abort();
  }

  /** What is done about a review, beside publishing. */
  get reviewHost(): IReviewHost {
    return {
      ...{ store: this._store, trans: this._ports.trans },
      ...{ keeper: this._keeper, publisher: this._publisher },
      ...{ account: this._account, input: this._input },
      isBusy: () => this._controller !== null,
      beside: work => this._beside(work),
      showOutcome: published => this._showOutcome(published),
      showReview: entry => this._showReview(entry),
      stopped: error => this._stopped(error)
    };
  }

  /** The id of the draft, or of the record that it became; null before there is one. */
  get depositId(): string | null {
    const { entry } = this._keeper;
    return entry?.record?.id ?? entry?.draft?.id ?? null;
  }

  private _alone<T>(
    controller: AbortController,
    takeOver: boolean,
    work: (signal: AbortSignal) => Promise<T>
  ): Promise<T> {
    const { id } = this._store.state;
    const { owner, journal } = this._keeper;
    const { clock, trans } = this._ports;
    return alone(
      {
        ...{ id, owner, journal, clock, trans, takeOver },
        onLost: () => controller.abort()
      },
      () => work(controller.signal)
    );
  }

  /** Something short, while the panel stays as it is; nothing while it is at work. */
  private async _beside(
    work: (signal: AbortSignal) => Promise<void>
  ): Promise<void> {
    const controller = (this._controller = new AbortController());
    try {
      await this._alone(controller, false, work);
    } finally {
      this._controller = null;
    }
  }

  private _showReview(entry: IJournalEntry): void {
    showReview(this._store, entry, this._account.site, this._ports.trans);
  }

  private async _go(goal: Goal, takeOver = false): Promise<void> {
    if (this._input.isReady()) {
      await this._run(goal, takeOver);
    }
  }

  /** Never rejects: what goes wrong is trouble in the state. */
  private async _run(goal: Goal, takeOver = false): Promise<void> {
    if (this._controller) {
      return;
    }
    this._goal = goal;
    const controller = (this._controller = new AbortController());
    this._store.set({ phase: 'running' });
    this.progress.begin();
    const { when } = this._store.state.publish;
    try {
      const published = await this._alone(controller, takeOver, signal =>
        this._publisher.run(goal, when, signal)
      );
      const { entry } = this._keeper;
      if (published) {
        this._input.published();
        this._showOutcome(published);
      } else if (entry && isInReview(entry)) {
        this._showReview(entry);
      } else {
        this._store.set({ phase: 'uploaded' });
      }
    } catch (error) {
      await this._stopped(error);
    } finally {
      this._controller = null;
      if (this._store.state.phase !== 'stopped') {
        this._store.update('publish', { progress: null });
      }
    }
  }

  private async _stopped(error: unknown): Promise<void> {
    const { entry } = this._keeper;
    if (error instanceof NotConfirmedError) {
      if (entry && isReviewKnown(entry)) {
        this._showReview(entry);
        return;
      }
      const isUploaded = entry?.status === 'done' && entry.step === 'upload';
      this._store.set({ phase: isUploaded ? 'uploaded' : 'editing' });
      return;
    }
    const { site, token } = this._account;
    tellFailure(error, this._account, this._input);
    const trouble = troubleOf(error, entry, site, this._ports.trans, token);
    this.progress.stop();
    this._store.set({ phase: 'stopped' });
    if (error instanceof DraftChangedError) {
      this._publisher.draftChanged(error);
    } else if (error instanceof DraftGoneError) {
      await this._forgetDraft().catch(() => {
        // Not noted down: the next run finds again that the draft is gone.
      });
    } else if (error instanceof RecordDeletedError) {
      const { clock } = this._ports;
      await this._keeper.noteDeleted(clock.now()).catch(() => {
        // Not noted down: it is found again the next time.
      });
      this._keeper.startOver();
      this._beginAnew();
    }
    this._store.update('publish', { trouble });
  }

  private async _forgetDraft(): Promise<void> {
    await this._keeper.forgetDraft();
    this._beginAnew();
  }

  /** Nothing of what was packed, confirmed or shown holds any more. */
  private _beginAnew(): void {
    this._publisher.forget();
    this._showDraft();
    this._store.update('publish', { outcome: null });
    showEditing(this._store);
  }

  private _showDraft(): void {
    showDraft(this._store, this._keeper.entry, this._account.site);
  }

  private _showOutcome(published: IPublished): void {
    const now = this._ports.clock.now();
    showOutcome(this._store, published, this._input.request(), now);
    void watchDoi(this._store, this._ports, this._account, this._watch.signal);
  }

  private readonly _keeper: EntryKeeper;
  private readonly _publisher: Publisher;
  private readonly _watch = new AbortController();
  private _controller: AbortController | null = null;
  private _goal: Goal = 'publish';
}
