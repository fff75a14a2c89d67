import type { IFinding } from '../core/finding';
import { localDate } from '../core/metadata/empty';
import { type ExistingRecord, fromRecord } from '../core/metadata/fromRecord';
import { fromServerErrors } from '../core/metadata/fromServer';
import type { IMetadata, MetadataField, Origins } from '../core/metadata/model';
import { candidateFields, together } from '../core/metadata/candidates';
import { type IPrefill, prefill } from '../core/metadata/prefill';
import type { IFieldError } from '../core/zenodo/types';
import type { AccountPart } from './accountPart';
import type { IChanges } from './changes';
import { findCommunities, withCommunities } from './communityCheck';
import type { ContentsPart } from './contentsPart';
import { formErrors } from './formErrors';
import { lastPublication, rememberPublication } from './lastPublication';
import type { ISessionPorts } from './ports';
import type { IMetadataActions } from './actions/detailsActions';
import type { PublicationStore } from './store';
import { checkVocabularies, unchecked, withTitles } from './vocabularyCheck';
import { siteResourceTypes } from './lists/siteResourceTypes';
import { Objections } from './objections';
import { type FormFile, writeForm } from './writeForm';

/** The form: prefilled from the files, validated, with the site's objections. */
export class MetadataPart implements IMetadataActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _account: AccountPart,
    private readonly _changes: IChanges
  ) {}

  /** Fields that the user changed: prefilling leaves them alone. */
  touched = new Set<MetadataField>();

  /** What is odd about the sources, and what came of the last writing. */
  get findings(): readonly IFinding[] {
    return [...this._found, ...this._written, ...this._lists];
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
      this.touched.add(field);
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
        this.touched.delete(name);
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
    await this.prefill();
    if (this._store.state.account.status === 'signed-in') {
      await this.checkVocabularies();
    }
    this._changes.formChanged();
  }

  /** Fill in from the files what the user has not changed. */
  async prefill(): Promise<void> {
    const found = await this._look();
    const { values, origins } = this._store.state.metadata;
    // What is set together with a field was changed with it.
    const fresh = candidateFields(found.values)
      .filter(field => !this.touched.has(field))
      .reduce<Partial<IMetadata>>(
        (all, field) => ({ ...all, ...together(field, found.values) }),
        {}
      );
    this._store.update('metadata', {
      values: { ...values, ...fresh },
      origins: {
        ...origins,
        ...Object.fromEntries(
          Object.entries(found.origins).filter(([field]) => field in fresh)
        )
      }
    });
    this.validate();
  }

  /** See what could be chosen, and change nothing: the form was kept. */
  async lookForCandidates(): Promise<void> {
    await this._look();
  }

  private async _look(): Promise<IPrefill> {
    const { clock, files, defaults, trans } = this._ports;
    const { root } = this._contents;
    const found = await prefill({
      files: this._contents.files,
      root: '',
      entries: this._contents.included
        .filter(({ reasonKind }) => reasonKind !== 'generated')
        .map(({ path }) => path),
      notebooks: this._contents.notebooks,
      today: localDate(new Date(clock.now())),
      // Where hidden files are not shown, git's are not either.
      ...(this._store.state.contents.showsHidden && { git: { files, root } }),
      last: await lastPublication(this._ports),
      defaults,
      trans
    });
    this._found = found.findings;
    this._store.update('metadata', { candidates: found.candidates });
    return found;
  }

  /** Compute what is wrong; shown once the user has asked to go on. */
  validate(): Record<string, string> {
    const { asked, metadata, account } = this._store.state;
    const ours = formErrors(metadata.values, this._checked, {
      site: account.site,
      now: this._ports.clock.now(),
      trans: this._ports.trans
    });
    const all = { ...this._objections.fields, ...ours };
    this._store.update('metadata', {
      errors: asked ? all : this._objections.fields
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

  /**
   * Look up all entries of vocabularies that the form names, for their titles,
   * and because an unknown one would make the site refuse the whole draft.
   */
  async checkVocabularies(): Promise<void> {
    const { vocabularies } = this._account.client;
    const checked = await checkVocabularies(this.values, vocabularies);
    const communities = await findCommunities(this.values, vocabularies);
    if (vocabularies === this._account.client.vocabularies) {
      this._checked = checked;
      this._store.update('metadata', {
        values: withCommunities(withTitles(this.values, checked), communities)
      });
      this.validate();
    }
  }

  /** Take the site's own list of resource types, where it can be had. */
  async loadResourceTypes(): Promise<void> {
    const { types, findings } = await siteResourceTypes(
      this._account.client.vocabularies,
      this._ports.trans
    );
    this._lists = findings;
    if (types.length > 0) {
      const { lists } = this._store.state.metadata;
      this._store.update('metadata', {
        lists: { ...lists, resourceTypes: types }
      });
    }
  }

  private _objections = new Objections();
  private _checked = unchecked;
  private _found: readonly IFinding[] = [];
  private _written: readonly IFinding[] = [];
  private _lists: readonly IFinding[] = [];
}
