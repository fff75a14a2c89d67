import { readKeptMetadata } from '../../core/metadata/keptMetadata';
import type { IMetadata } from '../../core/metadata/model';
import type { ISite } from '../../core/zenodo/sites';
import type { IFormStore } from '../ports';

/** What was typed, and what the form was filled in with. */
export interface IKeptEdit {
  readonly before: IMetadata;
  readonly after: IMetadata;
}

/** Where edits are kept: for this page only. */
export type KeptForms = Pick<IFormStore, 'load' | 'save' | 'remove'>;

/** Keeps what was changed of a record's details over a reload of the page. */
export class KeptEdit {
  constructor(
    private readonly _forms: KeptForms,
    site: Pick<ISite, 'url'>,
    recordId: string
  ) {
    this._id = `edit ${site.url} ${recordId}`;
  }

  /** Null where nothing was kept. Untrusted: it may be as old as can be. */
  async load(): Promise<IKeptEdit | null> {
    const kept = (await this._forms.load(this._id)) as Partial<
      Record<keyof IKeptEdit, unknown>
    > | null;
    return kept?.before && kept.after
      ? {
          before: readKeptMetadata(kept.before),
          after: readKeptMetadata(kept.after)
        }
      : null;
  }

  save(edit: IKeptEdit): Promise<void> {
    return this._forms.save(this._id, { version: 1, ...edit });
  }

  forget(): Promise<void> {
    return this._forms.remove(this._id);
  }

  private readonly _id: string;
}
