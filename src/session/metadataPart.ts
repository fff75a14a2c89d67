import { CancelledError } from '../core/error';
import type { IFinding } from '../core/finding';
import { localDate } from '../core/metadata/empty';
import { fromServerErrors } from '../core/metadata/fromServer';
import type { IMetadata, MetadataField, Origins } from '../core/metadata/model';
import { candidateFields, together } from '../core/metadata/candidates';
import { type IPrefill, prefill } from '../core/metadata/prefill';
import { validateMetadata } from '../core/metadata/validate';
import { vocabularyUses } from '../core/metadata/vocabularyUses';
import type { IFieldError } from '../core/zenodo/types';
import type { AccountPart } from './accountPart';
import type { IChanges } from './changes';
import { findCommunities, withCommunities } from './communityCheck';
import type { ContentsPart } from './contentsPart';
import { lastPublication, rememberPublication } from './lastPublication';
import type { ISessionPorts } from './ports';
import type { IMetadataActions } from './publicationSession';
import type { PublicationStore } from './store';
import {
  checkVocabularies,
  keyOf,
  unchecked,
  withTitles
} from './vocabularyCheck';
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

  async writeFile(kind: FormFile): Promise<void> {
    const { trans } = this._ports;
    const { outcome, draft } = this._store.state.publish;
    const { site } = this._account;
    const written = await writeForm(kind, {
      metadata: this.values,
      // The DOI of a test is nobody's to cite.
      doi: site.test ? '' : (outcome?.doi ?? draft?.doi ?? ''),
      contents: this._contents,
      ports: this._ports
    });
    this._written = written.findings;
    if (written.path !== null) {
      await this._contents.reload();
      this._written = [
        {
          id: 'metadata.written',
          severity: 'info',
          section: 'metadata',
          message: trans.__('The form was saved as %1.', written.path),
          place: { path: written.path }
        }
      ];
    }
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
        this._lists = [
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
  private _found: readonly IFinding[] = [];
  private _written: readonly IFinding[] = [];
  private _lists: readonly IFinding[] = [];
}
