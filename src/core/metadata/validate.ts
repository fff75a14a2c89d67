import type { ITranslator } from '../text';
import { cleanLine, lengthOf } from './clean';
import { dateTrouble } from './edtf';
import type { ICreator, IMetadata } from './model';
import { orcidTrouble } from './orcid';

/** Objections by field: `title`, `creators`, `creators.0.orcid`. */
export type FieldErrors = Record<string, string>;

/** The server's limit of a version. Source: metadata crosswalk 3a. */
const LONGEST_VERSION = 191;

function dateError(date: string, trans: ITranslator): string | null {
  switch (date === '' ? 'form' : dateTrouble(date)) {
    case 'form':
      return trans.__('Write it as 2026-11-21, 2026-11 or 2026.');
    case 'calendar':
      return trans.__('There is no such day in the calendar.');
    case 'order':
      return trans.__('It ends before it begins.');
    default:
      return null;
  }
}

function orcidError(orcid: string, trans: ITranslator): string | null {
  switch (orcid.trim() === '' ? null : orcidTrouble(orcid)) {
    case 'form':
      return trans.__('Write it as 0000-0002-1825-0097.');
    case 'check-digit':
      return trans.__(
        'There is a typing error in this ORCID: its last digit does not fit the others.'
      );
    case 'range':
      return trans.__('This number is not an ORCID.');
    default:
      return null;
  }
}

/** The first name that is in the list twice, as the server compares them. */
function repeated(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names.map(cleanLine)) {
    if (name && seen.has(name)) {
      return name;
    }
    seen.add(name);
  }
  return null;
}

function creatorErrors(
  creator: ICreator,
  prefix: string,
  trans: ITranslator
): FieldErrors {
  const errors: FieldErrors = {};
  if (creator.kind === 'person') {
    if (!cleanLine(creator.familyName)) {
      errors[`${prefix}.familyName`] = trans.__('Enter a family name.');
    }
    const orcid = orcidError(creator.orcid, trans);
    if (orcid) {
      errors[`${prefix}.orcid`] = orcid;
    }
  } else if (!cleanLine(creator.name)) {
    errors[`${prefix}.name`] = trans.__('Enter the name of the organisation.');
  }
  const affiliation = repeated(
    creator.affiliations.map(({ id, name }) => id ?? name)
  );
  if (affiliation) {
    errors[`${prefix}.affiliations`] = trans.__(
      '“%1” is in the list twice.',
      affiliation
    );
  }
  return errors;
}

/**
 * What must be corrected before the metadata may be sent, by field, in the
 * user's words; {} when all is well. The rules are the server's, so that
 * nothing is refused only after the upload.
 *
 * Sources: invenio-rdm-records, `services/schemas/metadata.py`; the recorded
 * exchanges `draft.invalid.*`; metadata crosswalk 1, 4.3, 4.9, 5.1.
 */
export function validateMetadata(
  metadata: IMetadata,
  trans: ITranslator
): FieldErrors {
  const errors: FieldErrors = {};
  if (lengthOf(cleanLine(metadata.title)) < 3) {
    errors.title = trans.__('Enter a title of at least 3 characters.');
  }
  if (!metadata.resourceType) {
    errors.resourceType = trans.__('Choose a resource type.');
  }
  const date = dateError(cleanLine(metadata.publicationDate), trans);
  if (date) {
    errors.publicationDate = date;
  }
  if (metadata.creators.length === 0) {
    errors.creators = trans.__('Add at least one creator.');
  }
  metadata.creators.forEach((creator, index) => {
    Object.assign(errors, creatorErrors(creator, `creators.${index}`, trans));
  });
  if (metadata.keywords.some(keyword => !cleanLine(keyword))) {
    errors.keywords = trans.__('Remove the empty keyword.');
  }
  if (lengthOf(cleanLine(metadata.version)) > LONGEST_VERSION) {
    errors.version = trans.__('Use at most %1 characters.', LONGEST_VERSION);
  }
  return errors;
}
