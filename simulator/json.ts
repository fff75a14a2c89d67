/** JSON values, and careful reading of values that came from outside. */

export type Json = null | boolean | number | string | Json[] | IJsonObject;

/** A JSON object. */
export interface IJsonObject {
  [key: string]: Json;
}

/** Whether a value is a JSON object (not null, not a list). */
export function isObject(value: unknown): value is IJsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise an empty one. */
export function objectOf(value: unknown): IJsonObject {
  return isObject(value) ? value : {};
}

/** The value if it is a list, otherwise an empty one. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

/** The value if it is a text, otherwise ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A deep copy, so that nobody outside can change our state. */
export function copy<T extends Json>(value: T): T {
  return structuredClone(value);
}
