/** Reads cells whose fields may be missing or of any type. */
import { hasTag, ICell, IJsonObject, isJsonObject } from '../notebook/notebook';

/** How much of a cell's source is read: nobody writes a cell as long as this. */
const SOURCE_LIMIT = 200_000;

/** A code cell that is not empty. */
export interface ICodeCell {
  /** Zero-based index among all cells. */
  readonly index: number;
  /** Its execution count; null if it was not run. */
  readonly count: number | null;
  readonly outputs: readonly IJsonObject[];
  readonly cell: ICell;
}

/** The code cells that hold code or outputs, in their order. */
export function codeCells(notebook: {
  readonly cells: readonly ICell[];
}): ICodeCell[] {
  return notebook.cells.flatMap((cell, index) => {
    if (cell.cell_type !== 'code') {
      return [];
    }
    const { execution_count: count, outputs } = cell as ICell & IJsonObject;
    const code: ICodeCell = {
      index,
      count: typeof count === 'number' ? count : null,
      outputs: Array.isArray(outputs) ? outputs.filter(isJsonObject) : [],
      cell
    };
    const isEmpty = !code.outputs.length && sourceOf(cell).trim() === '';
    return isEmpty ? [] : [code];
  });
}

/** The source of a cell, up to `SOURCE_LIMIT` characters. */
export function sourceOf(cell: ICell): string {
  return textUpTo(cell.source, SOURCE_LIMIT);
}

/**
 * The beginning of a multi-line text of a notebook (a string, or its lines),
 * without putting together the rest.
 */
export function textUpTo(value: unknown, limit: number): string {
  if (!Array.isArray(value)) {
    return typeof value === 'string' ? value.slice(0, limit) : '';
  }
  const lines: string[] = [];
  let length = 0;
  for (const line of value) {
    if (typeof line === 'string') {
      lines.push(line);
      length += line.length;
    }
    if (length >= limit) {
      break;
    }
  }
  return lines.join('').slice(0, limit);
}

/** Whether a cell is expected to fail: the tag that nbconvert and nbclient know. */
export function mayFail(cell: ICell): boolean {
  return hasTag(cell, 'raises-exception');
}
