/**
 * Custom fields: those of stock InvenioRDM (code, journal, meeting, imprint,
 * thesis); zenodo.org's own are not known here.
 */

import { IJsonObject, isObject, Json } from '../json';
import { edtfUncertain } from './dates';
import { identifierOnce, url, vocabulary } from './fields';
import { Errors, list, Load, object, text } from './loader';
import { isIsbn, isIssn } from './numbers';
import { WORK_SCHEMES } from './schemes';

/** An object of texts, with other rules for some of them. */
function texts(names: string, rules: { [key: string]: Load } = {}): Load {
  return object({
    fields: {
      ...Object.fromEntries(names.split(' ').map(name => [name, text()])),
      ...rules
    }
  });
}

/** A number with a check digit. */
function number(
  fits: (value: string) => boolean,
  messages: Iterable<string>
): Load {
  return (value, path, errors) => {
    const plain = text()(value, path, errors);
    if (typeof plain !== 'string' || fits(plain)) {
      return plain;
    }
    for (const message of messages) {
      errors.add(path, message);
    }
    return undefined;
  };
}

const FIELDS: { [key: string]: Load } = {
  'code:codeRepository': url(),
  'code:programmingLanguage': list(vocabulary('code:programmingLanguages')),
  'code:developmentStatus': vocabulary('code:developmentStatus'),
  'journal:journal': texts('title issue volume pages', {
    issn: number(isIssn, ['Please provide a valid ISSN.'])
  }),
  'meeting:meeting': texts('acronym dates place session_part session title', {
    url: url('You must provide a valid URL.'),
    identifiers: identifierOnce(WORK_SCHEMES)
  }),
  'imprint:imprint': texts('title pages place edition', {
    // A text in the place of a list: each of its characters is a message.
    isbn: number(isIsbn, 'Please provide a valid ISBN.')
  }),
  'thesis:thesis': texts('university department type', {
    date_submitted: edtfUncertain,
    date_defended: edtfUncertain
  })
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
