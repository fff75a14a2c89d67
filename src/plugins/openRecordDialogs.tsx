import { Dialog } from '@jupyterlab/apputils';
import React from 'react';
import { Dialogs } from './dialogs';

/** The question of the panel that opens a record. */
export class OpenRecordDialogs extends Dialogs {
  /** The panel is to be closed while it downloads. */
  async confirmStop(): Promise<boolean> {
    const { trans } = this;
    return this.ask(
      trans.__('Leave while downloading?'),
      <p>
        {trans.__(
          'The download stops. Files that are written already stay in their folder.'
        )}
      </p>,
      trans.__('Keep downloading'),
      Dialog.warnButton({ label: trans.__('Leave') })
    );
  }
}
