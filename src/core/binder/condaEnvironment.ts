/** `environment.yml`, as repo2docker reads it (`buildpacks/conda/__init__.py`). */
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';

import { ofMajor } from './pythonVersion';

/** What an environment.yml says about Python. */
export interface ICondaEnvironment {
  /** What repo2docker understands: `x.y`; null where it takes its default. */
  readonly python: string | null;
  /** A dependency on Python which repo2docker does not understand. */
  readonly unread: string | null;
}

/* repo2docker's own pattern: `=` and `==` only, at the beginning. */
const PYTHON = /^python\s*=+\s*([\d.]*)/;

/**
 * Read an environment.yml. An empty one is fine: it asks for the base
 * environment.
 *
 * @returns null if it is not YAML, or not a mapping with a list of dependencies.
 */
export function parseCondaEnvironment(text: string): ICondaEnvironment | null {
  const documents = [...parseAllDocuments(text)];
  const [document] = documents;
  if (documents.length > 1 || document?.errors.length) {
    return null;
  }
  const nothing = { python: null, unread: null };
  const contents = document?.contents ?? null;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return nothing;
  }
  if (!isMap(contents)) {
    return null;
  }
  if (!contents.has('dependencies')) {
    return nothing;
  }
  const list = contents.get('dependencies');
  if (!isSeq(list)) {
    return null;
  }
  const names = list.items.flatMap(item =>
    isScalar(item) && typeof item.value === 'string' ? [item.value] : []
  );
  for (const name of names) {
    const version = PYTHON.exec(name)?.[1];
    if (version !== undefined) {
      return { python: minorVersion(version), unread: null };
    }
  }
  const isPython = /^(?:[^\s:]+::)?python(?![\w.-])./;
  return { python: null, unread: names.find(n => isPython.test(n)) ?? null };
}

/** `3.12.1` becomes `3.12`, `3` repo2docker's default; null for no number. */
function minorVersion(version: string): string | null {
  const parts = version.split('.');
  return parts.length === 1
    ? (ofMajor(version) ?? (version || null))
    : parts.slice(0, 2).join('.');
}
