import type { ITranslator } from '../text';
import type { ISite } from '../zenodo/sites';
import type { IFieldError } from '../zenodo/types';
import type { FieldErrors } from './validate';

/** The server's objections, sorted by where they are shown. */
export interface IServerObjections {
  /** By the form's field. */
  readonly fields: FieldErrors;
  /** Those that belong to no field of the form. */
  readonly general: readonly string[];
}

/** The server's names of fields, the most special first; `$1` is a creator's number. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^metadata\.title(?:\.|$)/, 'title'],
  [/^metadata\.resource_type(?:\.|$)/, 'resourceType'],
  [/^metadata\.publication_date(?:\.|$)/, 'publicationDate'],
  [
    /^metadata\.creators\.(\d+)\.person_or_org\.family_name(?:\.|$)/,
    'creators.$1.familyName'
  ],
  [
    /^metadata\.creators\.(\d+)\.person_or_org\.given_name(?:\.|$)/,
    'creators.$1.givenName'
  ],
  [
    /^metadata\.creators\.(\d+)\.person_or_org\.name(?:\.|$)/,
    'creators.$1.name'
  ],
  [
    /^metadata\.creators\.(\d+)\.person_or_org\.identifiers(?:\.|$)/,
    'creators.$1.orcid'
  ],
  [
    /^metadata\.creators\.(\d+)\.affiliations(?:\.|$)/,
    'creators.$1.affiliations'
  ],
  [/^metadata\.creators(?:\.|$)/, 'creators'],
  [/^metadata\.description(?:\.|$)/, 'description'],
  [/^metadata\.rights(?:\.|$)/, 'licenses'],
  [/^metadata\.subjects(?:\.|$)/, 'keywords'],
  [/^metadata\.version(?:\.|$)/, 'version']
];

/** The form's field that a field of the server is, or null. */
export function formField(serverField: string): string | null {
  for (const [pattern, name] of FIELDS) {
    const match = pattern.exec(serverField);
    if (match) {
      return name.replace('$1', match[1] ?? '');
    }
  }
  return null;
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

/** The server's objections by the form's fields, in words that name their author. */
export function fromServerErrors(
  errors: readonly IFieldError[],
  site: Pick<ISite, 'name'>,
  trans: ITranslator
): IServerObjections {
  const byField = new Map<string, string[]>();
  const general: string[] = [];
  for (const error of errors.filter(error => !isBenign(error))) {
    const field = formField(error.field);
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
