import { UUID } from '@lumino/coreutils';
import type { IContext } from '../core/publish/context';
import {
  DraftGoneError,
  NotConfirmedError,
  TokenEndedError
} from '../core/publish/errors';
import {
  IJournalEntry,
  Journal,
  newEntry,
  withoutDraft
} from '../core/publish/journal';
import { PublicationMachine } from '../core/publish/machine';
import { IPublicationRequest, requestStamp } from '../core/publish/request';
import { deleteTwins } from '../core/publish/twins';
import { RefusedMetadataError } from '../core/zenodo/errors';
import { draftPageUrl } from '../core/zenodo/sites';
import type { AccountPart } from './accountPart';
import { alone } from './claim';
import { stepsToCome } from './initialState';
import { doneSteps, outcomeOf, watchDoi } from './outcome';
import type { ISessionPorts } from './ports';
import { ProgressView } from './progressView';
import type { PublicationStore } from './store';
import { interruptedTrouble, mayBePublic, troubleOf } from './trouble';
import { writeBack } from './writeBack';

/** What the publish part needs to know of the other parts, asked when it is needed. */
export interface IPublishInput {
  request(): IPublicationRequest;
  /** Ask the user to confirm; `doi` is null before it is reserved. */
  confirm(doi: string | null): Promise<boolean>;
  /** Save open documents and look through the files again. False = the user said no. */
  prepare(): Promise<boolean>;
  refused(error: RefusedMetadataError): void;
  /** The README that gets badges in the working folder, or null. */
  readme(): string | null;
}

