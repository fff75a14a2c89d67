import { UUID } from '@lumino/coreutils';
import type { IPublicationItem } from '../../core/publications/item';
import { Journal } from '../../core/publish/journal';
import type { ZenodoClient } from '../../core/zenodo/client';
import { recordPageUrl } from '../../core/zenodo/sites';
import { cite } from '../cite';
import { badgesOf, removeBadges } from '../shownBadges';
import { insertBadges } from './badgeFiles';
import { deleteRecord } from './deleteRecord';
import { Discarding } from './discarding';
import { IDone, nothing, told } from './done';
import { noteFinished } from './finishing';
import type { IPublicationsPorts } from './ports';
import { share, unshare } from './sharing';
import type { IPublicationsSession } from './state';

type Action = Parameters<IPublicationsSession['act']>[1];

/** What can be done with a publication from the list. All reject with PublisherError. */
export class PublicationActions {
  constructor(private readonly _ports: IPublicationsPorts) {
    this._journal = new Journal({
      store: _ports.journal,
      clock: _ports.clock,
      trans: _ports.trans
    });
    this._discarding = new Discarding(_ports, this._journal, this._owner);
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
        return told(this._ports.trans.__('DOI copied.'));
      case 'copy-citation':
        return this._copyCitation(item, client);
      case 'insert-badge':
        return this._insertBadges(item);
      case 'remove-badge':
        return this._removeBadges(item);
      case 'discard':
        return this._discarding.discard(item, client);
      case 'discard-edit':
        return this._discarding.discardEdit(item, client);
      case 'delete':
        return deleteRecord(this._ports, this._journal, item, client);
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
    return told(trans.__('Citation copied.'));
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
    const isGone = item.status === 'withdrawn';
    return found.length > 0
      ? {
          ...nothing,
          notice: await removeBadges(this._ports, item, found, isGone)
        }
      : told(this._ports.trans.__('No file has the badge of this record.'));
  }

  private _sharing(text: string, isShared: boolean): IDone {
    return { ...told(text), isShared };
  }

  private _refused(text: string): IDone {
    return { ...nothing, notice: { tone: 'error', text } };
  }

  private readonly _journal: Journal;
  private readonly _discarding: Discarding;
  /** Names this list in the journal, as a page that works on a publication. */
  private readonly _owner = UUID.uuid4();
}
