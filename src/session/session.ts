import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { AccountPart } from './accountPart';
import { BadgesPart } from './badgesPart';
import type { IChanges } from './changes';
import { ContentsPart } from './contentsPart';
import { CopyPart } from './copyPart';
import { DataPart } from './dataPart';
import { EnvironmentPart } from './environmentPart';
import { FindingsPart } from './findingsPart';
import { FormKeeper } from './formKeeper';
import { initialState } from './initialState';
import { Inspection } from './inspection';
import { LookUps } from './lookUps';
import { MetadataPart } from './metadataPart';
import type { ISessionPorts } from './ports';
import { isPickAgain } from './pickedFiles';
import { PickedPart } from './pickedPart';
import { PreviewPart } from './previewPart';
import type { IPublicationSession } from './publicationSession';
import { publishInputOf } from './publishInputOf';
import { PublishPart } from './publishPart';
import { allFindings } from './readiness';
import { Readying } from './readying';
import { ReviewPart } from './reviewPart';
import { RoutePart } from './routePart';
import type { IPublicationState } from './state';
import { type PublicationStore, Store } from './store';
import { VersionPart } from './versionPart';
import type { IVersionChoices } from './versionState';
import { WorksPart } from './worksPart';

/** One open publication: joins its parts, and keeps what was typed. */
export class PublicationSession
  implements IPublicationSession, IChanges, IDisposable
{
  constructor(options: PublicationSession.IOptions) {
    const { id, selection, version: choices, ...ports } = options;
    const store = new Store(initialState(ports, id, selection), () =>
      this.stateChanged.emit()
    );
    this._store = store;
    this.now = () => ports.clock.now();
    const contents = (this.contents = new ContentsPart(store, ports, this));
    const account = (this.account = new AccountPart(store, ports, this, wait =>
      this.publication.progress.wait(wait)
    ));
    const reading = (this._inspection = new Inspection(
      ...([store, ports, contents] as const),
      () => account.token
    ));
    const all = [store, ports, contents, reading] as const;
    this.works = new WorksPart(
      ...([store, ports, contents, reading] as const),
      change => this.metadata.set(change)
    );
    const findings = (this.findings = new FindingsPart(store, ports, this, this)); // prettier-ignore
    const badges = (this.badges = new BadgesPart(store, ports, contents, this));
    const data = (this.data = new DataPart(...all, this));
    const version = (this.version = new VersionPart(...all, account, this));
    const metadata = (this.metadata = new MetadataPart(
      ...([store, ports, contents, account, () => version, this] as const)
    ));
    this.picked = new PickedPart(store, ports, contents);
    this.environment = new EnvironmentPart(...all, this);
    this.lookUps = new LookUps(store, account);
    const route = new RoutePart(store, ports, contents, account);
    this.route = route;
    const readying = new Readying(store, {
      ...{ contents, data, findings, metadata, version },
      findingsChanged: () => this.findingsChanged(),
      checked: () => this.checked()
    });
    const request = () => readying.request();
    this.previews = new PreviewPart(
      ...([store, contents, reading, request, () => version.kept] as const)
    );
    const input = publishInputOf(store, ports, {
      ...{
        contents,
        metadata,
        badges,
        version,
        inspection: reading,
        readying,
        route
      },
      findingsChanged: () => this.findingsChanged(),
      formChanged: () => this.formChanged(),
      beginAnew: () => this._beginAnew(),
      begun: () => this._form.keep(true),
      filling: () => this._filling,
      takeForm: () => this._takeForm()
    });
    const publication = new PublishPart(store, ports, account, input);
    this.publication = publication;
    this.review = new ReviewPart(store, ports, account, publication, () =>
      this.formChanged()
    );
    this.copy = new CopyPart(store, ports, account, () => publication.recordId);
    this._form = new FormKeeper(store, ports, {
      ...{ contents, metadata, account, badges, findings, data, version },
      ...{ environment: this.environment, inspection: reading }
    });
    this.ready = this._begin(choices);
    const filled = () => {
      this._filling = null;
    };
    this._filling = this.ready.then(filled, filled);
  }

  readonly now: () => number;
  readonly findings: FindingsPart;
  readonly contents: ContentsPart;
  readonly data: DataPart;
  readonly version: VersionPart;
  readonly picked: PickedPart;
  readonly previews: PreviewPart;
  readonly environment: EnvironmentPart;
  readonly works: WorksPart;
  readonly metadata: MetadataPart;
  readonly lookUps: LookUps;
  readonly account: AccountPart;
  readonly badges: BadgesPart;
  readonly publication: PublishPart;
  readonly copy: CopyPart;
  readonly review: ReviewPart;
  readonly route: RoutePart;

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

  /** The panel was closed: stop, and forget the form where nothing is left to do. */
  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this.contents.stopReading();
      this._inspection.stop();
      this.publication.dispose();
      this.account.dispose();
      const { phase, publish } = this.state;
      // While badges are offered, it is not forgotten which files get them.
      if (phase === 'published' && !publish.outcome?.badgesOffered?.length) {
        this._form.forget();
      }
      Signal.clearData(this);
    }
  }

  async filesChanged(): Promise<void> {
    await this._inspection.readNotebooks();
    await this.works.look();
    this.badges.refresh();
    this.data.refresh();
    this.route.refresh();
    await this.version.look();
    await this.environment.detect();
    this.findingsChanged();
    this._check();
  }

  private _check(): void {
    this._checked = this._inspection
      .check(() => this.findingsChanged())
      .then(() => this.version.compare());
  }

  async checked(): Promise<void> {
    await this._checked;
  }

  formChanged(): void {
    this.data.refresh();
    this.findingsChanged();
    this._form.keep(this.publication.isBegun);
  }

  findingsChanged(): void {
    const { contents, environment, metadata, version, works } = this;
    const inspection = this._inspection;
    const all = allFindings({
      ...{ contents, environment, metadata, version, works, inspection }
    });
    // Once there is a record, nothing more is needed of a picked file.
    const { recordId } = this.publication;
    this.findings.show(recordId ? all.filter(one => !isPickAgain(one)) : all);
  }

  async siteChanged(): Promise<void> {
    await this.publication.siteChanged();
    this.route.refresh();
    await this.version.look();
    await this.version.compare();
    await this.metadata.follow();
    await this._useToken();
  }

  async lastVersionChanged(): Promise<void> {
    this.metadata.validate();
    const done = Promise.all([this._checked, this.metadata.follow()]);
    this._checked = done;
    await done;
  }

  async signedIn(): Promise<void> {
    this.findingsChanged();
    // The token must not be in the files.
    this._check();
    await this.version.ask();
    await this.metadata.follow();
    await this.metadata.loadResourceTypes();
    await this.metadata.checkVocabularies();
    this.formChanged();
    await this.review.signedIn();
  }

  private async _begin(version?: IVersionChoices): Promise<void> {
    const isKept = await this._form.restore();
    if (version && !isKept) {
      this.version.choices = version;
    }
    await Promise.all([this.contents.reload(), this.route.look()]);
    this.route.refresh();
    if (isKept) {
      await this.metadata.filling.look();
    } else {
      await this.metadata.prefill();
    }
    this._form.settled();
    await this.publication.restore();
    this.findingsChanged();
    await this._useToken();
  }

  /** Another page may have what was typed last. */
  private async _takeForm(): Promise<void> {
    if (await this._form.restoreNewer()) {
      await this.contents.reload();
      this.formChanged();
    }
  }

  /** The files may have changed since they were published. */
  private async _beginAnew(): Promise<void> {
    this.metadata.filling.beginNext();
    await this.contents.reload();
    await this.metadata.refill();
    await this._useToken();
    await this._checked;
  }

  /** Another panel may have signed in to this site before; guests may ask for titles. */
  private async _useToken(): Promise<void> {
    if (this.account.token) {
      await this.signedIn();
    } else if (this.state.phase === 'editing') {
      await this.metadata.lookUpTitles();
      this.findingsChanged();
    }
  }

  private readonly _store: PublicationStore;
  private readonly _form: FormKeeper;
  private readonly _inspection: Inspection;
  /** The look into the files that is under way. */
  private _checked: Promise<unknown> = Promise.resolve();
  private _isDisposed = false;
  private _filling: Promise<void> | null = null;
}

export namespace PublicationSession {
  export interface IOptions extends ISessionPorts {
    /** Identity of the publication: a new one, or one that the journal knows. */
    readonly id: string;
    /** What the user picked, as paths from the server's root. */
    readonly selection: readonly string[];
    /** What it becomes of a record that is there; by default what fits. */
    readonly version?: IVersionChoices;
  }
}
