import type { ISharedNotebook } from '@jupyter/ydoc';
import type * as nbformat from '@jupyterlab/nbformat';
import type { PartialJSONObject } from '@lumino/coreutils';
import {
  IDENTITY_KEY,
  identityJson,
  readPublishedIdentity
} from '../core/notebook/badge';
import { badgeEdit } from '../core/notebook/liveCells';
import { asNotebook, BADGE_TAG, ICell } from '../core/notebook/notebook';
import type { ITranslator } from '../core/text';
import type { IBadgeOwner, IWorkingBadge } from '../session/ports';

/**
 * Put the badge into an open notebook: one change for others who work in it,
 * and one step to undo. Returns whether anything was changed.
 */
export function putBadgeLive(
  notebook: ISharedNotebook,
  badge: IWorkingBadge
): boolean {
  const { source } = badge;
  const identity = identityJson(badge.identity) as PartialJSONObject;
  const cells = notebook.cells.map(cell => ({
    cell_type: cell.cell_type,
    metadata: cell.getMetadata(),
    source: cell.getSource()
  }));
  const edit = badgeEdit(cells, source);
  const hasIdentity = isSame(notebook.getMetadata(IDENTITY_KEY), identity);
  const hasBadge =
    edit.kind === 'replace' && edit.unchanged && edit.remove.length === 0;
  if (hasBadge && hasIdentity) {
    return false;
  }
  notebook.transact(() => {
    if (edit.kind === 'replace' && !edit.unchanged) {
      notebook.getCell(edit.index).setSource(source);
    }
    for (const index of [...edit.remove].reverse()) {
      notebook.deleteCell(index);
    }
    if (edit.kind === 'insert') {
      notebook.insertCell(edit.index, {
        cell_type: 'markdown',
        id: newId(notebook.cells.map(cell => cell.id)),
        metadata: { tags: [BADGE_TAG] },
        source
      });
    }
    notebook.setMetadata(IDENTITY_KEY, identity);
  });
  return true;
}

/**
 * Put the badge into the JSON of a closed notebook, as the contents service
 * gives it. Returns the changed JSON, or null where all is right already.
 *
 * @throws UnsupportedNotebookError
 */
export function putBadgeInJson(
  content: nbformat.INotebookContent,
  badge: IWorkingBadge,
  trans: ITranslator
): nbformat.INotebookContent | null {
  const { source } = badge;
  const identity = identityJson(badge.identity) as PartialJSONObject;
  const { nbformat_minor, metadata } = asNotebook(content, trans);
  const edit = badgeEdit(content.cells as ICell[], source);
  const isRight =
    edit.kind === 'replace' && edit.unchanged && edit.remove.length === 0;
  if (isRight && isSame(metadata[IDENTITY_KEY], identity)) {
    return null;
  }
  const cells = [...content.cells];
  if (edit.kind === 'replace') {
    cells[edit.index] = { ...cells[edit.index], source };
  }
  for (const index of [...edit.remove].reverse()) {
    cells.splice(index, 1);
  }
  if (edit.kind === 'insert') {
    cells.splice(edit.index, 0, {
      cell_type: 'markdown',
      ...(nbformat_minor >= 5 ? { id: newId(cells.map(idOf)) } : {}),
      metadata: { tags: [BADGE_TAG] },
      source
    });
  }
  return {
    ...content,
    cells,
    metadata: { ...content.metadata, [IDENTITY_KEY]: identity }
  };
}

/**
 * Take the badge out of an open notebook that belongs to this record, in one
 * step to undo. Returns whether anything was changed.
 */
export function removeBadgeLive(
  notebook: ISharedNotebook,
  of: IBadgeOwner
): boolean {
  const metadata = { [IDENTITY_KEY]: notebook.getMetadata(IDENTITY_KEY) };
  if (!belongsTo({ metadata }, of)) {
    return false;
  }
  const cells = notebook.cells.map(cell => ({
    cell_type: cell.cell_type,
    metadata: cell.getMetadata(),
    source: cell.getSource()
  }));
  notebook.transact(() => {
    for (const index of [...badgeEdit(cells, null).remove].reverse()) {
      notebook.deleteCell(index);
    }
    notebook.deleteMetadata(IDENTITY_KEY);
  });
  return true;
}

/**
 * Take the badge out of the JSON of a closed notebook that belongs to this
 * record. Returns the changed JSON, or null where it does not.
 *
 * @throws UnsupportedNotebookError
 */
export function removeBadgeInJson(
  content: nbformat.INotebookContent,
  of: IBadgeOwner,
  trans: ITranslator
): nbformat.INotebookContent | null {
  const { metadata } = asNotebook(content, trans);
  if (!belongsTo({ metadata }, of)) {
    return null;
  }
  const { remove } = badgeEdit(content.cells as ICell[], null);
  const { [IDENTITY_KEY]: _identity, ...rest } = content.metadata;
  return {
    ...content,
    cells: content.cells.filter((_, index) => !remove.includes(index)),
    metadata: rest
  } as nbformat.INotebookContent;
}

/** Whether a notebook says that it belongs to this record. */
export function belongsTo(
  notebook: { readonly metadata?: unknown },
  of: IBadgeOwner
): boolean {
  const identity = readPublishedIdentity(notebook);
  return identity?.site === of.site && identity.record === of.record;
}

/**
 * An id that no other cell has, as the archived copies get it: the tag, with a
 * number where that is taken.
 */
function newId(ids: readonly unknown[]): string {
  let id = BADGE_TAG;
  for (let i = 2; ids.includes(id); i++) {
    id = `${BADGE_TAG}-${i}`;
  }
  return id;
}

function idOf(cell: nbformat.ICell): unknown {
  return cell.id;
}

function isSame(found: unknown, wanted: PartialJSONObject): boolean {
  const entries = Object.entries(wanted);
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.keys(found).length === entries.length &&
    entries.every(([key, value]) => (found as PartialJSONObject)[key] === value)
  );
}
