import { PublisherError } from '../core/error';
import type { IContext } from '../core/publish/context';
import { dataRecordOf, dataRequest } from '../core/publish/dataRecord';
import type {
  IJournalEntry,
  IJournalRecord
} from '../core/publish/journalEntry';
import { PublicationMachine } from '../core/publish/machine';
import type { StepName } from '../core/publish/steps';
import { deleteTwins } from '../core/publish/twins';
import type { ZenodoClient } from '../core/zenodo/client';
import { discardData } from './discarding';
import type { EntryKeeper } from './entryKeeper';
import type { ProgressView } from './progressView';

/**
 * The record of the data beside that of the notebooks: a publication with an
 * entry of its own in the journal. It is packed first, because the notebooks
 * name its checksums, and published first, because they fetch from it.
 */
export class DataPublication {
  constructor(
    private readonly _keeper: EntryKeeper,
    private readonly _progress: ProgressView
  ) {}

  /**
   * Bring the data to a complete, verified draft.
   *
   * @param notebooks - the notebooks' publication, whose DOI is reserved
   * @returns that publication's context, which knows the data's record now
   * @throws as `PublicationMachine.toVerifiedDraft`
   */
  async prepare(
    context: IContext,
    notebooks: IJournalEntry
  ): Promise<IContext> {
    const own = this._contextOf(context, notebooks, 'pack');
    if (!own || notebooks.record) {
      return context;
    }
    const { id } = notebooks;
    const entry = await this._machine.toVerifiedDraft(
      own,
      await this._keeper.current(own.request)
    );
    if (!entry.draft || !entry.pack) {
      throw new Error(`The data of ${id} were packed for a draft before`);
    }
    this._entry = entry;
    const dataRecord = dataRecordOf(own.request, entry.draft, entry.pack);
    return { ...context, request: { ...context.request, dataRecord } };
  }

  /**
   * Publish the data that were prepared. Nothing is asked: the notebooks'
   * confirmation speaks of them.
   *
   * @throws as `PublicationMachine.publish`
   */
  async publish(
    context: IContext,
    notebooks: IJournalEntry
  ): Promise<IJournalRecord | undefined> {
    const own = this._contextOf(context, notebooks, 'publish');
    if (!own || !this._entry) {
      return undefined;
    }
    const agreed = async () => true;
    this._entry = await this._machine.publish(own, this._entry, agreed);
    await deleteTwins(own, this._entry);
    return this._entry.record ?? undefined;
  }

  /**
   * After all: delete the draft of data that went back to the notebooks. One
   * that stays does no harm, so a site in trouble is let be.
   */
  async tidy({ client, request }: IContext): Promise<void> {
    if (request.split) {
      return;
    }
    try {
      await this.discard(client);
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
    }
  }

  /** Delete the draft of the data, if there is one. Rejects as the client does. */
  async discard(client: ZenodoClient): Promise<void> {
    const { id, journal } = this._keeper;
    await discardData(id, client, journal);
    this.forget();
  }

  forget(): void {
    this._machine.forget();
    this._entry = null;
  }

  /** Its steps are shown as a part of one of the notebooks' steps. */
  private _contextOf(
    context: IContext,
    notebooks: IJournalEntry,
    shownAs: StepName
  ): IContext | null {
    const { request, trans } = context;
    const { split } = request;
    if (!split) {
      return null;
    }
    const doi = notebooks.draft?.doi ?? '';
    const progress = this._progress;
    return {
      ...context,
      request: dataRequest({ ...request, split }, doi, trans),
      observer: {
        step: () => progress.step(shownAs, 'now', trans.__('the data first')),
        progress: (...how) => progress.progress(...how),
        journalled: () => undefined
      }
    };
  }

  private readonly _machine = new PublicationMachine();
  private _entry: IJournalEntry | null = null;
}
