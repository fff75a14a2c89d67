import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import {
  dateTimeTrouble,
  dateTrouble,
  type DateTrouble,
  uncertainDateTrouble
} from '../edtf';
import type { IMetadata } from '../model';
import type { IRuleContext, Objections } from './fieldErrors';

function words(trouble: DateTrouble | null, trans: ITranslator): string | null {
  switch (trouble) {
    case 'form':
      return trans.__('Write it as 2026-11-21, 2026-11 or 2026.');
    case 'calendar':
      return trans.__('There is no such day in the calendar.');
    case 'order':
      return trans.__('It ends before it begins.');
    case null:
      return null;
  }
}

/**
 * The dates of a form. A thesis may have dates that are not certain.
 *
 * Sources: invenio-rdm-records, `MetadataSchema.publication_date`, `DateSchema`,
 * `ThesisCF`; metadata crosswalk 4.9.
 */
export function validateDates(
  { publicationDate, dates, publishingInformation }: IMetadata,
  { trans }: IRuleContext,
  objections: Objections
): void {
  objections.add(
    'publicationDate',
    words(dateTrouble(cleanLine(publicationDate)), trans)
  );
  dates.forEach(({ date, type }, index) => {
    objections.add(
      `dates.${index}.date`,
      words(dateTimeTrouble(cleanLine(date)), trans)
    );
    objections.add(
      `dates.${index}.type`,
      type ? null : trans.__('Choose what happened on this date.')
    );
  });
  for (const name of ['dateSubmitted', 'dateDefended'] as const) {
    const date = cleanLine(publishingInformation.thesis[name]);
    objections.add(
      `publishingInformation.thesis.${name}`,
      words(date ? uncertainDateTrouble(date) : null, trans)
    );
  }
}
