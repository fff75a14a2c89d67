/**
 * Changes to a notebook's copy in the bundle, in its bytes: what is not changed
 * stays as it is. They come before the badge, which moves the cells by one.
 */
import { PublisherError } from '../error';
import { CopyEdit } from '../finding';
import { ITranslator, plainEnglish } from '../text';

import {
  applyEdits,
  editItems,
  IAddition,
  IByteEdit,
  lineBefore,
  writeJson
} from './jsonEdits';
import { IContainer, IMember } from './jsonOffsets';
import {
  findMember,
  IScannedNotebook,
  memberIndices,
  scanNotebook
} from './scannedNotebook';

/** The changes that need no more than the notebook; masking needs the secrets' rules. */
export type NotebookEdit = Exclude<CopyEdit, { kind: 'mask' }>;

/** A change cannot be made: the notebook is not the one for which it was meant. */
export class CopyEditError extends PublisherError {}

type SetKernel = Extract<CopyEdit, { kind: 'set-kernel' }>;
type Kernelspec = Readonly<Record<string, string>>;

/** Where the state of widgets is kept: notebook metadata `widgets`, under this key. */
export const WIDGET_STATE = 'application/vnd.jupyter.widget-state+json';

/** What the kernels that Binder has say of their language. */
const LANGUAGES: readonly [RegExp, string][] = [
  [/^python3$/, 'python'],
  [/^ir$/, 'R'],
  [/^julia-/, 'julia']
];

const ON_ONE_LINE = { inner: '', outer: '' };
const NOTHING: IObjectEdit = { inside: [], removed: new Set(), added: null };

/** Whether `applyCopyEdits` makes this change. */
export function isNotebookEdit(edit: CopyEdit): edit is NotebookEdit {
  return edit.kind !== 'mask';
}

/**
 * Make changes to a notebook's bytes. Their order is free, and doing them twice
 * is doing them once. Cells are counted as they stand in these bytes.
 *
 * @throws NotebookSyntaxError, UnsupportedNotebookError
 * @throws CopyEditError if a cell is not there, or is no code cell.
 */
export function applyCopyEdits(
  bytes: Uint8Array,
  edits: readonly NotebookEdit[],
  trans: ITranslator = plainEnglish
): Uint8Array {
  if (!edits.length) {
    return bytes;
  }
  const notebook = scanNotebook(bytes, trans);
  const cells = new Set<number>();
  let dropsState = false;
  let kernel: SetKernel | null = null;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'clear-outputs':
        cells.add(edit.cell);
        break;
      case 'drop-widget-state':
        dropsState = true;
        break;
      case 'set-kernel':
        kernel = edit;
        break;
    }
  }
  return applyEdits(bytes, [
    ...[...cells].flatMap(cell => clearOutputs(notebook, cell, trans)),
    ...editMetadata(notebook, dropsState, kernel)
  ]);
}

/** All `outputs` of the cell, even those that JSON's readers pass over. */
function clearOutputs(
  { json, cells }: IScannedNotebook,
  index: number,
  trans: ITranslator
): IByteEdit[] {
  const cell = cells[index];
  if (cell?.cell_type !== 'code') {
    throw new CopyEditError(
      trans.__(
        'Cell %1 has no outputs: the notebook was changed since it was checked. Check it again.',
        index + 1
      )
    );
  }
  return memberIndices(cell.members, 'outputs').flatMap(i => {
    const { value } = cell.members.items[i];
    const isEmpty =
      json.kind(value) === 'array' && !json.elements(value).items.length;
    return isEmpty ? [] : [{ ...value, text: '[]' }];
  });
}

function editMetadata(
  notebook: IScannedNotebook,
  dropsState: boolean,
  kernel: SetKernel | null
): IByteEdit[] {
  const { json, top, style, line } = notebook;
  const { bytes } = json;
  const metadata = findMember(top, 'metadata');
  const value = kernel && { kernelspec: kernelspecOf(kernel) };
  if (!metadata) {
    const write = (at: string) =>
      `"metadata":${style.colon}${writeJson(value, style, at)}`;
    const added = { index: top.items.length, write };
    return value ? editItems(bytes, top, new Set(), added, ON_ONE_LINE) : [];
  }
  if (json.kind(metadata.value) !== 'object') {
    const at = lineBefore(bytes, metadata.start);
    return value
      ? [{ ...metadata.value, text: writeJson(value, style, at) }]
      : [];
  }
  const members = json.members(metadata.value);
  const state = dropsState ? widgetState(notebook, members) : NOTHING;
  const named = kernel ? setKernel(notebook, members, kernel) : NOTHING;
  const lines = line
    ? { inner: line + style.indent, outer: line }
    : ON_ONE_LINE;
  return [
    ...state.inside,
    ...named.inside,
    ...editItems(bytes, members, state.removed, named.added, lines)
  ];
}

/** What happens to the members of an object. */
interface IObjectEdit {
  /** Edits inside of members. */
  readonly inside: readonly IByteEdit[];
  /** Indices of members to be removed. */
  readonly removed: ReadonlySet<number>;
  readonly added: IAddition | null;
}

/** The state goes; what else `widgets` has, stays. */
function widgetState(
  { json }: IScannedNotebook,
  metadata: IContainer<IMember>
): IObjectEdit {
  const inside: IByteEdit[] = [];
  const removed = new Set<number>();
  for (const i of memberIndices(metadata, 'widgets')) {
    const { value } = metadata.items[i];
    const widgets = json.kind(value) === 'object' ? json.members(value) : null;
    const states = new Set(widgets ? memberIndices(widgets, WIDGET_STATE) : []);
    if (widgets && states.size && states.size === widgets.items.length) {
      removed.add(i);
    } else if (widgets) {
      inside.push(...editItems(json.bytes, widgets, states, null, ON_ONE_LINE));
    }
  }
  return { inside, removed, added: null };
}

function setKernel(
  { json, style, line }: IScannedNotebook,
  metadata: IContainer<IMember>,
  kernel: SetKernel
): IObjectEdit {
  const { bytes } = json;
  const wanted = kernelspecOf(kernel);
  const present = findMember(metadata, 'kernelspec');
  if (!present) {
    const write = (at: string) =>
      `"kernelspec":${style.colon}${writeJson(wanted, style, at)}`;
    return { ...NOTHING, added: { index: metadata.items.length, write } };
  }
  if (json.kind(present.value) !== 'object') {
    const text = writeJson(wanted, style, lineBefore(bytes, present.start));
    return { ...NOTHING, inside: [{ ...present.value, text }] };
  }
  const members = json.members(present.value);
  const inside: IByteEdit[] = [];
  const missing: string[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const member = findMember(members, key);
    const text = JSON.stringify(value);
    if (!member) {
      missing.push(`${JSON.stringify(key)}:${style.colon}${text}`);
    } else if (json.value(member.value) !== value) {
      inside.push({ ...member.value, text });
    }
  }
  const write = (at: string) => missing.join(`,${at || style.comma}`);
  const added = missing.length ? { index: members.items.length, write } : null;
  const outer = line && line + style.indent;
  const lines = { inner: outer && outer + style.indent, outer };
  inside.push(...editItems(bytes, members, new Set(), added, lines));
  return { ...NOTHING, inside };
}

/** A kernelspec as Jupyter writes it, its keys sorted. */
function kernelspecOf({ name, displayName }: SetKernel): Kernelspec {
  const language = LANGUAGES.find(([pattern]) => pattern.test(name))?.[1];
  return {
    display_name: displayName,
    ...(language ? { language } : {}),
    name
  };
}
