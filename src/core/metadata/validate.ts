import type { ITranslator } from '../text';
import { builtInSites, type ISite } from '../zenodo/sites';
import type { IMetadata } from './model';
import {
  type FieldErrors,
  type IRuleContext,
  Objections
} from './validate/fieldErrors';
import { validateDates } from './validate/validateDates';
import { validatePeople } from './validate/validatePeople';
import { validateRights } from './validate/validateRights';
import { validateSpecial } from './validate/validateSpecial';
import { validateTexts } from './validate/validateTexts';
import { validateWorks } from './validate/validateWorks';

export type { FieldErrors } from './validate/fieldErrors';

/** What the rules depend on beside the form. */
export interface IValidateOptions {
  /** Where the record is to be; without it, Zenodo's rules hold. */
  readonly site?: Pick<ISite, 'id'>;
  /** The present time in milliseconds since 1970; the clock's, by default. */
  readonly now?: number;
}

/**
 * What must be corrected before the metadata may be sent, by field, in the
 * user's words; {} when all is well. The rules are the server's, so that
 * nothing is refused only after the upload; the one that is left is that ids
 * must be in its vocabularies (`vocabularyUses`). Stricter than the
 * server: check digits of ROR and GND ids, dates at which it stumbles or that
 * are not of EDTF level 0, empty keywords.
 *
 * Sources: invenio-rdm-records, `services/schemas/metadata.py`; the recorded
 * exchanges `draft.invalid.*`; metadata crosswalk 1, 4.3, 4.9, 5.1; the table
 * of verdicts, which holds them to the server's.
 */
export function validateMetadata(
  metadata: IMetadata,
  trans: ITranslator,
  { site, now = Date.now() }: IValidateOptions = {}
): FieldErrors {
  const context: IRuleContext = {
    trans,
    now,
    restrictedRecords:
      site !== undefined && builtInSites.every(({ id }) => id !== site.id)
  };
  const objections = new Objections();
  objections.add(
    'resourceType',
    metadata.resourceType ? null : trans.__('Choose a resource type.')
  );
  validateTexts(metadata, context, objections);
  validateDates(metadata, context, objections);
  validatePeople(metadata, context, objections);
  validateRights(metadata, context, objections);
  validateWorks(metadata, context, objections);
  validateSpecial(metadata, context, objections);
  return objections.all;
}
