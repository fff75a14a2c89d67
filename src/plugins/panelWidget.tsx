import { MainAreaWidget } from '@jupyterlab/apputils';
import { ReactWidget, Toolbar } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import React from 'react';
import type { ITranslator } from '../core/text';
import type { IPublicationSession } from '../session/publicationSession';
import { publishIcon } from '../ui/icons';
import PublishPanel from '../ui/PublishPanel';
import type { IPublicationPanel } from './tokens';

/** The panel of one publication, as a widget. */
export class PublicationPanel
  extends MainAreaWidget<ReactWidget>
  implements IPublicationPanel
{
  constructor(options: PublicationPanel.IOptions) {
    const { session, trans } = options;
    const content = ReactWidget.create(
      <PublishPanel session={session} trans={trans} />
    );
    // Its own toolbar would leave listeners behind; ours is hidden.
    super({ content, toolbar: new Toolbar() });
    this._options = options;
    // The panel is a region with a name of its own, and has no toolbar.
    content.node.removeAttribute('role');
    content.node.removeAttribute('aria-label');
    this.toolbar.hide();
    this.addClass('jp-ZenodoPublisher-widget');
    this.id = `jp-ZenodoPublisher-${session.state.id}`;
    this.title.label = trans.__('Publish to Zenodo');
    this.title.caption = [
      trans.__('Publish to Zenodo'),
      ...session.state.selection
    ].join('\n');
    this.title.icon = publishIcon;
    session.stateChanged.connect(this._onStateChanged, this);
    this._shownId = this.publicationId;
    this._onStateChanged();
  }

  readonly publicationChanged: Signal<IPublicationPanel, void> = new Signal<
    IPublicationPanel,
    void
  >(this);

  get publicationId(): string {
    return this._options.session.state.id;
  }

  get paths(): readonly string[] {
    return this._options.session.state.selection;
  }

  /** Stop what runs, and let go of the session. */
  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    const { session } = this._options;
    session.stateChanged.disconnect(this._onStateChanged, this);
    this._warnOnLeave(false);
    session.publication.cancel();
    this._options.release();
    super.dispose();
  }

  /** Asks before an upload is stopped. */
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
    if (this.publicationId !== this._shownId) {
      this._shownId = this.publicationId;
      this.publicationChanged.emit();
    }
    if (this._isRunning !== this._warns) {
      this._warnOnLeave(this._isRunning);
    }
  }

  private get _isRunning(): boolean {
    return this._options.session.state.phase === 'running';
  }

  private _warnOnLeave(on: boolean): void {
    this._warns = on;
    if (on) {
      window.addEventListener('beforeunload', warn);
    } else {
      window.removeEventListener('beforeunload', warn);
    }
  }

  private readonly _options: PublicationPanel.IOptions;
  private _warns = false;
  private _shownId: string;
}

export namespace PublicationPanel {
  export interface IOptions {
    readonly session: IPublicationSession;
    readonly trans: ITranslator;
    /** Ask whether to close the panel though an upload runs. */
    readonly confirmLeave: () => Promise<boolean>;
    /** Called once when the panel is gone. */
    readonly release: () => void;
  }
}

/** Makes the browser ask before it leaves the page, in its own words. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
