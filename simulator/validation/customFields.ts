/**
 * Custom fields: those of stock InvenioRDM (code, journal, meeting, imprint,
 * thesis); zenodo.org's own are not known here.
 */

import { IJsonObject, isObject, Json } from '../json';
import { url, vocabulary } from './fields';
import { anything, Errors, list, Load } from './loader';

const FIELDS: { [key: string]: Load } = {
  'code:codeRepository': url,
  'code:programmingLanguage': list(vocabulary('code:programmingLanguages')),
  'code:developmentStatus': vocabulary('code:developmentStatus'),
  'journal:journal': anything,
  'meeting:meeting': anything,
  'imprint:imprint': anything,
  'thesis:thesis': anything
};

/** Load the custom fields of a draft. */
export function loadCustomFields(
  value: Json | undefined,
  errors: Errors
): IJsonObject {
  const loaded: IJsonObject = {};
  for (const [key, one] of Object.entries(isObject(value) ? value : {})) {
    const load = FIELDS[key];
    if (!load) {
      errors.add(`custom_fields.${key}`, 'Unknown field.');
      continue;
    }
    const kept = load(one, `custom_fields.${key}`, errors);
    if (kept !== undefined) {
      loaded[key] = kept;
    }
  }
  return loaded;
}
