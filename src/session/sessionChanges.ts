import type { AccountPart } from './accountPart';
import type { BadgesPart } from './badgesPart';
import type { IChanges } from './changes';
import type { DataPart } from './dataPart';
import type { FindingsPart } from './findingsPart';
import type { FormKeeper } from './formKeeper';
import { isPickAgain } from './pickedFiles';
import type { PublishPart } from './publishPart';
import { allFindings, type IFindingParts } from './readiness';
import type { ReviewPart } from './reviewPart';
import type { RoutePart } from './routePart';
import type { TestRunPart } from './testRun/testRunPart';
import type { IPublicationState } from './state';
import type { IVersionChoices } from './versionState';

/** The parts that are told of changes. */
export interface IChangedParts extends IFindingParts {
  readonly state: IPublicationState;
  readonly account: AccountPart;
  readonly badges: BadgesPart;
  readonly data: DataPart;
  readonly findings: FindingsPart;
  readonly form: FormKeeper;
  readonly publication: PublishPart;
  readonly review: ReviewPart;
  readonly route: RoutePart;
  readonly testRun: TestRunPart;
}

/** What follows from what, when something of a session changes. */
export class SessionChanges implements IChanges {
  /** @param _getParts - the parts, which know this before they are all there */
  constructor(private readonly _getParts: () => IChangedParts) {}

  async filesChanged(): Promise<void> {
    const told = this._tellOfFiles();
    this._telling.add(told);
    try {
      await told;
    } finally {
      this._telling.delete(told);
    }
  }

  private async _tellOfFiles(): Promise<void> {
    await this._parts.inspection.readNotebooks();
    await this._parts.works.look();
    this._parts.badges.refresh();
    this._parts.data.refresh();
    this._parts.route.refresh();
    await this._parts.version.look();
    await this._parts.environment.detect();
    await this._parts.testRun.refresh();
    this.findingsChanged();
    this._check();
  }

  private _check(): void {
    this._checked = this._parts.inspection
      .check(() => this.findingsChanged())
      .then(() => this._parts.version.compare());
  }

  async checked(): Promise<void> {
    // Of files that changed, the look into them comes last. What goes wrong
    // there is for whoever changed them.
    while (this._telling.size > 0) {
      await Promise.allSettled(this._telling);
    }
    await this._checked;
  }

  formChanged(): void {
    this._parts.data.refresh();
    this.findingsChanged();
    this._parts.form.keep(this._parts.publication.isBegun);
  }

  findingsChanged(): void {
    const all = allFindings(this._parts);
    // Once there is a record, nothing more is needed of a picked file.
    const { recordId } = this._parts.publication;
    this._parts.findings.show(
      recordId ? all.filter(one => !isPickAgain(one)) : all
    );
  }

  async siteChanged(): Promise<void> {
    await this._parts.publication.siteChanged();
    this._parts.route.refresh();
    await this._parts.version.look();
    await this._parts.version.compare();
    await this._parts.metadata.follow();
    await this._useToken();
  }

  async lastVersionChanged(): Promise<void> {
    this._parts.metadata.validate();
    const done = Promise.all([this._checked, this._parts.metadata.follow()]);
    this._checked = done;
    await done;
  }

  async signedIn(): Promise<void> {
    this.findingsChanged();
    // The token must not be in the files.
    this._check();
    await this._parts.version.ask();
    await this._parts.metadata.follow();
    await this._parts.metadata.loadResourceTypes();
    await this._parts.metadata.checkVocabularies();
    this.formChanged();
    await this._parts.review.signedIn();
    await this._parts.publication.signedIn();
  }

  /** Read the files, and what was kept; go on with what another page began. */
  async begin(version?: IVersionChoices): Promise<void> {
    const isKept = await this._parts.form.restore();
    if (version && !isKept) {
      this._parts.version.choices = version;
    }
    await Promise.all([
      this._parts.contents.reload(),
      this._parts.route.look()
    ]);
    this._parts.route.refresh();
    // It may have been kept before the files were read.
    if (isKept && this._parts.form.isFilled) {
      await this._parts.metadata.filling.look();
    } else {
      await this._parts.metadata.prefill();
    }
    this._parts.form.settled();
    void this._parts.testRun.look();
    await this._parts.publication.restore();
    this.findingsChanged();
    await this._useToken();
  }

  /** Another page may have what was typed last. */
  async takeForm(): Promise<void> {
    if (await this._parts.form.restoreNewer()) {
      await this._parts.contents.reload();
      this.formChanged();
    }
  }

  /** The files may have changed since they were published. */
  async beginAnew(): Promise<void> {
    this._parts.metadata.filling.beginNext();
    await this._parts.contents.reload();
    await this._parts.metadata.refill();
    await this._useToken();
    await this._checked;
  }

  /** Another panel may have signed in to this site before; guests may ask for titles. */
  private async _useToken(): Promise<void> {
    if (this._parts.account.token) {
      await this.signedIn();
    } else if (this._parts.state.phase === 'editing') {
      await this._parts.metadata.lookUpTitles();
      this.findingsChanged();
    }
  }

  private get _parts(): IChangedParts {
    return this._getParts();
  }

  /** Changes of files of which not all parts are told yet. */
  private readonly _telling = new Set<Promise<void>>();
  /** The look into the files that is under way. */
  private _checked: Promise<unknown> = Promise.resolve();
}
