import { MainAreaWidget } from '@jupyterlab/apputils';
import { ReactWidget } from '@jupyterlab/ui-components';
import React from 'react';
import type { ITranslator } from '../core/text';
import type { EditSession } from '../session/editing/editSession';
import EditPanel from '../ui/editing/EditPanel';
import { publishIcon } from '../ui/icons';

/** The panel in which the details of a record are changed, as a widget. */
export class EditWidget extends MainAreaWidget<ReactWidget> {
  constructor(private readonly _options: EditWidget.IOptions) {
    const { session, trans, siteId, recordId } = _options;
    const content = ReactWidget.create(
      <EditPanel session={session} trans={trans} />
    );
    super({ content });
    // The panel is a region with a name of its own, and has no toolbar.
    content.node.removeAttribute('role');
    content.node.removeAttribute('aria-label');
    this.toolbar.hide();
    this.addClass('jp-ZenodoPublisher-widget');
    this.id = `jp-ZenodoPublisher-edit-${siteId}-${recordId}`;
    this.title.label = trans.__('Edit metadata');
    this.title.caption = trans.__('Edit the details of a Zenodo record');
    this.title.icon = publishIcon;
  }

  get siteId(): string {
    return this._options.siteId;
  }

  get recordId(): string {
    return this._options.recordId;
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._options.session.dispose();
      super.dispose();
    }
  }
}

export namespace EditWidget {
  export interface IOptions {
    readonly session: EditSession;
    readonly siteId: string;
    readonly recordId: string;
    readonly trans: ITranslator;
  }
}
