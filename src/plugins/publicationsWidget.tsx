import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import React from 'react';
import type { ITranslator } from '../core/text';
import type { IPublicationsSession } from '../session/publications/state';
import { publishIcon } from '../ui/icons';
import PublicationsPanel from '../ui/publications/PublicationsPanel';

/** The side panel of publications, as a widget. It is kept up to date while it is seen. */
export class PublicationsWidget extends ReactWidget {
  constructor(private readonly _options: PublicationsWidget.IOptions) {
    super();
    const { trans } = _options;
    this.id = 'jp-ZenodoPublisher-publications';
    this.title.icon = publishIcon;
    this.title.caption = trans.__('Zenodo Publications');
    this.title.closable = true;
    this.addClass('jp-ZenodoPublisher-sideWidget');
  }

  /** Let go of the session. */
  dispose(): void {
    if (!this.isDisposed) {
      this._options.session.dispose();
      super.dispose();
    }
  }

  /** Show what can be done with the record of a site. */
  reveal(siteUrl: string, recordId: string): void {
    this._options.session.reveal(siteUrl, recordId);
  }

  protected render(): JSX.Element {
    return <PublicationsPanel {...this._options} />;
  }

  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._options.session.setShown(true);
  }

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    if (this.isVisible) {
      this._options.session.setShown(true);
    }
  }

  protected onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._options.session.setShown(false);
  }

  protected onBeforeDetach(message: Message): void {
    this._options.session.setShown(false);
    super.onBeforeDetach(message);
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector('input')?.focus();
  }
}

export namespace PublicationsWidget {
  export interface IOptions {
    readonly session: IPublicationsSession & {
      setShown(shown: boolean): void;
      dispose(): void;
    };
    readonly trans: ITranslator;
  }
}
