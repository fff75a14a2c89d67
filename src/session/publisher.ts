import type { IContext } from '../core/publish/context';
import { DraftChangedError, NotConfirmedError } from '../core/publish/errors';
import { guarded } from '../core/publish/guarded';
import {
  IJournalEntry,
  isInReview,
  isOffered
} from '../core/publish/journalEntry';
import { PublicationMachine } from '../core/publish/machine';
import { proposeTo } from '../core/publish/propose';
import { lookAtReview, withdrawReview } from '../core/publish/reviewLook';
import type {
  IDraftChoice,
  IPublicationRequest
} from '../core/publish/request';
import { deleteTwins } from '../core/publish/twins';
import type { AccountPart } from './accountPart';
import { badgedFiles } from './confirmation';
import { Confirmations } from './confirmations';
import type { EntryKeeper } from './entryKeeper';
import type { ISessionPorts } from './ports';
import { DataPublication } from './dataPublication';
import type { ProgressView } from './progressView';
import type { IPublishInput } from './publishInput';
import type { IOutcome } from './state';
import { writeBack } from './writeBack';

/** How far the user wants to go. */
export type Goal = 'draft' | 'publish';

/** A record, and what came of the badges in the user's own files and of the communities. */
export interface IPublished {
  readonly entry: IJournalEntry;
  readonly writtenBack: IOutcome['writtenBack'];
  readonly proposals: IOutcome['proposals'];
  readonly badgesOffered?: IOutcome['badgesOffered'];
}

/** Leads one publication from the user's choices to a draft, or to a record. */
export class Publisher {
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _account: AccountPart,
    private readonly _keeper: EntryKeeper,
    private readonly _progress: ProgressView,
    private readonly _input: IPublishInput
  ) {
    this._confirmations = new Confirmations((request, doi) =>
      _progress.whileAsking(() => _input.confirm(request, doi))
    );
    this._data = new DataPublication(_keeper, _progress);
  }

  /**
   * Go as far as `goal`. Null = a complete, verified draft is there, or a
   * community looks at it: then, it is only brought up to date.
   *
   * @param when - whether to ask before anything is sent (`now`)
   * @throws NotConfirmedError, and what `PublicationMachine` throws
   */
  async run(
    goal: Goal,
    when: 'after-upload' | 'now',
    signal: AbortSignal
  ): Promise<IPublished | null> {
    const { trans } = this._ports;
    if (!(await this._input.prepare())) {
      throw new NotConfirmedError(trans.__('Nothing was sent.'));
    }
    const request = {
      ...this._input.request(),
      ...(this._choice ? { draftChoice: this._choice } : {})
    };
    const confirm = (doi: string | null) =>
      this._confirmations.confirm(request, doi);
    const { entry: known } = this._keeper;
    if (goal === 'draft' || (known && isInReview(known))) {
      this._confirmations.forget();
    } else if (when === 'now' && !(await confirm(null))) {
      throw new NotConfirmedError(trans.__('Not published.'));
    }
    const alone = this._context(request, signal);
    const reserved = await this._machine.toReservedDraft(
      alone,
      await this._keeper.current(request)
    );
    const context = await this._data.prepare(alone, reserved);
    const entry = await this._machine.completeDraft(context, reserved);
    if (goal === 'draft' && !entry.record) {
      return null;
    }
    let { data } = entry;
    const published = await this._machine.publish(context, entry, async () => {
      const agreed = await confirm(entry.draft?.doi ?? null);
      data = agreed ? await this._data.publish(context, entry) : data;
      return agreed;
    });
    this._confirmations.forget();
    if (!published.record) {
      return null;
    }
    const result = isOffered(published)
      ? this.offerBadges(published)
      : await this._finish({ ...published, data }, request);
    if (!published.replaces) {
      await deleteTwins(context, published);
    }
    await this._data.tidy(context);
    return result;
  }

  /**
   * Ask what became of the review of the draft; or take it back.
   *
   * @throws what `lookAtReview` and `withdrawReview` throw, TokenEndedError
   */
  async look(withdraw: boolean, signal: AbortSignal): Promise<void> {
    const request = this._input.request();
    const context = this._context(request, signal);
    const entry = await this._keeper.current(request);
    this._keeper.entry = await guarded(context, entry.id, () =>
      withdraw ? withdrawReview(context, entry) : lookAtReview(context, entry)
    );
  }

  /** Curators published it: the badges are not in the files, and nobody expects them to appear now. */
  offerBadges(entry: IJournalEntry): IPublished {
    const request = this._input.request();
    const badgesOffered = badgedFiles(request, this._input.readme());
    return { entry, badgesOffered, writtenBack: [], proposals: [] };
  }

  /** The user's answer to `offerBadges`. */
  async answerOffer(on: boolean): Promise<IPublished> {
    const request = this._input.request();
    const entry = await this._keeper.current(request);
    const writtenBack = on
      ? await writeBack(this._ports, entry, request, this._input.readme())
      : [];
    const finished = await this._finished(entry);
    return { entry: finished, writtenBack, proposals: [] };
  }

  /** A draft was changed on the site: the user is asked whose details count. */
  draftChanged({ draft }: DraftChangedError): void {
    this._changed = draft;
  }

  /** The user's answer, for the next run. Returns the draft that it is about. */
  choose(details: IDraftChoice['details']): DraftChangedError['draft'] | null {
    if (this._changed) {
      const { id, revision } = this._changed;
      this._choice = { id, revision, details };
    }
    return this._changed;
  }

  /** Nothing of what was packed or confirmed holds any more. */
  forget(): void {
    this._changed = this._choice = null;
    this._machine.forget();
    this._data.forget();
    this._confirmations.forget();
  }

  /** Delete the draft of the data, where there is one. Rejects as the site's client does. */
  discardData(): Promise<void> {
    return this._data.discard(this._account.client);
  }

  private _context(
    request: IPublicationRequest,
    signal: AbortSignal
  ): IContext {
    const { files, clock, startSums, trans } = this._ports;
    return {
      client: this._account.client,
      journal: this._keeper.journal,
      observer: this._progress,
      scanner: this._input.scanner(),
      route: this._input.route(),
      onWait: wait => this._progress.wait(wait),
      ...{ files, clock, startSums, trans, request, signal }
    };
  }

  private async _finish(
    entry: IJournalEntry,
    request: IPublicationRequest
  ): Promise<IPublished> {
    this._progress.step('finish', 'now', '');
    const writtenBack = request.site.test
      ? []
      : await writeBack(this._ports, entry, request, this._input.readme());
    const proposals = await proposeTo(
      this._account.client,
      entry.record?.id ?? '',
      // A record whose files were replaced is where it was proposed to before.
      entry.replaces ? [] : request.metadata.communities,
      this._ports.trans
    );
    const finished = await this._finished(entry);
    this._progress.finished(writtenBack.filter(({ done }) => done).length);
    return { entry: finished, writtenBack, proposals };
  }

  private _finished(entry: IJournalEntry): Promise<IJournalEntry> {
    return this._keeper.write({ ...entry, step: 'finish', status: 'done' });
  }

  private _changed: DraftChangedError['draft'] | null = null;
  private _choice: IDraftChoice | null = null;
  private readonly _machine = new PublicationMachine();
  private readonly _data: DataPublication;
  private readonly _confirmations: Confirmations;
}
