/** Loaders of the values that several parts of the metadata share. */

import { cleanHtml } from '../html';
import { textOf } from '../json';
import { resolve } from '../vocabularies';
import { anything, Load, object, REQUIRED, text } from './loader';
import { detectScheme, isValid, normalise } from './schemes';

/** A reference to a vocabulary's item, of which only the id is kept. */
export function vocabulary(name: string): Load {
  return object({
    fields: { id: text(1) },
    required: ['id'],
    dumpOnly: ['title', 'props', 'description', 'icon', 'tags', 'type'],
    finish: loaded => {
      resolve(name, textOf(loaded.id));
      return { id: loaded.id };
    }
  });
}

/** HTML, cleaned, of at least `least` characters. */
export function htmlText(least: number): Load {
  return (value, path, errors) => {
    const plain = text(least)(value, path, errors);
    return typeof plain === 'string' ? cleanHtml(plain) : plain;
  };
}

/**
 * An EDTF level 0 date or interval (marshmallow_utils `EDTFDateTimeString`):
 * a year, a month, a day, or two of them with a slash between.
 */
export const edtfDate: Load = (value, path, errors) => {
  if (typeof value === 'string' && isEdtf(value)) {
    return value;
  }
  errors.add(path, 'Please provide a valid date or interval.');
  return undefined;
};

function isEdtf(value: string): boolean {
  const parts = value.split('/');
  return parts.length <= 2 && parts.every(isDate);
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(part => Number(part ?? 1));
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A web address. */
export const url: Load = (value, path, errors) => {
  if (
    typeof value === 'string' &&
    /^(https?|ftp):\/\/[^\s/?#]+\.[^\s]+$/i.test(value)
  ) {
    return value;
  }
  errors.add(path, 'Not a valid URL.');
  return undefined;
};

/** A language-tagged text, or texts by language. */
export const texts: Load = anything;

/**
 * An identifier with its scheme. A missing scheme is detected; an identifier
 * that does not fit is an error, but is kept (recorded:
 * `draft.invalid.related_undetectable`).
 */
export function identifier(
  more: { [key: string]: Load },
  required: string[],
  schemes?: string[]
): Load {
  return (value, path, errors) => {
    const loaded = object({
      fields: {
        identifier: text(),
        scheme: text(),
        ...more
      },
      required: ['identifier', ...required]
    })(value, path, errors);
    if (
      typeof loaded !== 'object' ||
      loaded === null ||
      Array.isArray(loaded) ||
      typeof loaded.identifier !== 'string'
    ) {
      return loaded;
    }
    if (loaded.identifier === '') {
      errors.add(`${path}.identifier`, REQUIRED);
      return loaded;
    }
    if (loaded.scheme === undefined) {
      const scheme = detectScheme(loaded.identifier, schemes);
      if (!scheme) {
        errors.add(
          `${path}.scheme`,
          'No valid scheme recognized for identifier.'
        );
        return loaded;
      }
      loaded.scheme = scheme.name;
    }
    const scheme = textOf(loaded.scheme).toLowerCase();
    const problem = isValid(loaded.identifier, scheme, schemes);
    if (problem) {
      errors.add(`${path}.${problem.field}`, problem.message);
    } else {
      loaded.identifier = normalise(loaded.identifier, scheme);
    }
    return loaded;
  };
}
