import { UUID } from '@lumino/coreutils';
import type { MetadataField } from '../core/metadata/model';
import type { AccountPart } from './accountPart';
import type { BadgesPart } from './badgesPart';
import type { ContentsPart } from './contentsPart';
import type { EnvironmentPart } from './environmentPart';
import type { DataPart } from './dataPart';
import type { FindingsPart } from './findingsPart';
import { IForm, readForm } from './form';
import type { Inspection } from './inspection';
import type { MetadataPart } from './metadataPart';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import type { TestRunPart } from './testRun/testRunPart';
import type { VersionPart } from './versionPart';

/** The parts that hold what a user typed, ticked and chose. */
export interface IFormParts {
  readonly contents: ContentsPart;
  readonly metadata: MetadataPart;
  readonly account: AccountPart;
  readonly badges: BadgesPart;
  readonly environment: EnvironmentPart;
  readonly findings: FindingsPart;
  readonly inspection: Inspection;
  readonly data: DataPart;
  readonly version: VersionPart;
  readonly testRun: TestRunPart;
}

/** Keeps what was typed over a reload of the page, but for the token. */
export class FormKeeper {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _parts: IFormParts
  ) {}

  /** Whether all is filled in that the files say. */
  get isFilled(): boolean {
    return this._isFilled;
  }

  /** Put back what was kept. False = nothing was. */
  async restore(): Promise<boolean> {
    const { forms } = this._ports;
    const form = readForm(await forms.load(this._store.state.id));
    if (!form?.salt) {
      this._parts.inspection.salt = UUID.uuid4();
    }
    if (!form) {
      return false;
    }
    this._put(form);
    return true;
  }

  /**
   * All is filled in, or back again: what differs from it now was typed here.
   * Until then, what was typed elsewhere is newer.
   */
  settled(): void {
    this._isFilled = true;
    this._seen = this._text(this._form(''));
  }

  /** Put in what was typed in another page, if that is newer. False = it is not. */
  async restoreNewer(): Promise<boolean> {
    const form = readForm(await this._ports.forms.load(this._store.state.id));
    if (!form || form.kept <= this._kept) {
      return false;
    }
    this._put(form);
    return true;
  }

  private _put(form: IForm): void {
    this._kept = form.kept;
    this._isFilled = form.isFilled;
    const { contents, environment, metadata, account, badges, findings, inspection, data } = this._parts; // prettier-ignore
    metadata.filling.touched = new Set(form.touched as MetadataField[]);
    metadata.filling.filledFrom = form.filledFrom;
    metadata.ofSite = form.ofSite;
    contents.choices = form.contents;
    contents.picked = form.picked.map(one => ({
      ...one,
      content: null,
      hash: ''
    }));
    environment.restore(form.made);
    data.choices = form.data;
    this._parts.version.choices = form.versionOf;
    const { testRun } = this._parts;
    testRun.evidence = form.testRun.evidence;
    testRun.tells = form.testRun.tells;
    testRun.without = form.testRun.without;
    testRun.limits = form.testRun.limits;
    findings.aside = form.aside;
    inspection.salt = form.salt || inspection.salt;
    badges.without = form.withoutBadge;
    badges.readmeInFolder = form.readmeInFolder;
    account.takeSite(form.site);
    this._store.update('metadata', { values: form.metadata });
    const { when, reviewFirst } = form;
    this._store.update('publish', { when, reviewFirst });
    this._seen = this._text(this._form(''));
  }

  /**
   * Keep the form as it is now. Losing it loses typing only, so it is not waited for.
   *
   * @param isBegun - another page may go on with the publication
   */
  keep(isBegun: boolean): void {
    const { forms, clock } = this._ports;
    const text = this._text(this._form(''));
    if (this._seen !== null && text !== this._seen) {
      this._seen = text;
      this._kept = new Date(clock.now()).toISOString();
    }
    const form = this._form(this._kept);
    const { id } = this._store.state;
    void forms.save(id, form);
    if (isBegun) {
      void forms.share(id, form);
    }
  }

  private _form(kept: string): IForm {
    const { selection, metadata, account, publish } = this._store.state;
    const { contents, environment, badges, findings, inspection, data } = this._parts; // prettier-ignore
    return {
      version: 1,
      selection,
      kept,
      site: account.site.id,
      metadata: metadata.values,
      isFilled: this._isFilled,
      touched: [...this._parts.metadata.filling.touched],
      filledFrom: this._parts.metadata.filling.filledFrom,
      ofSite: this._parts.metadata.ofSite,
      contents: contents.choices,
      salt: inspection.salt,
      aside: findings.aside,
      when: publish.when,
      reviewFirst: publish.reviewFirst,
      withoutBadge: badges.without,
      readmeInFolder: badges.readmeInFolder,
      made: environment.made,
      data: data.choices,
      testRun: {
        evidence: this._parts.testRun.evidence,
        tells: this._parts.testRun.tells,
        without: this._parts.testRun.without,
        limits: this._parts.testRun.limits
      },
      versionOf: this._parts.version.choices,
      picked: contents.picked.map(({ content, hash, ...kept }) => kept)
    };
  }

  private _text(form: IForm): string {
    return JSON.stringify({ ...form, salt: '' });
  }

  /** The publication is over: what was typed is in the record. */
  forget(): void {
    void this._ports.forms.remove(this._store.state.id);
  }

  private _isFilled = false;
  /** The form as it was kept last, to see whether something was typed; null before it settled. */
  private _seen: string | null = null;
  /** When something was typed last (ISO 8601); '' = nothing was. */
  private _kept = '';
}
