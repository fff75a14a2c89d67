import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { bySeverity } from '../core/finding';
import type { ILicense, IMetadata } from '../core/metadata/model';
import { archiveName, IPublicationRequest } from '../core/publish/request';
import { zenodo } from '../core/zenodo/sites';
import { AccountPart } from './accountPart';
import { BadgesPart } from './badgesPart';
import { confirmationOf } from './confirmation';
import { ContentsPart } from './contentsPart';
import { EnvironmentPart } from './environmentPart';
import { FormKeeper } from './formKeeper';
import { initialState } from './initialState';
import { MetadataPart } from './metadataPart';
import type { ISessionPorts } from './ports';
import type { IPublicationSession } from './publicationSession';
import { PublishPart } from './publishPart';
import type { IPublicationState } from './state';
import { PublicationStore } from './store';

/** One open publication: joins its parts, and keeps what was typed. */
export class PublicationSession implements IPublicationSession, IDisposable {
  constructor(options: PublicationSession.IOptions) {
    const { id, selection, ...ports } = options;
    this._ports = ports;
    this._store = new PublicationStore(initialState(ports, id, selection), () =>
      this.stateChanged.emit()
    );
    const store = this._store;
    this._contents = new ContentsPart(store, ports);
    this._badges = new BadgesPart(store, ports, this._contents);
    this._environment = new EnvironmentPart(store, ports, this._contents);
    this._metadata = new MetadataPart(store, ports, this._contents);
    this._account = new AccountPart(store, ports, wait =>
      this._publish.progress.wait(wait)
    );
    this._publish = new PublishPart(store, ports, this._account, {
      request: () => this._request(),
      confirm: doi =>
        ports.dialogs.confirmPublish(
          confirmationOf(this.state, this._request(), doi, ports.clock.now())
        ),
      prepare: () => this._prepare(),
      refused: error => {
        this._metadata.object(error.errors);
        this._tellFindings();
      },
      readme: () => this._badges.readme
    });
    this._form = new FormKeeper(store, ports, {
      contents: this._contents,
      metadata: this._metadata,
      account: this._account,
      badges: this._badges
    });
    this.ready = this._begin();
  }

  /** Resolved when the files were read and what was kept is there again. */
  readonly ready: Promise<void>;

  readonly stateChanged: Signal<IPublicationSession, void> = new Signal<
    IPublicationSession,
    void
  >(this);

