import type { ITranslator } from '../text';
import type { ISite } from '../zenodo/sites';
import type { IFieldError } from '../zenodo/types';
import { formField } from './formField';
import type { IMetadata } from './model';
import type { FieldErrors } from './validate';

export { formField } from './formField';

/** The server's objections, sorted by where they are shown. */
export interface IServerObjections {
  /** By the form's field. */
  readonly fields: FieldErrors;
  /** Those that belong to no field of the form. */
  readonly general: readonly string[];
}

/**
 * While a draft has no files, the answer to each PUT says so. That is no error
 * (recorded exchange `draft.update`); publishing says it in other words.
 */
function isBenign(error: IFieldError): boolean {
  return (
    error.field === 'files.enabled' &&
    error.messages.every(message => message === 'Missing uploaded files.')
  );
}

/**
 * The server's objections by the form's fields, in words that name their author.
 *
 * @param sent - the form that they are about
 */
export function fromServerErrors(
  errors: readonly IFieldError[],
  site: Pick<ISite, 'name'>,
  trans: ITranslator,
  sent?: IMetadata
): IServerObjections {
  const byField = new Map<string, string[]>();
  const general: string[] = [];
  for (const error of errors.filter(error => !isBenign(error))) {
    const field = formField(error.field, sent);
    if (field) {
      const messages = byField.get(field) ?? [];
      byField.set(field, [
        ...messages,
        ...error.messages.filter(message => !messages.includes(message))
      ]);
    } else {
      const words = error.messages.join(' ');
      general.push(
        error.field
          ? trans.__('%1 says about %2: %3', site.name, error.field, words)
          : trans.__('%1 says: %2', site.name, words)
      );
    }
  }
  const fields: FieldErrors = {};
  for (const [field, messages] of byField) {
    fields[field] = trans.__('%1 says: %2', site.name, messages.join(' '));
  }
  return { fields, general };
}