/** Runs the publication and tells how it goes. */
export class PublishPart {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _account: AccountPart,
    private readonly _input: IPublishInput
  ) {
    const { journal: store, clock } = _ports;
    this._journal = new Journal({ store, clock });
    this.progress = new ProgressView(_store, _ports, entry => {
      this._entry = entry;
      this._showDraft(entry);
    });
  }

  readonly progress: ProgressView;

  /** Look into the journal: what became of this publication in another page? */
  async restore(): Promise<void> {
    try {
      const entry = await this._journal.read(this._store.state.id);
      if (entry) {
        this._entry = entry;
        this._account.setSite(entry.siteId);
        this._showDraft(entry);
        this._showStored(entry);
      }
    } catch (error) {
      await this._stopped(error);
    }
  }

  /** Go as far as `goal`. Never rejects: what goes wrong is trouble in the state. */
  async run(goal: 'draft' | 'publish'): Promise<void> {
    if (this._controller) {
      return;
    }
    this._goal = goal;
    const controller = new AbortController();
    this._controller = controller;
    this._store.set({ phase: 'running' });
    this.progress.begin();
    try {
      await alone(
        {
          id: this._store.state.id,
          owner: this._owner,
          journal: this._journal,
          now: this._ports.clock.now(),
          trans: this._ports.trans
        },
        () => this._run(goal, controller.signal)
      );
    } catch (error) {
      await this._stopped(error);
    } finally {
      this._controller = null;
      if (this._store.state.phase !== 'stopped') {
        this._store.update('publish', { progress: null });
      }
    }
  }

  resume(): Promise<void> {
    return this.run(this._goal);
  }

  cancel(): void {
    this._controller?.abort();
  }

  async discard(): Promise<void> {
    const entry = this._entry;
    if (this._controller) {
      return;
    }
    if (!entry?.draft) {
      this._edit();
      return;
    }
    if (!(await this._ports.dialogs.confirmDiscard(entry.draft.doi))) {
      return;
    }
    try {
      const { client } = this._account;
      if (mayBePublic(entry) && (await client.getRecord(entry.draft.id))) {
        await this.run('publish');
        return;
      }
      await client.deleteDraft(entry.draft.id);
      await this._forgetDraft(entry);
      this._edit();
    } catch (error) {
      await this._stopped(error);
    }
  }

  /** Begin again on another site with the same choices. */
  async startAgain(siteId: string): Promise<void> {
    const entry = this._entry;
    if (this._controller) {
      return;
    }
    if (entry) {
      this._entry = null;
      this._machine.forget();
    }
    this._account.setSite(siteId);
    this._store.update('publish', { outcome: null, draft: null });
    this._edit();
  }

  dispose(): void {
    this.cancel();
    this._watch.abort();
  }

  private async _run(
    goal: 'draft' | 'publish',
    signal: AbortSignal
  ): Promise<void> {
    const { dialogs: _, ...ports } = this._ports;
    if (!(await this._input.prepare())) {
      throw new NotConfirmedError(
        ports.trans.__('The open documents were not saved.')
      );
    }
    const request = this._input.request();
    const choices = JSON.stringify([
      requestStamp(request, '', ''),
      request.metadata
    ]);
    if (goal === 'draft') {
      this._confirmed = null;
    }
    const isConfirmed = () => this._confirmed === choices;
    const confirm = async (doi: string | null) => {
      if (!isConfirmed() && (await this._input.confirm(doi))) {
        this._confirmed = choices;
      }
      return isConfirmed();
    };
    const asksFirst = this._store.state.publish.when === 'now';
    if (goal === 'publish' && asksFirst && !(await confirm(null))) {
      throw new NotConfirmedError(ports.trans.__('Not published.'));
    }
    const context: IContext = {
      client: this._account.client,
      files: ports.files,
      journal: this._journal,
      clock: ports.clock,
      trans: ports.trans,
      observer: this.progress,
      request,
      onWait: wait => this.progress.wait(wait),
      signal
    };
    let entry = await this._machine.toVerifiedDraft(
      context,
      await this._currentEntry(request)
    );
    if (goal === 'draft' && !entry.record) {
      this._store.set({ phase: 'uploaded' });
      return;
    }
    entry = await this._machine.publish(context, entry, () =>
      confirm(entry.draft?.doi ?? null)
    );
    this._confirmed = null;
    await this._finish(entry, request);
    await deleteTwins(context, entry);
  }

  private async _finish(
    entry: IJournalEntry,
    request: IPublicationRequest
  ): Promise<void> {
    const record = entry.record;
    if (!record) {
      throw new Error('A publication ends with a record');
    }
    this.progress.step('finish', 'now', '');
    const results = request.site.test
      ? []
      : await writeBack(this._ports, {
          site: request.site,
          entry,
          record,
          root: request.root,
          badges: request.badges,
          readme: this._input.readme(),
          opens: request.notebooks[0],
          binderReady: request.binderReady
        });
    this._entry = await this._journal.write({
      ...entry,
      step: 'finish',
      status: 'done'
    });
    const written = results.filter(({ done }) => done).length;
    this.progress.step(
      'finish',
      'done',
      this._ports.trans._n(
        'the badge is in %1 of your files',
        'the badge is in %1 of your files',
        written
      )
    );
    this._showOutcome(this._entry, results);
  }

  private async _currentEntry(
    request: IPublicationRequest
  ): Promise<IJournalEntry> {
    const { site, selection, metadata } = request;
    // Another page may have gone further than this one knows. One with a record
    // stays too: there is no way from it to a second one on the same site.
    const stored = await this._journal.read(request.id);
    return stored?.siteUrl === site.url
      ? { ...stored, owner: this._owner }
      : {
          ...newEntry({
            id: request.id,
            owner: this._owner,
            siteId: site.id,
            siteUrl: site.url,
            selection,
            title: metadata.title,
            nonce: UUID.uuid4()
          }),
          sequence: stored?.sequence ?? 0
        };
  }

  private async _stopped(error: unknown): Promise<void> {
    if (error instanceof NotConfirmedError) {
      this._store.set({
        phase:
          this._entry?.status === 'done' && this._entry.step === 'upload'
            ? 'uploaded'
            : 'editing'
      });
      return;
    }
    if (error instanceof TokenEndedError) {
      this._account.tokenEnded();
    }
    if (error instanceof RefusedMetadataError) {
      this._input.refused(error);
    }
    const entry = this._entry;
    const trouble = troubleOf(
      error,
      entry,
      this._account.site,
      this._ports.trans
    );
    if (error instanceof DraftGoneError && entry) {
      try {
        await this._forgetDraft(entry);
        this._edit();
      } catch {
        // Not noted down: the next run finds again that the draft is gone.
        this._store.set({ phase: 'stopped' });
      }
      this._store.update('publish', { trouble });
      return;
    }
    this.progress.stop();
    this._store.set({ phase: 'stopped' });
    this._store.update('publish', { trouble });
  }

  /** Back to the form: nothing is under way. */
  private _edit(): void {
    this._store.set({ phase: 'editing' });
    this._store.update('publish', {
      steps: stepsToCome,
      trouble: null,
      progress: null
    });
  }

  /** Show how far another page, or this one before it was reloaded, has come. */
  private _showStored(entry: IJournalEntry): void {
    const isFinished =
      entry.record && (entry.step === 'finish' || this._account.site.test);
    if (isFinished) {
      this._showOutcome(entry, []);
    } else if (entry.step === 'upload' && entry.status === 'done') {
      this._store.set({ phase: 'uploaded' });
      this._store.update('publish', { steps: doneSteps(entry) });
    } else if (entry.draft || entry.status === 'begun') {
      const { trans } = this._ports;
      const { site } = this._account;
      this._store.set({ phase: 'stopped' });
      this._store.update('publish', {
        steps: doneSteps(entry),
        trouble: interruptedTrouble(entry, site, trans)
      });
    }
  }

  private async _forgetDraft(entry: IJournalEntry): Promise<void> {
    this._machine.forget();
    this._confirmed = null;
    this._entry = await this._journal.write(withoutDraft(entry, UUID.uuid4()));
    this._showDraft(this._entry);
  }

  private _showDraft(entry: IJournalEntry): void {
    const { draft, record } = entry;
    this._store.update('publish', {
      draft:
        draft && !record
          ? {
              id: draft.id,
              doi: draft.doi,
              url: draftPageUrl(this._account.site, draft.id)
            }
          : null
    });
  }

  private _showOutcome(
    entry: IJournalEntry,
    writtenBack: Awaited<ReturnType<typeof writeBack>>
  ): void {
    const request = this._input.request();
    const { steps } = this._store.state.publish;
    const outcome = outcomeOf(entry, request, writtenBack);
    this._store.set({ phase: 'published' });
    this._store.update('publish', {
      outcome,
      trouble: null,
      steps: steps.every(({ status }) => status === 'done')
        ? steps
        : doneSteps(entry)
    });
    void watchDoi(this._store, this._ports, this._account, this._watch.signal);
  }

  private readonly _journal: Journal;
  private readonly _machine = new PublicationMachine();
  private readonly _owner = UUID.uuid4();
  private readonly _watch = new AbortController();
  private _entry: IJournalEntry | null = null;
  private _controller: AbortController | null = null;
  private _goal: 'draft' | 'publish' = 'publish';
  /** The choices that the user confirmed; others are not covered by it. */
  private _confirmed: string | null = null;
}
