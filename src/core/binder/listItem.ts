/** An entry of a list in a text file, with its place, and edits of such entries. */

/**
 * Texts longer than this (UTF-16 units) are no lists that anybody wrote. They
 * are not looked into.
 */
export const LONGEST_LIST = 1_000_000;

/** A part of a text, by offsets in UTF-16 units. */
export interface ITextRange {
  readonly start: number;
  readonly end: number;
}

/** An entry: a line of requirements.txt, a dependency in environment.yml. */
export interface IListItem extends ITextRange {
  /** What it says, without quotes, comments and line continuations. */
  readonly text: string;
  /** One-based. */
  readonly line: number;
  /** Its text can be replaced in place. */
  readonly isSimple: boolean;
  /** The lines to be removed with it; null where that would break the file. */
  readonly removable: ITextRange | null;
}

/** A replacement of a part of a text. */
export interface ITextEdit extends ITextRange {
  readonly text: string;
}

/** What an entry becomes: another text; null for nothing. */
export function editOf(item: IListItem, text: string | null): ITextEdit | null {
  if (text === null) {
    return item.removable && { ...item.removable, text: '' };
  }
  return item.isSimple ? { start: item.start, end: item.end, text } : null;
}

/** The text after all edits, which must not overlap; null if one of them is impossible. */
export function applyEdits(
  text: string,
  edits: readonly (ITextEdit | null)[]
): string | null {
  const possible = edits.filter((edit): edit is ITextEdit => edit !== null);
  if (possible.length < edits.length) {
    return null;
  }
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...possible].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
