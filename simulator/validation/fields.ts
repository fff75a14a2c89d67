/** Loaders of the values that several parts of the metadata share. */

import { cleanHtml } from '../html';
import { isObject, listOf, objectOf, textOf } from '../json';
import { resolve } from '../vocabularies';
import { isAddress } from './addresses';
import {
  anything,
  lengthOf,
  list,
  Load,
  object,
  REQUIRED,
  text
} from './loader';
import { normalise, sameIdentifier } from './normalise';
import { Allowed, detectScheme, fitsScheme } from './schemes';

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

/** HTML, of at least `least` characters once it is cleaned. */
export function htmlText(least: number): Load {
  return (value, path, errors) => {
    const plain = text()(value, path, errors);
    if (typeof plain !== 'string') {
      return plain;
    }
    const clean = cleanHtml(plain).trim();
    if (lengthOf(clean) < least) {
      errors.add(path, `Shorter than minimum length ${least}.`);
      return undefined;
    }
    return clean;
  };
}

/** A web address with a whole host name. */
export function url(message = 'Not a valid URL.'): Load {
  return (value, path, errors) => {
    const plain = text()(value, path, errors);
    if (typeof plain !== 'string' || isAddress(plain)) {
      return plain;
    }
    errors.add(path, message);
    return undefined;
  };
}

/** A language-tagged text, or texts by language. */
export const texts: Load = anything;

/** What an identifier must be, and what else stands with it. */
interface IIdentifier {
  allowed: Allowed;
  more?: { [key: string]: Load };
  required?: string[];
  /** Whether there may be no identifier at all. */
  optional?: boolean;
}

/**
 * An identifier with its scheme (`IdentifierSchema`). A missing scheme is
 * detected; an identifier that does not fit is an error, but is kept
 * (recorded: `draft.invalid.related_undetectable`).
 */
export function identifier(options: IIdentifier): Load {
  const { allowed, more = {}, required = [], optional = false } = options;
  const fields = { identifier: text(), scheme: text(), ...more };
  return (value, path, errors) => {
    const loaded = object({ fields, required })(value, path, errors);
    if (!isObject(loaded)) {
      return loaded;
    }
    const id = textOf(loaded.identifier);
    if (id && !textOf(loaded.scheme)) {
      const found = detectScheme(id, allowed);
      if (found !== null) {
        loaded.scheme = found;
      }
    }
    const scheme = textOf(loaded.scheme);
    if (optional && !id && !scheme) {
      return loaded;
    }
    const known = Object.hasOwn(allowed, scheme);
    if (!scheme) {
      errors.add(
        `${path}.scheme`,
        id ? 'No valid scheme recognized for identifier.' : REQUIRED
      );
    } else if (!known) {
      errors.add(`${path}.scheme`, 'Invalid scheme.');
    }
    if (!id) {
      errors.add(`${path}.identifier`, REQUIRED);
    } else if (known && !fitsScheme(id, scheme)) {
      errors.add(
        `${path}.identifier`,
        `Invalid ${allowed[scheme]} identifier.`
      );
    } else if (known && !errors.within(path)) {
      loaded.identifier = normalise(id, scheme);
    }
    return loaded;
  };
}

/** A list of identifiers of which no two may agree in something. */
function identifierSet(
  load: Load,
  message: string,
  sameness: (scheme: string, value: string) => string
): Load {
  return (value, path, errors) => {
    const before = errors.list.length;
    const loaded = list(load)(value, path, errors);
    const all = listOf(loaded)
      .map(objectOf)
      .map(one => sameness(textOf(one.scheme), textOf(one.identifier)));
    if (errors.list.length === before && new Set(all).size < all.length) {
      errors.add(path, message);
      return undefined;
    }
    return loaded;
  };
}

/** One identifier of each scheme (`IdentifierSet`). */
export const identifierBySchemes = (allowed: Allowed): Load =>
  identifierSet(
    identifier({ allowed }),
    'Only one identifier per scheme is allowed.',
    scheme => scheme
  );

/** Each identifier once (`IdentifierValueSet`). */
export const identifierOnce = (allowed: Allowed): Load =>
  identifierSet(
    identifier({ allowed }),
    'Duplicated identifier entry is not allowed.',
    (scheme, value) => sameIdentifier(value, scheme)
  );
