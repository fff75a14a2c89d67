/**
 * Loading of untrusted values: what is valid is kept, what is not becomes an
 * error of its field, as marshmallow does it in InvenioRDM's drafts.
 */

import { IFieldError } from '../http';
import { isObject, Json } from '../json';

/** Reads one value; `undefined` when it is not to be kept. */
export type Load = (
  value: Json,
  path: string,
  errors: Errors
) => Json | undefined;

/** The errors found so far, by field. */
export class Errors {
  readonly list: IFieldError[] = [];

  add(field: string, message: string): void {
    const known = this.list.find(error => error.field === field);
    if (known) {
      known.messages.push(message);
    } else {
      this.list.push({ field, messages: [message] });
    }
  }

  /** Whether there is an error at a field or below it. */
  within(path: string): boolean {
    return this.list.some(
      ({ field }) => field === path || field.startsWith(`${path}.`)
    );
  }
}

export const REQUIRED = 'Missing data for required field.';
const UNKNOWN = 'Unknown field.';

/** Length as Python counts it: in characters. */
export const lengthOf = (value: string): number => Array.from(value).length;

/**
 * A text as it is kept (`SanitizedUnicode`): accents composed, without
 * characters that XML does not have, zero-width spaces and blanks around it.
 */
function sanitise(value: string): string {
  return value
    .trim()
    .normalize('NFC')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff\ufffe\uffff]/g, '')
    .trim();
}

/** A text of at least and at most so many characters. */
export function text(least = 0, most = Infinity): Load {
  return (value, path, errors) => {
    if (typeof value !== 'string') {
      errors.add(path, 'Not a valid string.');
      return undefined;
    }
    const clean = sanitise(value);
    if (lengthOf(clean) < least) {
      errors.add(path, `Shorter than minimum length ${least}.`);
      return undefined;
    }
    if (lengthOf(clean) > most) {
      errors.add(path, `Longer than maximum length ${most}.`);
      return undefined;
    }
    return clean;
  };
}

/** A list; wrong elements are left out. */
export function list(load: Load, missingWhenEmpty = false): Load {
  return (value, path, errors) => {
    if (!Array.isArray(value)) {
      errors.add(path, 'Not a valid list.');
      return undefined;
    }
    if (missingWhenEmpty && !value.length) {
      errors.add(path, REQUIRED);
      return undefined;
    }
    const kept: Json[] = [];
    value.forEach((element, index) => {
      const loaded = field(load, element, `${path}.${index}`, errors);
      if (loaded !== undefined) {
        kept.push(loaded);
      }
    });
    return kept;
  };
}

/** Keys of an object: how to load each, which must be there. */
export interface IShape {
  fields: { [key: string]: Load };
  /** Keys that may be null, which means that they are not there. */
  nullable?: string[];
  required?: string[];
  /** Keys that an answer has and that are silently left out when sent back. */
  dumpOnly?: string[];
  /** Checks across keys; runs even when a key was wrong. */
  check?: (
    loaded: { [key: string]: Json },
    path: string,
    errors: Errors
  ) => void;
  /** What to make of the loaded object when nothing in it was wrong. */
  finish?: (loaded: { [key: string]: Json }) => Json;
}

/** An object with known keys. */
export function object(shape: IShape): Load {
  return (value, path, errors) => {
    if (!isObject(value)) {
      errors.add(`${path}._schema`, 'Invalid input type.');
      return undefined;
    }
    const loaded: { [key: string]: Json } = {};
    for (const [key, load] of Object.entries(shape.fields)) {
      if (
        value[key] === undefined ||
        (value[key] === null && shape.nullable?.includes(key))
      ) {
        if (shape.required?.includes(key)) {
          errors.add(`${path}.${key}`, REQUIRED);
        }
        continue;
      }
      const one = field(load, value[key], `${path}.${key}`, errors);
      if (one !== undefined) {
        loaded[key] = one;
      }
    }
    for (const key of Object.keys(value)) {
      if (!(key in shape.fields) && !shape.dumpOnly?.includes(key)) {
        errors.add(`${path}.${key}`, UNKNOWN);
      }
    }
    shape.check?.(loaded, path, errors);
    return shape.finish && !errors.within(path) ? shape.finish(loaded) : loaded;
  };
}

/** One of some texts. */
export function oneOf(options: string[], message: string): Load {
  return (value, path, errors) => {
    if (typeof value !== 'string' || !options.includes(value)) {
      errors.add(path, message);
      return undefined;
    }
    return value;
  };
}

/** Takes any value as it is. */
export const anything: Load = value => value;

function field(
  load: Load,
  value: Json,
  path: string,
  errors: Errors
): Json | undefined {
  if (value === null) {
    errors.add(path, 'Field may not be null.');
    return undefined;
  }
  return load(value, path, errors);
}

/** A value without the empty objects and lists that loading leaves (`clear_none`). */
export function withoutEmpty(value: Json): Json | undefined {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    const kept = value
      .map(withoutEmpty)
      .filter((one): one is Json => one !== undefined);
    return kept.length ? kept : undefined;
  }
  const kept = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter((pair): pair is [string, Json] => pair[1] !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}
