/**
 * Put the badge into a notebook's bytes, or take it out, with every other byte
 * left as it is: numbers (`1.0`, 18446744073709551615), the order of keys,
 * white space, line ends, a byte-order mark, a missing last line end.
 *
 * The one thing that is removed besides is `trusted` in the notebook's and the
 * cells' metadata: it says that somebody trusts this notebook on their own
 * machine, and Jupyter never writes it to disk itself (nbformat,
 * `v4/rwbase.py`, `strip_transient`).
 */
import { ITranslator, plainEnglish } from '../text';

import { IDENTITY_KEY, identityJson, IPublishedIdentity } from './badge';
import {
  applyEdits,
  editItems,
  IByteEdit,
  lineBefore,
  writeJson
} from './jsonEdits';
import { badgeEdit } from './liveCells';
import { BADGE_TAG, isJsonObject } from './notebook';
import { deeper, newCell, replaceSource } from './newCell';
import {
  findMember,
  innerObject,
  IScannedCell,
  IScannedNotebook,
  memberIndices,
  scanNotebook
} from './scannedNotebook';

const ON_ONE_LINE = { inner: '', outer: '' };

/** What a notebook shall have. */
export interface INotebookSplice {
  /** The source of the badge cell; null for none: a badge there is removed. */
  readonly badge: string | null;
  /** The notebook metadata `zenodo_publisher`; null for none; without it, unchanged. */
  readonly identity?: IPublishedIdentity | null;
}

/**
 * Put a badge cell and the metadata into a notebook's bytes.
 *
 * Doing it twice is doing it once: what is right already stays untouched.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function spliceNotebook(
  bytes: Uint8Array,
  splice: INotebookSplice,
  trans: ITranslator = plainEnglish
): Uint8Array {
  return applyEdits(bytes, spliceEdits(bytes, splice, trans));
}

/**
 * Remove the badge cells and the metadata `zenodo_publisher` (and `trusted`)
 * from a notebook's bytes.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function removeBadges(
  bytes: Uint8Array,
  trans: ITranslator = plainEnglish
): Uint8Array {
  return spliceNotebook(bytes, { badge: null, identity: null }, trans);
}

/**
 * The edits that `spliceNotebook` makes.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function spliceEdits(
  bytes: Uint8Array,
  splice: INotebookSplice,
  trans: ITranslator = plainEnglish
): IByteEdit[] {
  const notebook = scanNotebook(bytes, trans);
  return [
    ...editCells(notebook, splice.badge),
    ...editMetadata(notebook, splice.identity)
  ];
}

function editCells(
  notebook: IScannedNotebook,
  badge: string | null
): IByteEdit[] {
  const { json, style, cells } = notebook;
  const edit = badgeEdit(cells, badge);
  const removed = new Set(edit.remove);
  const edits = cells.flatMap((cell, i) =>
    removed.has(i) ? [] : removeTrusted(notebook, cell)
  );
  if (edit.kind === 'replace' && !edit.unchanged && badge !== null) {
    edits.push(...replaceSource(notebook, cells[edit.index], badge));
  }
  const added =
    edit.kind === 'insert' && badge !== null
      ? {
          index: edit.index,
          write: (line: string) =>
            writeJson(
              newCell(notebook, 'markdown', BADGE_TAG, badge),
              style,
              line
            )
        }
      : null;
  return [
    ...edits,
    ...editItems(
      json.bytes,
      notebook.cellList,
      removed,
      added,
      deeper(notebook)
    )
  ];
}

function editMetadata(
  notebook: IScannedNotebook,
  identity: IPublishedIdentity | null | undefined
): IByteEdit[] {
  const { json, style, top } = notebook;
  const { bytes } = json;
  const write = (line: string) =>
    `"${IDENTITY_KEY}":${style.colon}` +
    writeJson(identity ? identityJson(identity) : null, style, line);
  const metadata = innerObject(json, top, 'metadata');
  if (!metadata) {
    return identity ? newMetadata(notebook, identity) : [];
  }
  const removed = new Set(memberIndices(metadata, 'trusted'));
  const present =
    identity === undefined ? [] : memberIndices(metadata, IDENTITY_KEY);
  const current = identity ? present.pop() : undefined;
  present.forEach(i => removed.add(i));
  const edits: IByteEdit[] = [];
  if (identity && current !== undefined) {
    const { start, end, value } = metadata.items[current];
    if (!isSame(json.value(value), identity)) {
      edits.push({ start, end, text: write(lineBefore(bytes, start)) });
    }
  }
  const added =
    identity && current === undefined
      ? { index: metadata.items.length, write }
      : null;
  return [
    ...edits,
    ...editItems(bytes, metadata, removed, added, deeper(notebook))
  ];
}

/** Notebook metadata where there are none, or no object. */
function newMetadata(
  { json, style, top }: IScannedNotebook,
  identity: IPublishedIdentity
): IByteEdit[] {
  const value = { [IDENTITY_KEY]: identityJson(identity) };
  const write = (line: string) =>
    `"metadata":${style.colon}${writeJson(value, style, line)}`;
  const { bytes } = json;
  const metadata = findMember(top, 'metadata');
  if (metadata) {
    const { start, end } = metadata;
    return [{ start, end, text: write(lineBefore(bytes, start)) }];
  }
  const added = { index: top.items.length, write };
  return editItems(bytes, top, new Set(), added, ON_ONE_LINE);
}

/** Whether metadata say what they shall; Jupyter may have sorted their keys. */
function isSame(found: unknown, identity: IPublishedIdentity): boolean {
  const wanted = Object.entries(identityJson(identity));
  return (
    isJsonObject(found) &&
    Object.keys(found).length === wanted.length &&
    wanted.every(([key, value]) => found[key] === value)
  );
}

function removeTrusted(
  { json }: IScannedNotebook,
  cell: IScannedCell
): IByteEdit[] {
  const metadata = innerObject(json, cell.members, 'metadata');
  if (!metadata) {
    return [];
  }
  const trusted = new Set(memberIndices(metadata, 'trusted'));
  return editItems(json.bytes, metadata, trusted, null, ON_ONE_LINE);
}
