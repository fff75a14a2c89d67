import { UUID } from '@lumino/coreutils';
import { PublisherError } from '../../core/error';
import type { IPublicationItem } from '../../core/publications/item';
import { Journal } from '../../core/publish/journal';
import { withoutDraft } from '../../core/publish/journalEntry';
import type { ZenodoClient } from '../../core/zenodo/client';
import { recordPageUrl } from '../../core/zenodo/sites';
import type { IVocabularyItem } from '../../core/zenodo/types';
import { cite } from '../cite';
import { alone } from '../claim';
import { discard, discardData } from '../discarding';
import { badgesOf, insertBadges, removeBadges } from './badgeFiles';
import { noteFinished } from './finishing';
import type { IPublicationsPorts } from './ports';
import { share, unshare } from './sharing';
import type { INotice, IPublicationsSession } from './state';
import { noteDeleted } from './tombstones';

type Action = Parameters<IPublicationsSession['act']>[1];

/** What came of an action. */
export interface IDone {
  /** Null = nothing to tell. */
  readonly notice: INotice | null;
  /** The list is another one now. */
  readonly isChanged: boolean;
  /** Drafts and records that are not there any more. */
  readonly gone: readonly string[];
  /** Whether a link of ours is there now; without it, as before. */
  readonly isShared?: boolean;
}

const nothing: IDone = { notice: null, isChanged: false, gone: [] };

/** What can be done with a publication from the list. All reject with PublisherError. */
export class PublicationActions {
  constructor(private readonly _ports: IPublicationsPorts) {
    this._journal = new Journal({
      store: _ports.journal,
      clock: _ports.clock,
      trans: _ports.trans
    });
  }

  async run(
    action: Action,
    item: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { panels, copy } = this._ports;
    const { here, doi } = item;
    switch (action) {
      case 'resume':
      case 'show':
        if (here) {
          await panels.resume(here.selection, here.id);
        }
        return nothing;
      case 'new-version':
        if (here) {
          await panels.openNext(here.selection, here.id);
        }
        return nothing;
      case 'edit':
        if (item.depositId) {
          await panels.edit(item.site.id, item.depositId);
        }
        return nothing;
      case 'open-here':
        this._ports.openRecord?.(
          recordPageUrl(item.site, item.depositId ?? '')
        );
        return nothing;
      case 'compare':
        // The list has done it.
        return nothing;
      case 'replace-files':
        if (here && item.depositId) {
          await panels.replaceFiles(here.selection, item.depositId);
        }
        return nothing;
      case 'copy-doi':
        copy(doi ?? '');
        return this._told(this._ports.trans.__('DOI copied.'));
      case 'copy-citation':
        return this._copyCitation(item, client);
      case 'insert-badge':
        return this._insertBadges(item);
      case 'remove-badge':
        return this._removeBadges(item);
      case 'discard':
        return this._discard(item, client);
      case 'discard-edit':
        return this._discardEdit(item, client);
      case 'delete':
        return this._delete(item, client);
      case 'share':
        return this._sharing(await share(this._ports, item, client), true);
      case 'unshare':
        return this._sharing(await unshare(this._ports, item, client), false);
    }
  }

  private async _copyCitation(
    { site, depositId }: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { copy, trans } = this._ports;
    const text = await cite(client, depositId ?? '', 'text');
    if (text === null) {
      return this._refused(
        trans.__(
          '%1 does not give the citation now. Try again in a moment.',
          site.name
        )
      );
    }
    copy(text);
    return this._told(trans.__('Citation copied.'));
  }

  private async _insertBadges(item: IPublicationItem): Promise<IDone> {
    const notice = await insertBadges(this._ports, item);
    if (notice?.tone !== 'ok') {
      return { ...nothing, notice };
    }
    await noteFinished(this._ports, this._journal, this._owner, item);
    return { ...nothing, notice, isChanged: item.status === 'unfinished' };
  }

