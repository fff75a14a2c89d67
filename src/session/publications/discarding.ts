import { UUID } from '@lumino/coreutils';
import type { IPublicationItem } from '../../core/publications/item';
import type { Journal } from '../../core/publish/journal';
import { withoutDraft } from '../../core/publish/journalEntry';
import type { ZenodoClient } from '../../core/zenodo/client';
import { alone } from '../claim';
import { discard, discardData } from '../discarding';
import { changed, IDone, nothing } from './done';
import type { IPublicationsPorts } from './ports';
import { withoutBadges } from './withoutBadges';

/** Gives up what is on its way, from the list. All reject with PublisherError. */
export class Discarding {
  /** @param _owner - names the list in the journal */
  constructor(
    private readonly _ports: IPublicationsPorts,
    private readonly _journal: Journal,
    private readonly _owner: string
  ) {}

  /** Delete the draft, and what is left of the publication in the journal; then ask about badges. */
  async discard(item: IPublicationItem, client: ZenodoClient): Promise<IDone> {
    const { dialogs, clock, trans } = this._ports;
    const { here, depositId, doi, status } = item;
    // A draft that was made on the site is not the one that was published from here.
    if (!here || status === 'draft') {
      if (!depositId || !(await dialogs.confirmDiscard(doi ?? ''))) {
        return nothing;
      }
      await client.deleteDraft(depositId);
      return changed(trans.__('The draft was discarded.'), [depositId]);
    }
    const { id } = here;
    return alone(
      {
        id,
        owner: this._owner,
        journal: this._journal,
        ...{ clock, trans, takeOver: false },
        // It is one request: there is nothing to stop.
        onLost: () => undefined
      },
      () => this._discardKnown(id, client)
    ).then(done => withoutBadges(this._ports, done, item));
  }

  /** Give up a change of a record's details. */
  async discardEdit(
    { depositId, title, site }: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { dialogs, trans } = this._ports;
    if (!depositId || !(await dialogs.confirmDiscardEdit(title, site))) {
      return nothing;
    }
    await client.deleteDraft(depositId);
    return changed(
      trans.__('The change was discarded. The record is as it was.')
    );
  }

  private async _discardKnown(
    id: string,
    client: ZenodoClient
  ): Promise<IDone> {
    const { dialogs, trans } = this._ports;
    const entry = await this._journal.read(id);
    if (!entry || entry.record) {
      return { ...nothing, isChanged: true };
    }
    const gone: string[] = [];
    if (entry.draft) {
      const came = await discard(entry, client, { dialogs, trans });
      if (came === 'kept') {
        return nothing;
      }
      if (came === 'published') {
        return changed(trans.__('It is published by now. Resume finishes it.'));
      }
      if (entry.replaces) {
        await this._journal.write(withoutDraft(entry, UUID.uuid4()));
        return changed(
          trans.__('Discarded. The record keeps the files that it has.')
        );
      }
      gone.push(entry.draft.id);
    } else if (entry.replaces) {
      // It was not heard whether the record is open: then the list says so.
      if (!(await dialogs.confirmKeepFiles(entry.replaces.doi))) {
        return nothing;
      }
    } else {
      if (!(await dialogs.confirmDiscard(''))) {
        return nothing;
      }
      // The answer to making the draft was lost: there may be one.
      const lost = await client.findDraftByReference(entry.nonce);
      if (lost) {
        await client.deleteDraft(lost.id);
        gone.push(lost.id);
      }
    }
    const data = await discardData(id, client, this._journal);
    await this._journal.write(withoutDraft(entry, UUID.uuid4()));
    return changed(trans.__('The draft was discarded.'), [
      ...gone,
      ...(data ? [data] : [])
    ]);
  }
}
