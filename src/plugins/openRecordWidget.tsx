import { MainAreaWidget } from '@jupyterlab/apputils';
import { ReactWidget } from '@jupyterlab/ui-components';
import { UUID } from '@lumino/coreutils';
import type { Message } from '@lumino/messaging';
import React from 'react';
import type { ITranslator } from '../core/text';
import type { IOpenRecordSession } from '../session/records/state';
import { publishIcon } from '../ui/icons';
import OpenRecordPanel from '../ui/records/OpenRecordPanel';

/** The panel that opens a record, as a widget. */
export class OpenRecordWidget extends MainAreaWidget<ReactWidget> {
  constructor(private readonly _options: OpenRecordWidget.IOptions) {
    const { session, trans } = _options;
    const content = ReactWidget.create(
      <OpenRecordPanel session={session} trans={trans} />
    );
    super({ content });
    // The panel is a region with a name of its own, and has no toolbar.
    content.node.removeAttribute('role');
    content.node.removeAttribute('aria-label');
    this.toolbar.hide();
    this.addClass('jp-ZenodoPublisher-widget');
    this.id = `jp-ZenodoPublisher-open-${UUID.uuid4()}`;
    this.title.label = trans.__('Open a Zenodo record');
    this.title.icon = publishIcon;
    this.title.closable = true;
    session.stateChanged.connect(this._onStateChanged, this);
  }

  /** Ask for a record, as if it had been typed. */
  lookUp(record: string): Promise<void> {
    return this._options.session.lookUp(record);
  }

  /** Close, unless it has something to tell. */
  closeIfIdle(): void {
    const { phase } = this._options.session.state;
    if (phase === 'asking' || phase === 'looking' || phase === 'found') {
      this.dispose();
    }
  }

  /** Stop what runs, and let go of the session. */
  dispose(): void {
    if (!this.isDisposed) {
      const { session } = this._options;
      session.stateChanged.disconnect(this._onStateChanged, this);
      window.removeEventListener('beforeunload', warn);
      session.cancel();
      this._options.release();
      super.dispose();
    }
  }

  /** Asks before a download is stopped. */
  protected onCloseRequest(message: Message): void {
    if (!this._isRunning) {
      super.onCloseRequest(message);
      return;
    }
    void this._options.confirmLeave().then(leave => {
      if (leave && !this.isDisposed) {
        super.onCloseRequest(message);
      }
    });
  }

  private _onStateChanged(): void {
    // The same listener twice is one.
    if (this._isRunning) {
      window.addEventListener('beforeunload', warn);
    } else {
      window.removeEventListener('beforeunload', warn);
    }
  }

  private get _isRunning(): boolean {
    return this._options.session.state.phase === 'running';
  }

  /** The keyboard begins where something is typed. */
  protected onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.node.querySelector('input')?.focus();
  }
}

export namespace OpenRecordWidget {
  export interface IOptions {
    readonly session: IOpenRecordSession;
    readonly trans: ITranslator;
    /** Ask whether to close the panel though it downloads. */
    readonly confirmLeave: () => Promise<boolean>;
    /** Called once when the panel is gone. */
    readonly release: () => void;
  }
}

/** Makes the browser ask before it leaves the page, in its own words. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
