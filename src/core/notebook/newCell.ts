/** Cells that are put into a notebook's bytes, and new sources for those that are there. */
import { editItems, IByteEdit, lineBefore, writeJson } from './jsonEdits';
import {
  findMember,
  IScannedCell,
  IScannedNotebook,
  memberValue
} from './scannedNotebook';

const ON_ONE_LINE = { inner: '', outer: '' };

/**
 * A cell as Jupyter writes it to disk: keys sorted, and with an id where the
 * notebook's cells have them (nbformat 4.5 and later).
 *
 * @param tag - by which the cell is known again; also what its id is made of
 */
export function newCell(
  notebook: IScannedNotebook,
  type: 'markdown' | 'code',
  tag: string,
  source: string
): object {
  const minor = memberValue(notebook.json, notebook.top, 'nbformat_minor');
  const hasIds = typeof minor === 'number' && minor >= 5;
  const isCode = type === 'code';
  return {
    cell_type: type,
    ...(isCode ? { execution_count: null } : {}),
    ...(hasIds ? { id: newId(notebook, tag) } : {}),
    metadata: { tags: [tag] },
    ...(isCode ? { outputs: [] } : {}),
    source: splitLines(source)
  };
}

/** The edits that give a cell another source, written as the one it had. */
export function replaceSource(
  { json, style }: IScannedNotebook,
  { members }: IScannedCell,
  text: string
): IByteEdit[] {
  const source = findMember(members, 'source');
  const isText = source && json.kind(source.value) === 'string';
  const value = isText ? text : splitLines(text);
  if (source) {
    const line = lineBefore(json.bytes, source.start);
    return [{ ...source.value, text: writeJson(value, style, line) }];
  }
  const write = (line: string) =>
    `"source":${style.colon}${writeJson(value, style, line)}`;
  const added = { index: members.items.length, write };
  return editItems(json.bytes, members, new Set(), added, ON_ONE_LINE);
}

/** The lines of what is two levels deep in the document. */
export function deeper({ line, style }: IScannedNotebook): {
  inner: string;
  outer: string;
} {
  return line ? { inner: line + style.indent, outer: line } : ON_ONE_LINE;
}

/**
 * An id that no other cell has. Cells have ids since nbformat 4.5: 1 to 64
 * letters, digits, hyphens and underscores, unique in their notebook.
 */
function newId({ json, cells }: IScannedNotebook, stem: string): string {
  const ids = cells.map(cell => memberValue(json, cell.members, 'id'));
  let id = stem;
  for (let i = 2; ids.includes(id); i++) {
    id = `${stem}-${i}`;
  }
  return id;
}

/** A text in lines that keep their ends: how Jupyter writes sources to disk. */
function splitLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