  get state(): IPublicationState {
    return this._store.state;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._contents.stop();
      this._publish.dispose();
      this._account.signOut();
      Signal.clearData(this);
    }
  }

  async reload(): Promise<void> {
    await this._contents.read();
    await this._changedFiles();
  }

  stopReading(): void {
    this._contents.stop();
  }

  setIncluded(path: string, included: boolean): void {
    this._contents.setIncluded(path, included);
    void this._changedFiles();
    this._keep();
  }

  open(path: string): void {
    const entry = this.state.contents.entries.find(one => one.path === path);
    if (entry?.source) {
      this._ports.openPath(entry.source);
    }
  }

  async captureEnvironment(): Promise<void> {
    await this._environment.capture();
    this._tellFindings();
    this._keep();
  }

  dropCapturedEnvironment(): void {
    void this._environment.drop().then(() => this._tellFindings());
    this._keep();
  }

  setMetadata(change: Partial<IMetadata>): void {
    this._metadata.set(change);
    this._tellFindings();
    this._keep();
  }

  async reloadMetadata(): Promise<void> {
    await this._metadata.prefill();
    if (this.state.account.status === 'signed-in') {
      await this._metadata.checkLicenses(this._account.client);
    }
    this._tellFindings();
    this._keep();
  }

  searchLicenses(query: string, signal: AbortSignal): Promise<ILicense[]> {
    return this._metadata.searchLicenses(this._account.client, query, signal);
  }

  setSite(id: string): void {
    this._account.setSite(id);
    this._tellFindings();
    this._keep();
  }

  async signIn(token: string): Promise<void> {
    if (await this._account.signIn(token)) {
      await this._signedIn();
    }
  }

  async tryOtherSite(): Promise<void> {
    if (await this._account.tryOtherSite()) {
      await this._signedIn();
    }
    this._keep();
  }

  signOut(): void {
    this._account.signOut();
    this._tellFindings();
  }

  setWhen(when: 'after-upload' | 'now'): void {
    this._store.update('publish', { when });
    this._keep();
  }

  setBadge(path: string, on: boolean): void {
    this._badges.set(path, on);
    this._keep();
  }

  setReadmeInFolder(on: boolean): void {
    this._badges.setReadmeInFolder(on);
    this._keep();
  }

  badgePreview(): string {
    return this._badges.preview();
  }

  saveDraft(): Promise<void> {
    return this._go('draft');
  }

  publish(): Promise<void> {
    return this._go('publish');
  }

  cancel(): void {
    this._publish.cancel();
  }

  async resume(): Promise<void> {
    if (this._isReady()) {
      await this._publish.resume();
    }
  }

  discardDraft(): Promise<void> {
    return this._publish.discard();
  }

  publishForReal(): void {
    void this._publish.startAgain(zenodo.id).then(() => this._tellFindings());
  }

  copyDoi(): void {
    this._copy(this.state.publish.outcome?.doi);
  }

  copyBadge(): void {
    this._copy(this.state.publish.outcome?.badgeMarkdown);
  }

  copyDetails(): void {
    this._copy(this.state.publish.trouble?.details);
  }

  private async _begin(): Promise<void> {
    const isKept = await this._form.restore();
    await this.reload();
    if (!isKept) {
      await this._metadata.prefill();
    }
    this._tellFindings();
    await this._publish.restore();
  }

  private async _go(goal: 'draft' | 'publish'): Promise<void> {
    if (this._isReady()) {
      await this._publish.run(goal);
    }
  }

  /** Nothing is to fix, or it is listed now. */
  private _isReady(): boolean {
    this._store.set({ asked: true });
    this._metadata.clearObjections();
    this._tellFindings();
    return (
      this.state.account.status === 'signed-in' &&
      Object.keys(this.state.metadata.errors).length === 0 &&
      !this.state.findings.some(
        ({ severity, section }) =>
          severity === 'error' && section !== 'environment'
      )
    );
  }

  private async _prepare(): Promise<boolean> {
    if (!(await this._contents.saveOpenDocuments())) {
      return false;
    }
    await this.reload();
    return true;
  }

  private async _signedIn(): Promise<void> {
    this._tellFindings();
    await this._metadata.loadResourceTypes(this._account.client);
    await this._metadata.checkLicenses(this._account.client);
    this._tellFindings();
  }

  private async _changedFiles(): Promise<void> {
    this._badges.refresh();
    await this._environment.detect();
    this._tellFindings();
  }

  private _tellFindings(): void {
    const general = this._metadata.general.map(message => ({
      id: 'metadata.refused',
      severity: 'error' as const,
      section: 'metadata' as const,
      message
    }));
    this._store.set({
      findings: bySeverity([
        ...this._contents.findings,
        ...this._environment.findings,
        ...this._metadata.findings,
        ...general
      ])
    });
  }

  private _request(): IPublicationRequest {
    const { id, selection, account, environment, publish } = this.state;
    return {
      id,
      site: account.site,
      selection,
      metadata: this._metadata.values,
      files: this._contents.included,
      root: this._contents.root,
      notebooks: this._contents.notebooks,
      badges: publish.badges.filter(({ on }) => on).map(({ path }) => path),
      archiveName: archiveName(this._contents.root, this._contents.notebooks),
      binderReady: environment.accepted
    };
  }

  private _keep(): void {
    this._form.keep();
  }

  private _copy(text: string | undefined): void {
    if (text) {
      this._ports.copy(text);
    }
  }

  private readonly _ports: ISessionPorts;
  private readonly _store: PublicationStore;
  private readonly _contents: ContentsPart;
  private readonly _environment: EnvironmentPart;
  private readonly _metadata: MetadataPart;
  private readonly _account: AccountPart;
  private readonly _publish: PublishPart;
  private readonly _badges: BadgesPart;
  private readonly _form: FormKeeper;
  private _isDisposed = false;
}

export namespace PublicationSession {
  export interface IOptions extends ISessionPorts {
    /** Identity of the publication: a new one, or one that the journal knows. */
    readonly id: string;
    /** What the user picked, as paths from the server's root. */
    readonly selection: readonly string[];
  }
}
