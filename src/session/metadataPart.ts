import type { IFinding } from '../core/finding';
import { type ExistingRecord, fromRecord } from '../core/metadata/fromRecord';
import { fromServerErrors } from '../core/metadata/fromServer';
import type { IMetadata, MetadataField, Origins } from '../core/metadata/model';
import type { IFieldError } from '../core/zenodo/types';
import type { AccountPart } from './accountPart';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import { FormCheck } from './formCheck';
import { formErrors } from './formErrors';
import { Filling, type ILastVersionSource } from './filling';
import { rememberPublication } from './lastPublication';
import type { ISessionPorts } from './ports';
import { isFormSent } from './readiness';
import type { IMetadataActions } from './actions/detailsActions';
import type { PublicationStore } from './store';
import { Objections } from './objections';
import { type FormFile, writeForm } from './writeForm';

/** The form: prefilled from the files, validated, with the site's objections. */
export class MetadataPart implements IMetadataActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _account: AccountPart,
    private readonly _version: () => ILastVersionSource & {
      /** Ask the site for what it did not tell yet. */
      ask(): Promise<void>;
    },
    private readonly _changes: IChanges
  ) {
    this.filling = new Filling(_store, _ports, _contents, _version);
    this._check = new FormCheck(_store, _ports, _account);
  }

  /** What fills in the form. */
  readonly filling: Filling;

  /** What is odd about the sources, and what came of the last writing. */
  get findings(): readonly IFinding[] {
    return [
      ...this.filling.findings,
      ...this._written,
      ...this._check.findings
    ];
  }

  /** What the site said of no field in particular. */
  get general(): readonly string[] {
    return this._objections.general;
  }

  /** Whether the form holds the details of the site's draft, and was changed since; '' = it never did. */
  ofSite: 'taken' | 'edited' | '' = '';

  get values(): IMetadata {
    return this._store.state.metadata.values;
  }

  /** Show what the user wants to go on with: the details of the draft, as they are on the site. */
  takeFromSite(draft: ExistingRecord): void {
    // Communities are no part of a draft's details.
    const { communities } = this.values;
    this.set({ ...fromRecord(draft), communities });
    this.ofSite = 'taken';
    this._changes.formChanged();
  }

  set(change: Partial<IMetadata>): void {
    this.ofSite &&= 'edited';
    const { values, origins } = this._store.state.metadata;
    const rest: Origins = { ...origins };
    for (const field of Object.keys(change) as MetadataField[]) {
      this.filling.touch(field);
      delete rest[field];
      this._objections.forget(field);
    }
    this._store.update('metadata', {
      values: { ...values, ...change },
      origins: rest
    });
    this.validate();
    this._changes.formChanged();
  }

  choose(field: MetadataField, index: number): void {
    const { candidates } = this._store.state.metadata;
    const chosen = candidates[field]?.[index];
    if (chosen) {
      this.set(chosen.values);
      const { origins } = this._store.state.metadata;
      this._store.update('metadata', {
        origins: { ...origins, [field]: chosen.origin }
      });
      this._changes.formChanged();
    }
  }

  undo(field: MetadataField): void {
    const [first] = this._store.state.metadata.candidates[field] ?? [];
    if (first) {
      this.choose(field, 0);
      for (const name of Object.keys(first.values) as MetadataField[]) {
        this.filling.touched.delete(name);
      }
      this._changes.formChanged();
    }
  }

  async writeFile(kind: FormFile): Promise<void> {
    const { outcome, draft } = this._store.state.publish;
    const { site } = this._account;
    const written = await writeForm(kind, {
      metadata: this.values,
      // The DOI of a test is nobody's to cite.
      doi: site.test ? '' : (outcome?.doi ?? draft?.doi ?? ''),
      contents: this._contents,
      ports: this._ports
    });
    if (written.path !== null) {
      await this._contents.reload();
    }
    this._written = [written.finding];
    this._changes.findingsChanged();
  }

  /** The next publication begins with what this one says. */
  rememberPublished(): void {
    if (!this._account.site.test) {
      void rememberPublication(this._ports, this.values);
    }
  }

  async refill(): Promise<void> {
    await this._version().ask();
    await this.prefill();
    await this._lookUp();
    this._changes.formChanged();
  }

  /** Fill in from the files what the user has not changed. */
  async prefill(): Promise<void> {
    await this.filling.fill();
    this.validate();
  }

  /**
   * Another record may be the last version, or its details may be known now.
   *
   * @param isLate - the user is about to publish
   * @returns whether the form holds other details than the user has seen
   */
  async follow(isLate = false): Promise<boolean> {
    const isFilled = await this.filling.follow(isLate);
    if (isFilled) {
      await this._lookUp();
    }
    this._changes.formChanged();
    return isFilled;
  }

  private _lookUp(): Promise<void> {
    return this._store.state.account.status === 'signed-in'
      ? this.checkVocabularies()
      : this.lookUpTitles();
  }

  /** Compute what is wrong; shown once the user has asked to go on. */
  validate(): Record<string, string> {
    const { asked, metadata, account } = this._store.state;
    const ours = formErrors(metadata.values, this._check.checked, {
      site: account.site,
      now: this._ports.clock.now(),
      trans: this._ports.trans
    });
    const all = { ...this._objections.fields, ...ours };
    this._store.update('metadata', {
      errors:
        asked && isFormSent(this._store.state) ? all : this._objections.fields
    });
    return all;
  }

  /** Show the site's objections beside their fields. */
  object(errors: readonly IFieldError[]): void {
    const { fields, general } = fromServerErrors(
      errors,
      this._store.state.account.site,
      this._ports.trans,
      this.values
    );
    this._objections = new Objections(fields, general);
    this.validate();
  }

  /** Forget the site's objections: it is about to be asked again. */
  clearObjections(): void {
    this._objections = new Objections();
    this.validate();
  }

  /** Look everything up that the form names, for titles, and for what the site does not know. */
  async checkVocabularies(): Promise<void> {
    await this._check.look('all');
    this.validate();
  }

  /** Show titles where the files have ids: the site's vocabularies are open to guests. */
  async lookUpTitles(): Promise<void> {
    const { lists, values } = this._store.state.metadata;
    const { resourceType } = values;
    await this._check.look('untitled');
    if (
      resourceType &&
      lists.resourceTypes.every(({ id }) => id !== resourceType)
    ) {
      await this._check.loadResourceTypes();
    }
    this.validate();
  }

  /** Take the site's own list of resource types, where it can be had. */
  loadResourceTypes(): Promise<void> {
    return this._check.loadResourceTypes();
  }

  private readonly _check: FormCheck;
  private _objections = new Objections();
  private _written: readonly IFinding[] = [];
}
