import { Dialog } from '@jupyterlab/apputils';
import React from 'react';
import type { ISite } from '../core/zenodo/sites';
import type {
  IDeletion,
  IPublicationsDialogs
} from '../session/publications/ports';
import { DeletionBody } from '../ui/publications/DeletionBody';
import { Paths } from '../ui/Paths';
import { Dialogs } from './dialogs';

/** The questions of the list of publications. */
export class PublicationsDialogs
  extends Dialogs
  implements IPublicationsDialogs
{
  async confirmDiscardEdit(title: string, site: ISite): Promise<boolean> {
    const { trans } = this;
    return this.ask(
      trans.__('Discard this change?'),
      <p>
        {trans.__(
          'The details of “%1” that were changed on %2 and not published there are lost. The record stays as it is.',
          title,
          site.name
        )}
      </p>,
      trans.__('Keep the change'),
      Dialog.warnButton({ label: trans.__('Discard the change') })
    );
  }

  async confirmDelete(deletion: IDeletion): Promise<string | null> {
    const { trans } = this;
    let reason = '';
    for (let isMissing = false; ; isMissing = true) {
      const agreed = await this.ask(
        trans.__('Delete this record?'),
        <DeletionBody
          {...{ deletion, isMissing, trans }}
          onReason={id => {
            reason = id;
          }}
        />,
        trans.__('Keep record'),
        Dialog.warnButton({ label: trans.__('Delete record') })
      );
      if (!agreed || reason) {
        return agreed ? reason : null;
      }
    }
  }

  async confirmBadges(doi: string, paths: readonly string[]): Promise<boolean> {
    const { trans } = this;
    return this.ask(
      trans.__('Insert the badge?'),
      <>
        <p>
          {trans._n(
            'A badge cell with the DOI %2 goes into this notebook, or takes the place of the one that is there.',
            'A badge cell with the DOI %2 goes into these %1 notebooks, or takes the place of those that are there.',
            paths.length,
            doi
          )}
        </p>
        <Paths paths={paths} />
      </>,
      trans.__('Cancel'),
      Dialog.okButton({ label: trans.__('Insert') })
    );
  }
}
