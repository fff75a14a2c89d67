import { TokenEndedError } from '../core/publish/errors';
import { isInReview } from '../core/publish/journalEntry';
import { recordDeleted } from '../core/publish/publishStep';
import { siteForReal } from '../core/zenodo/sites';
import type { AccountPart } from './accountPart';
import type { IPublicationActions } from './actions/publishActions';
import { askAboutBadges, discard } from './discarding';
import { EntryKeeper } from './entryKeeper';
import type { ISessionPorts } from './ports';
import { ProgressView } from './progressView';
import { Goal, IPublished, Publisher } from './publisher';
import type { IPublishPartInput } from './publishInput';
import { PublishScreen } from './publishScreen';
import { PublishStop } from './publishStop';
import { showEditing } from './publishView';
import type { IReviewHost } from './reviewRun';
import type { PublicationStore } from './store';
import { WorkTurn } from './workTurn';

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
      this._screen.draft();
    });
    this._publisher = new Publisher(
      _ports,
      _account,
      this._keeper,
      this.progress,
      _input
    );
    this._screen = new PublishScreen(
      _store,
      _ports,
      _account,
      this._keeper,
      _input
    );
    this._turn = new WorkTurn(this._keeper, _ports);
    this._stop = new PublishStop({
      ...{ store: _store, ports: _ports, account: _account, input: _input },
      ...{ keeper: this._keeper, publisher: this._publisher },
      ...{ progress: this.progress, screen: this._screen }
    });
  }

  readonly progress: ProgressView;

  /** Some page has begun it. */
  get isBegun(): boolean {
    return this._keeper.entry !== null;
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
      this._screen.draft();
      if (entry.record?.deletedAt) {
        throw recordDeleted(site, this._ports.trans);
      }
      this._screen.restored(entry, this._publisher);
    } catch (error) {
      await this._stop.show(error);
    }
  }

  /** Another site was chosen: what was done on the former one stays there. */
  async siteChanged(): Promise<void> {
    if (this._keeper.moveTo(this._account.site)) {
      this._stop.beginAnew();
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

  async takeOver(): Promise<void> {
    if (!this._turn.isTaken) {
      await this._input.takeForm();
    }
    return this._go(this._goal, true);
  }

  useDetails(details: 'mine' | 'site'): Promise<void> {
    const draft = this._publisher.choose(details);
    if (draft && details === 'site') {
      this._input.takeFromSite(draft);
    }
    return this.resume();
  }

  /** The user signed in: what stopped for want of that goes on by itself. */
  async signedIn(): Promise<void> {
    if (this._waitsForToken && this._store.state.phase === 'stopped') {
      await this.resume();
    }
  }

  cancel(): void {
    this._turn.cancel();
  }

  async discardDraft(): Promise<void> {
    const { entry } = this._keeper;
    if (this._turn.isTaken) {
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
        await this._stop.forgetDraft();
        await this._publisher.discardData();
        await askAboutBadges(entry, this._account.site, this._ports);
      }
    } catch (error) {
      await this._stop.show(error);
    }
  }

  publishForReal(): void {
    const site = siteForReal(this._store.state.account.sites);
    if (site) {
      this._account.setSite(site.id);
    }
  }

  async newVersion(): Promise<void> {
    if (this._store.state.phase === 'published') {
      this._keeper.startOver();
      this._stop.beginAnew();
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
    this._isDisposed = true;
    this._turn.leave();
    this._screen.dispose();
  }

  /** What is done about a review, beside publishing. */
  get reviewHost(): IReviewHost {
    return {
      ...{ store: this._store, trans: this._ports.trans },
      ...{ keeper: this._keeper, publisher: this._publisher },
      ...{ account: this._account, input: this._input },
      isBusy: () => this._turn.isTaken,
      beside: work => this._turn.take(() => this._turn.alone(false, work)),
      showOutcome: published => this._screen.outcome(published),
      showReview: entry => this._screen.review(entry),
      stopped: error => this._stop.show(error)
    };
  }

  /** The id of the draft, or of the record that it became; null before there is one. */
  get depositId(): string | null {
    const { entry } = this._keeper;
    return entry?.record?.id ?? entry?.draft?.id ?? null;
  }

  private async _go(goal: Goal, takeOver = false): Promise<void> {
    const filling = this._input.filling();
    if (filling) {
      // Pressed at once: what is still empty then is nothing to fix.
      await filling;
    }
    if (!this._isDisposed && this._input.isReady()) {
      await this._run(goal, takeOver);
    }
  }

  /** Never rejects: what goes wrong is trouble in the state. */
  private async _run(goal: Goal, takeOver = false): Promise<void> {
    if (this._turn.isTaken) {
      return;
    }
    this._goal = goal;
    this._waitsForToken = false;
    this._input.begun();
    await this._turn.take(async () => {
      this._store.set({ phase: 'running' });
      this.progress.begin();
      const { when } = this._store.state.publish;
      try {
        const published = await this._turn.alone(takeOver, signal =>
          this._publisher.run(goal, when, signal)
        );
        this._ended(published);
      } catch (error) {
        this._waitsForToken = error instanceof TokenEndedError;
        await this._stop.show(error);
      }
    });
    if (this._store.state.phase !== 'stopped') {
      this._store.update('publish', { progress: null });
    }
  }

  private _ended(published: IPublished | null): void {
    const { entry } = this._keeper;
    if (published) {
      this._input.published();
      this._screen.outcome(published);
    } else if (entry && isInReview(entry)) {
      this._screen.review(entry);
    } else {
      this._store.set({ phase: 'uploaded' });
    }
  }

  private readonly _keeper: EntryKeeper;
  private readonly _publisher: Publisher;
  private readonly _screen: PublishScreen;
  private readonly _turn: WorkTurn;
  private readonly _stop: PublishStop;
  /** It stopped because the token ended. */
  private _waitsForToken = false;
  private _goal: Goal = 'publish';
  private _isDisposed = false;
}
