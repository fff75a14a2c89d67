import { CancelledError } from '../core/error';
import type { IFinding } from '../core/finding';
import { localDate } from '../core/metadata/empty';
import { fromServerErrors } from '../core/metadata/fromServer';
import type { IMetadata, MetadataField, Origins } from '../core/metadata/model';
import { prefill } from '../core/metadata/prefill';
import { validateMetadata } from '../core/metadata/validate';
import { vocabularyUses } from '../core/metadata/vocabularyUses';
import type { IFieldError } from '../core/zenodo/types';
import type { AccountPart } from './accountPart';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { ISessionPorts } from './ports';
import type { IMetadataActions } from './publicationSession';
import type { PublicationStore } from './store';
import {
  checkVocabularies,
  keyOf,
  unchecked,
  withTitles
} from './vocabularyCheck';

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

  findings: readonly IFinding[] = [];

  /** What the site said of no field in particular. */
  general: readonly string[] = [];

  get values(): IMetadata {
    return this._store.state.metadata.values;
  }

  set(change: Partial<IMetadata>): void {
    const { values, origins } = this._store.state.metadata;
    const rest: Origins = { ...origins };
    for (const field of Object.keys(change) as MetadataField[]) {
      this.touched.add(field);
      delete rest[field];
      for (const key of Object.keys(this._objections)) {
        if (key === field || key.startsWith(`${field}.`)) {
          delete this._objections[key];
        }
      }
    }
    this._store.update('metadata', {
      values: { ...values, ...change },
      origins: rest
    });
    this.validate();
    this._changes.formChanged();
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
    const { clock, trans } = this._ports;
    const found = await prefill({
      files: this._contents.files,
      root: '',
      entries: this._contents.included
        .filter(({ reasonKind }) => reasonKind !== 'generated')
        .map(({ path }) => path),
      notebooks: this._contents.notebooks,
      today: localDate(new Date(clock.now())),
      trans
    });
    const { values, origins } = this._store.state.metadata;
    const kept = (field: string) => this.touched.has(field as MetadataField);
    const fresh = <T extends object>(all: T) =>
      Object.fromEntries(
        Object.entries(all).filter(([field]) => !kept(field))
      ) as Partial<T>;
    this.findings = found.findings;
    this._store.update('metadata', {
      values: { ...values, ...fresh(found.values) },
      origins: { ...origins, ...fresh(found.origins) }
    });
    this.validate();
  }

  /** Compute what is wrong; shown once the user has asked to go on. */
  validate(): Record<string, string> {
    const { asked, metadata, account } = this._store.state;
    const { trans } = this._ports;
    const ours = validateMetadata(metadata.values, trans, {
      site: account.site,
      now: this._ports.clock.now()
    });
    for (const use of vocabularyUses(metadata.values)) {
      if (this._checked.unknown.has(keyOf(use))) {
        ours[use.field] ??= trans.__(
          '%1 does not know “%2”. Choose another one.',
          account.site.name,
          use.title || use.id
        );
      }
    }
    const all = { ...this._objections, ...ours };
    this._store.update('metadata', {
      errors: asked ? all : { ...this._objections }
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
    this._objections = { ...fields };
    this.general = general;
    this.validate();
  }

  /** Forget the site's objections: it is about to be asked again. */
  clearObjections(): void {
    this._objections = {};
    this.general = [];
    this.validate();
  }

  /**
   * Look up all entries of vocabularies that the form names, for their titles,
   * and because an unknown one would make the site refuse the whole draft.
   */
  async checkVocabularies(): Promise<void> {
    const { vocabularies } = this._account.client;
    const checked = await checkVocabularies(this.values, vocabularies);
    if (vocabularies === this._account.client.vocabularies) {
      this._checked = checked;
      this._store.update('metadata', {
        values: withTitles(this.values, checked)
      });
      this.validate();
    }
  }

  /** Take the site's own list of resource types, where it can be had. */
  async loadResourceTypes(): Promise<void> {
    const { vocabularies } = this._account.client;
    try {
      const types = await vocabularies.resourceTypes();
      if (types.length) {
        this._store.update('metadata', {
          lists: {
            ...this._store.state.metadata.lists,
            resourceTypes: types.map(({ id, title }) => ({ id, title }))
          }
        });
      }
    } catch (error) {
      // The common types stay: the form works without the site.
      if (!(error instanceof CancelledError)) {
        this.findings = [
          ...this.findings,
          {
            id: 'metadata.types-not-loaded',
            severity: 'info',
            section: 'metadata',
            message: this._ports.trans.__(
              'The list of resource types could not be loaded. The usual ones are offered.'
            )
          }
        ];
      }
    }
  }

  private _objections: Record<string, string> = {};
  private _checked = unchecked;
}
