import { checkStep } from './checkStep';
import { IContext, journal } from './context';
import { NotConfirmedError } from './errors';
import { guarded } from './guarded';
import { IJournalEntry, isInReview, mayBePublic } from './journalEntry';
import { IPacked, packStep } from './packStep';
import { publishedChange, publishedRecord, publishStep } from './publishStep';
import { lookAtReview } from './reviewLook';
import { dropReview, reviewStep } from './reviewStep';
import { packStamp } from './request';
import { reserveStep } from './reserveStep';
import { transferStep } from './transferStep';
import { isUploaded, removeFormer, uploadStep } from './uploadStep';
import { verifyStep } from './verifyStep';
import { RateLimitedError } from '../zenodo/errors';
import { limitEnd, patient, waitUntil } from '../zenodo/retry';

/**
 * Runs one publication through its steps: look, act, verify. It may be called
 * again at any time, after any failure, with the journal's entry: what already
 * happened is not done again.
 */
export class PublicationMachine {
  /**
   * Bring the publication to a complete, verified draft; nothing is public.
   *
   * Where the journal says that publishing was begun, the site is asked first:
   * the answer's entry then has a record and there is nothing left to do.
   *
   * @throws RefusedMetadataError, DraftChangedError, DraftGoneError,
   *   TokenEndedError, SiteError, PublisherError of reading and packing,
   *   CancelledError
   */
  async toVerifiedDraft(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry> {
    const reserved = await this.toReservedDraft(context, entry);
    return this.completeDraft(context, reserved);
  }

  /**
   * The first half of `toVerifiedDraft`: a draft with a DOI, and no files.
   *
   * @throws as `toVerifiedDraft`
   */
  toReservedDraft(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry> {
    return guarded(context, entry.id, async () => {
      if (entry.record) {
        return entry;
      }
      // A page of its own began and ended nothing: nobody else had a hand in it.
      this._isSmooth = !entry.draft && entry.status === 'done';
      const known = await lookAtReview(context, entry);
      const found = known.record
        ? known
        : await this._alreadyPublished(context, known);
      if (found) {
        return found;
      }
      return reserveStep(context, await checkStep(context, known));
    });
  }

  /**
   * The second half: pack, and upload, to a draft that has a DOI.
   *
   * @throws as `toVerifiedDraft`
   */
  completeDraft(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry> {
    return guarded(context, entry.id, async () =>
      entry.record ? entry : this._packAndUpload(context, entry)
    );
  }

  /**
   * Publish a verified draft after one confirmation, or have it reviewed where
   * the request names a community for that. A draft that is in review already is
   * only looked at: the answer's entry has a record once it was accepted.
   *
   * @throws NotConfirmedError, DraftChangedError, FilesLostError,
   *   StrangeFilesError, PublicationUnknownError, ReviewRefusedError,
   *   TokenEndedError, SiteError, CancelledError
   */
  publish(
    context: IContext,
    entry: IJournalEntry,
    confirm: () => Promise<boolean>
  ): Promise<IJournalEntry> {
    return guarded(context, entry.id, async () => {
      if (entry.record) {
        return entry;
      }
      const looked = await lookAtReview(context, entry);
      if (isInReview(entry) && looked.review?.state !== 'submitting') {
        return looked;
      }
      if (!(await confirm())) {
        throw new NotConfirmedError(
          context.trans.__('Not published. The draft waits.')
        );
      }
      return this._verifyAndPublish(context, looked);
    });
  }

  /** Forget what was packed, in memory, as when the draft was discarded. */
  forget(): void {
    this._packed = null;
  }

  private async _alreadyPublished(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry | null> {
    if (!entry.draft || isInReview(entry) || !mayBePublic(entry)) {
      return null;
    }
    const record = await publishedRecord(context, entry);
    if (!record) {
      return null;
    }
    context.observer.step('publish', 'done', record.doi ?? '');
    return journal(context, entry, {
      ...publishedChange(context, entry, record),
      step: 'publish',
      status: 'done'
    });
  }

  /** After each wait that the site asks for, the draft is looked at again. */
  private async _verifyAndPublish(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry> {
    const { clock, onWait, request, signal } = context;
    let current = entry;
    for (let refusals = 1; ; refusals++) {
      const isSmooth = this._isSmooth && refusals === 1;
      const verified = await verifyStep(context, current, isSmooth);
      current = verified.entry;
      try {
        return request.review
          ? await reviewStep(context, current)
          : await publishStep(
              context,
              await dropReview(context, current, verified.hasEndedReview)
            );
      } catch (error) {
        if (
          !(error instanceof RateLimitedError) ||
          refusals >= patient.limitAttempts
        ) {
          throw error;
        }
        const until = limitEnd(error, clock, patient, refusals);
        const wait = { reason: 'rate-limit', until, attempt: refusals + 1 } as const; // prettier-ignore
        await waitUntil(wait, clock, onWait, signal);
      }
    }
  }

  private async _packAndUpload(
    context: IContext,
    entry: IJournalEntry
  ): Promise<IJournalEntry> {
    await removeFormer(context, entry);
    let current = entry;
    const { draft, pack, uploadBegun } = entry;
    if (!draft) {
      throw new Error('A draft was made sure of before');
    }
    const { observer, request, trans } = context;
    const stamp = await packStamp(request, draft.id, draft.doi);
    let packed: IPacked | null = null;
    if (
      pack?.stamp === stamp &&
      uploadBegun &&
      (await isUploaded(context, draft.id, pack))
    ) {
      observer.step('pack', 'done', trans.__('packed before'));
    } else if (this._packed?.stamp === stamp && pack?.stamp === stamp) {
      packed = this._packed;
      observer.step('pack', 'done', trans.__('packed before'));
    } else if (context.route) {
      current = await transferStep(context, current, context.route);
      await removeFormer(context, current);
    } else {
      const result = await packStep(context, current);
      this._packed = packed = result.packed;
      current = result.entry;
      await removeFormer(context, current);
    }
    const { entry: uploaded, isSmooth } = await uploadStep(
      context,
      current,
      packed
    );
    this._isSmooth &&= isSmooth;
    return uploaded;
  }

  private _packed: IPacked | null = null;
  /** Nothing was sent twice, by this page or another: nothing can arrive late. */
  private _isSmooth = false;
}
