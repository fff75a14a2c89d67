/**
 * The canonical form of a notebook: the same for two notebooks exactly if
 * Jupyter cannot tell them apart.
 *
 * What saving through Jupyter changes is left out or made the same:
 * - multi-line texts are strings or lists of lines (nbformat `v4/rwbase.py`,
 *   `rejoin_lines`: sources, stream texts, and in outputs and attachments every
 *   list of strings but those of JSON types);
 * - `trusted`, `signature`, `orig_nbformat` and `orig_nbformat_minor` are never
 *   saved (`strip_transient`);
 * - Jupyter may raise the minor version, and then gives the cells ids;
 * - keys are sorted, and `1.0` becomes `1` on its way through JavaScript.
 */
import { ITranslator, plainEnglish } from '../text';

import { IDENTITY_KEY } from './badge';
import { ExactJson, ExactObject, readExact, writeExact } from './exactJson';
import { JsonOffsets } from './jsonOffsets';
import { BADGE_TAG, checkVersion, noCells } from './notebook';

/** A notebook: its bytes, or its JSON as Jupyter's model has it. */
export type NotebookSource = Uint8Array | object;

/** What to leave out of a canonical form. */
export interface ICanonicalOptions {
  /** Leave out badge cells and the metadata `zenodo_publisher`. */
  readonly withoutBadge?: boolean;
}

/**
 * The canonical form of a notebook.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function canonicalForm(
  notebook: NotebookSource,
  options: ICanonicalOptions = {},
  trans: ITranslator = plainEnglish
): string {
  const top = readExact(textOf(notebook, trans));
  const isObject = top instanceof Map;
  const version = isObject ? top.get('nbformat') : undefined;
  checkVersion(
    version && typeof version === 'object' && 'text' in version
      ? Number(version.text)
      : undefined,
    trans
  );
  const cells = isObject ? top.get('cells') : undefined;
  if (!isObject || !Array.isArray(cells)) {
    throw noCells(trans);
  }
  top.delete('nbformat_minor');
  top.set(
    'cells',
    options.withoutBadge ? cells.filter(cell => !isBadge(cell)) : cells
  );
  const metadata = child(top, 'metadata');
  for (const key of NEVER_SAVED) {
    metadata?.delete(key);
  }
  if (options.withoutBadge) {
    metadata?.delete(IDENTITY_KEY);
  }
  cells.forEach(simplifyCell);
  return writeExact(top);
}

/**
 * Whether two notebooks are canonically equal.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function canonicallyEqual(
  a: NotebookSource,
  b: NotebookSource,
  options: ICanonicalOptions = {}
): boolean {
  return canonicalForm(a, options) === canonicalForm(b, options);
}

const NEVER_SAVED = [
  'trusted',
  'signature',
  'orig_nbformat',
  'orig_nbformat_minor'
];

function textOf(notebook: NotebookSource, trans: ITranslator): string {
  if (notebook instanceof Uint8Array) {
    const json = new JsonOffsets(notebook, trans);
    return json.text(json.root);
  }
  return JSON.stringify(notebook);
}

function child(object: ExactObject, key: string): ExactObject | null {
  const value = object.get(key);
  return value instanceof Map ? value : null;
}

function isBadge(cell: ExactJson): boolean {
  const tags = cell instanceof Map && child(cell, 'metadata')?.get('tags');
  return (
    cell instanceof Map &&
    cell.get('cell_type') === 'markdown' &&
    Array.isArray(tags) &&
    tags.includes(BADGE_TAG)
  );
}

function simplifyCell(cell: ExactJson): void {
  if (!(cell instanceof Map)) {
    return;
  }
  cell.delete('id');
  child(cell, 'metadata')?.delete('trusted');
  join(cell, 'source');
  child(cell, 'attachments')?.forEach(joinBundle);
  const outputs = cell.get('outputs');
  if (!Array.isArray(outputs)) {
    return;
  }
  for (const output of outputs) {
    if (output instanceof Map) {
      join(output, 'text');
      joinBundle(output.get('data') ?? null);
    }
  }
}

function join(object: ExactObject, key: string): void {
  const value = object.get(key);
  if (Array.isArray(value) && value.every(line => typeof line === 'string')) {
    object.set(key, value.join(''));
  }
}

function joinBundle(bundle: ExactJson): void {
  if (bundle instanceof Map) {
    for (const type of bundle.keys()) {
      if (!/^application\/(json|.*\+json)$/.test(type)) {
        join(bundle, type);
      }
    }
  }
}
