import { together } from '../../core/metadata/candidates';
import { emptyMetadata } from '../../core/metadata/empty';
import { fromServerErrors } from '../../core/metadata/fromServer';
import type { IMetadata, MetadataField } from '../../core/metadata/model';
import { sameValue } from '../../core/metadata/record/json';
import type { Vocabularies } from '../../core/zenodo/vocabularies';
import type { IFieldError } from '../../core/zenodo/types';
import { type IFormContext, formErrors } from '../formErrors';
import { Objections } from '../objections';
import type { IFieldActions } from '../actions/detailsActions';
import type { Store } from '../store';
import { checkForm, unchecked } from '../vocabularyCheck';
import type { IEditState } from './editState';
import type { IKeptEdit } from './keptEdit';

/** The form in which a record's details are changed, beside what they were. */
export class EditForm implements IFieldActions {
  constructor(
    private readonly _store: Store<IEditState>,
    private readonly _context: () => IFormContext,
    /** Told of each change that the user makes. */
    private readonly _onChange: (edit: IKeptEdit) => void
  ) {}

  /** What the form was filled in with. */
  get before(): IMetadata {
    return this._before;
  }

  /** What stands in it. */
  get after(): IMetadata {
    return this._store.state.metadata.values;
  }

  /** What the site objects to without naming a field. */
  get general(): readonly string[] {
    return this._objections.general;
  }

  set(change: Partial<IMetadata>): void {
    if (this._store.state.phase !== 'editing') {
      return;
    }
    for (const field of Object.keys(change)) {
      this._objections.forget(field);
    }
    this._store.set({ done: null });
    this._take({ ...this.after, ...change });
    this._onChange({ before: this._before, after: this.after });
  }

  /** What there is to choose is the record's own value, and no other. */
  choose(field: MetadataField): void {
    this.undo(field);
  }

  undo(field: MetadataField): void {
    this.set(together(field, this._before));
  }

  /** Fill it in; objections to what stood there are void. */
  fill({ before, after }: IKeptEdit): void {
    this._objections = new Objections();
    this._checked = unchecked;
    this._store.set({ asked: false });
    this._begin(before, after);
  }

  /** Look up what the form names in the site's vocabularies, for titles and unknown ones. */
  async check(vocabularies: Vocabularies): Promise<void> {
    const { checked, complete } = await checkForm(
      this.after,
      vocabularies,
      'all'
    );
    this._checked = checked;
    this._begin(complete(this._before), complete(this.after));
  }

  /** Show what the site objects to beside its fields. */
  object(errors: readonly IFieldError[]): void {
    const { site, trans } = this._context();
    const { fields, general } = fromServerErrors(
      errors,
      site,
      trans,
      this.after
    );
    this._objections = new Objections(fields, general);
    this._validate();
  }

  /** From now on, say all that is wrong. */
  ask(): void {
    this._objections = new Objections();
    this._store.set({ asked: true });
    this._validate();
  }

  private _begin(before: IMetadata, after: IMetadata): void {
    this._before = before;
    const fields = Object.keys(before) as MetadataField[];
    this._store.update('metadata', {
      // What the record says is what there is to go back to.
      candidates: Object.fromEntries(
        fields.map(field => [
          field,
          [{ values: together(field, before), origin: '' }]
        ])
      )
    });
    this._take(after);
  }

  private _take(values: IMetadata): void {
    this._store.update('metadata', { values });
    const fields = Object.keys(values) as MetadataField[];
    this._store.set({
      changed: fields.filter(
        field => !sameValue(values[field], this._before[field])
      )
    });
    this._validate();
  }

  private _validate(): void {
    const said = this._objections.fields;
    this._store.update('metadata', {
      errors: this._store.state.asked
        ? {
            ...said,
            ...formErrors(this.after, this._checked, this._context())
          }
        : said
    });
  }

  private _before: IMetadata = emptyMetadata('');
  private _objections = new Objections();
  private _checked = unchecked;
}
