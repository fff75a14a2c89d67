import type { ITranslator } from '../../text';

/**
 * Objections by field, in the names of the model with the numbers of elements:
 * `title`, `creators`, `creators.0.orcid`, `relatedWorks.2.identifier`,
 * `embargo.until`, `publishingInformation.journal.issn`.
 */
export type FieldErrors = Record<string, string>;

/** What the rules depend on beside the form. */
export interface IRuleContext {
  readonly trans: ITranslator;
  /** The present time in milliseconds since 1970. */
  readonly now: number;
  /** Whether the site lets whole records be restricted; Zenodo does not. */
  readonly restrictedRecords: boolean;
}

/** Collects objections; the first to a field counts. */
export class Objections {
  readonly all: FieldErrors = {};

  /** @param message - null = none */
  add(field: string, message: string | null): void {
    if (message !== null && this.all[field] === undefined) {
      this.all[field] = message;
    }
  }
}
