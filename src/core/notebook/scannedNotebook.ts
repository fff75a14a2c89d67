/** A notebook's bytes with the places of what the badge's edits need. */
import { ITranslator } from '../text';

import { IJsonStyle, lineBefore, styleOf } from './jsonEdits';
import { IContainer, IItem, IMember, IRange, JsonOffsets } from './jsonOffsets';
import { checkVersion, ICell, isBadgeCell, noCells } from './notebook';

/** A cell: its members' places, and what the badge's rule has to know of it. */
export interface IScannedCell extends ICell {
  readonly members: IContainer<IMember>;
}

/** A notebook of version 4 in its bytes. */
export interface IScannedNotebook {
  readonly json: JsonOffsets;
  readonly style: IJsonStyle;
  /** The line end and indentation of the root's members; '' on one line. */
  readonly line: string;
  readonly top: IContainer<IMember>;
  readonly cellList: IContainer<IItem>;
  readonly cells: readonly IScannedCell[];
}

/** The last member with a key: what every JSON reader takes of duplicates. */
export function findMember(
  object: IContainer<IMember>,
  key: string
): IMember | undefined {
  return object.items.filter(member => member.key === key).pop();
}

/** The indices of all members with a key. */
export function memberIndices(
  object: IContainer<IMember>,
  key: string
): number[] {
  return object.items.flatMap((member, i) => (member.key === key ? [i] : []));
}

/** The members of an object's member, if that is an object too. */
export function innerObject(
  json: JsonOffsets,
  object: IContainer<IMember>,
  key: string
): IContainer<IMember> | null {
  const member = findMember(object, key);
  return member && json.kind(member.value) === 'object'
    ? json.members(member.value)
    : null;
}

/** The value of an object's member. */
export function memberValue(
  json: JsonOffsets,
  object: IContainer<IMember>,
  key: string
): unknown {
  const member = findMember(object, key);
  return member && json.value(member.value);
}

/**
 * Find what the badge's edits need in a notebook's bytes.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 */
export function scanNotebook(
  bytes: Uint8Array,
  trans: ITranslator
): IScannedNotebook {
  const json = new JsonOffsets(bytes, trans);
  const nothing = { open: 0, close: 0, items: [] };
  const isObject = json.kind(json.root) === 'object';
  const top = isObject ? json.members(json.root) : nothing;
  checkVersion(memberValue(json, top, 'nbformat'), trans);
  const list = findMember(top, 'cells');
  if (!list || json.kind(list.value) !== 'array') {
    throw noCells(trans);
  }
  const cellList = json.elements(list.value);
  return {
    json,
    style: styleOf(bytes, top),
    line: lineBefore(bytes, top.items[0].start),
    top,
    cellList,
    cells: cellList.items.map(item => scanCell(json, item.value, trans))
  };
}

function scanCell(
  json: JsonOffsets,
  range: IRange,
  trans: ITranslator
): IScannedCell {
  const isObject = json.kind(range) === 'object';
  const members = isObject ? json.members(range) : null;
  const cell_type = members && memberValue(json, members, 'cell_type');
  if (!members || typeof cell_type !== 'string') {
    throw noCells(trans);
  }
  const metadata = memberValue(json, members, 'metadata');
  const cell = { cell_type, metadata, members };
  /* Sources can be long, and only the badge's matters. */
  return isBadgeCell(cell)
    ? { ...cell, source: memberValue(json, members, 'source') }
    : cell;
}