  private async _removeBadges(item: IPublicationItem): Promise<IDone> {
    const found = await badgesOf(this._ports, item);
    return found.length > 0
      ? {
          ...nothing,
          notice: await removeBadges(
            this._ports,
            item,
            found,
            item.status === 'withdrawn'
          )
        }
      : this._told(
          this._ports.trans.__('No file has the badge of this record.')
        );
  }

  private async _discard(
    item: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { dialogs, clock, trans } = this._ports;
    const { here, depositId, doi, status } = item;
    // A draft that was made on the site is not the one that was published from here.
    if (!here || status === 'draft') {
      if (!depositId || !(await dialogs.confirmDiscard(doi ?? ''))) {
        return nothing;
      }
      await client.deleteDraft(depositId);
      return this._changed(trans.__('The draft was discarded.'), [depositId]);
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
    ).then(done => this._withoutBadges(done, item));
  }

  /** What was discarded or deleted leaves badges behind that lead nowhere. */
  private async _withoutBadges(
    done: IDone,
    item: IPublicationItem
  ): Promise<IDone> {
    if (!item.depositId || !done.gone.includes(item.depositId)) {
      return done;
    }
    const found = await badgesOf(this._ports, item);
    const notice = await removeBadges(this._ports, item, found, true);
    return notice && done.notice
      ? {
          ...done,
          notice: { ...notice, text: `${done.notice.text} ${notice.text}` }
        }
      : done;
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
        return this._changed(
          trans.__('It is published by now. Resume finishes it.')
        );
      }
      if (entry.replaces) {
        await this._journal.write(withoutDraft(entry, UUID.uuid4()));
        return this._changed(
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
    return this._changed(trans.__('The draft was discarded.'), [
      ...gone,
      ...(data ? [data] : [])
    ]);
  }

  private async _discardEdit(
    { depositId, title, site }: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { dialogs, trans } = this._ports;
    if (!depositId || !(await dialogs.confirmDiscardEdit(title, site))) {
      return nothing;
    }
    await client.deleteDraft(depositId);
    return this._changed(
      trans.__('The change was discarded. The record is as it was.')
    );
  }

  private async _delete(
    item: IPublicationItem,
    client: ZenodoClient
  ): Promise<IDone> {
    const { dialogs, trans, clock } = this._ports;
    const { site, title, doi, depositId, undoUntil } = item;
    if (!depositId || undoUntil === null) {
      return nothing;
    }
    const reasons = reasonsOf(await client.vocabularies.all('removalreasons'));
    const until = new Date(undoUntil);
    const reason = await dialogs.confirmDelete({
      ...{ site, title, until, reasons },
      doi: doi ?? ''
    });
    if (reason === null) {
      return nothing;
    }
    await client.deleteRecord(depositId, reason);
    try {
      await noteDeleted(this._journal, depositId, site.url, clock.now());
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
      // It is deleted all the same, and noticed the next time.
    }
    const told = trans.__('The record was deleted on %1.', site.name);
    return this._withoutBadges(this._changed(told, [depositId]), item);
  }

  private _sharing(text: string, isShared: boolean): IDone {
    return { ...this._told(text), isShared };
  }

  private _told(text: string): IDone {
    return { ...nothing, notice: { tone: 'ok', text } };
  }

  private _changed(text: string, gone: readonly string[] = []): IDone {
    return { ...this._told(text), isChanged: true, gone };
  }

  private _refused(text: string): IDone {
    return { ...nothing, notice: { tone: 'error', text } };
  }

  private readonly _journal: Journal;
  /** Names this list in the journal, as a page that works on a publication. */
  private readonly _owner = UUID.uuid4();
}

/** The reasons that owners are offered, as the site's vocabulary tags them; where it tags none, all. */
function reasonsOf(all: readonly IVocabularyItem[]) {
  const offered = all.filter(({ tags }) => tags.includes('deletion-request'));
  return offered.length > 0 ? offered : all;
}
