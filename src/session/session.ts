import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { AccountPart } from './accountPart';
import { BadgesPart } from './badgesPart';
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
import { PickedPart } from './pickedPart';
import { PreviewPart } from './previewPart';
import type { IPublicationSession } from './publicationSession';
import { publishInputOf } from './publishInputOf';
import { PublishPart } from './publishPart';
import { Readying } from './readying';
import { ReviewPart } from './reviewPart';
import { RoutePart } from './routePart';
import { type IChangedParts, SessionChanges } from './sessionChanges';
import type { IPublicationState } from './state';
import { type PublicationStore, Store } from './store';
import { TestRunPart } from './testRun/testRunPart';
import { VersionPart } from './versionPart';
import type { IVersionChoices } from './versionState';
import { WorksPart } from './worksPart';

/** One open publication: joins its parts, and keeps what was typed. */
export class PublicationSession implements IPublicationSession, IDisposable {
  constructor(options: PublicationSession.IOptions) {
    const { id, selection, version: choices, ...ports } = options;
    const store = new Store(initialState(ports, id, selection), () =>
      this.stateChanged.emit()
    );
    this._store = store;
    this.now = () => ports.clock.now();
    const changes = (this._changes = new SessionChanges(() => ({
      ...this._parts,
      state: this.state
    })));
    const contents = (this.contents = new ContentsPart(
      ...([store, ports, changes] as const)
    ));
    const account = (this.account = new AccountPart(
      ...([store, ports, changes] as const),
      wait => this.publication.progress.wait(wait)
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
    const findings = (this.findings = new FindingsPart(store, ports, this, changes)); // prettier-ignore
    const badges = (this.badges = new BadgesPart(
      store,
      ports,
      contents,
      changes
    ));
    const data = (this.data = new DataPart(...all, changes));
    const version = (this.version = new VersionPart(...all, account, changes));
    const metadata = (this.metadata = new MetadataPart(
      ...([store, ports, contents, account, () => version, changes] as const)
    ));
    this.picked = new PickedPart(store, ports, contents);
    this.environment = new EnvironmentPart(...all, changes);
    this.testRun = new TestRunPart(...all, changes, asks =>
      this.environment.facts(asks)
    );
    this.lookUps = new LookUps(store, account);
    const route = new RoutePart(store, ports, contents, account);
    this.route = route;
    const readying = new Readying(store, {
      ...{ contents, data, findings, metadata, version },
      testRun: this.testRun,
      findingsChanged: () => changes.findingsChanged(),
      checked: () => changes.checked()
    });
    const request = () => readying.request();
    this.previews = new PreviewPart(
      ...([store, contents, reading, request, () => version.kept] as const)
    );
    const input = publishInputOf(store, ports, {
      ...{ contents, metadata, badges, version, readying, route },
      inspection: reading,
      findingsChanged: () => changes.findingsChanged(),
      formChanged: () => changes.formChanged(),
      beginAnew: () => changes.beginAnew(),
      begun: () => this._form.keep(true),
      filling: () => this._filling,
      takeForm: () => changes.takeForm()
    });
    const publication = new PublishPart(store, ports, account, input);
    this.publication = publication;
    this.review = new ReviewPart(store, ports, account, publication, () =>
      changes.formChanged()
    );
    this.copy = new CopyPart(store, ports, account, () => publication.recordId);
    this._form = new FormKeeper(store, ports, {
      ...{ contents, metadata, account, badges, findings, data, version },
      ...{ environment: this.environment, inspection: reading },
      testRun: this.testRun
    });
    this._parts = {
      ...{ contents, data, findings, version, metadata, account, badges },
      ...{ publication, route, works: this.works, review: this.review },
      ...{
        environment: this.environment,
        testRun: this.testRun,
        inspection: reading,
        form: this._form
      }
    };
    this.ready = changes.begin(choices);
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
  readonly testRun: TestRunPart;
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
      this.testRun.dispose();
      const { phase, publish } = this.state;
      // While badges are offered, it is not forgotten which files get them.
      if (phase === 'published' && !publish.outcome?.badgesOffered?.length) {
        this._form.forget();
      }
      Signal.clearData(this);
    }
  }

  /** Resolved when all is told of files that changed, and the look into them is done. */
  checked(): Promise<void> {
    return this._changes.checked();
  }

  private readonly _store: PublicationStore;
  private readonly _changes: SessionChanges;
  private readonly _parts: Omit<IChangedParts, 'state'>;
  private readonly _form: FormKeeper;
  private readonly _inspection: Inspection;
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
