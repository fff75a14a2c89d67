/** A line of a shown change; `gap`: so many lines that stay as they are. */
export type DiffLine =
  | { readonly kind: 'same' | 'old' | 'new'; readonly text: string }
  | { readonly kind: 'gap'; readonly count: number };

/** A change of a text file, as far as it is shown. */
export interface ILineDiff {
  /** Empty: no line differs, at most how they end or are encoded. */
  readonly lines: readonly DiffLine[];
  /** Lines that are not shown, because there are so many. */
  readonly more: number;
}

/** Lines that stay as they are, shown beside those that change. */
const CONTEXT = 2;

/** Lines of a new file that are shown. */
const NEW_LINES = 40;

/** Lines of a change that are shown. */
const CHANGED_LINES = 120;

/** Characters of a line that are shown. */
const LINE_LENGTH = 300;

/** Characters of a text above which no change is worked out. */
const TEXT_LENGTH = 1_000_000;

/** Pairs of lines that are compared; beyond, all old ones stand before all new ones. */
const PAIRS = 1_000_000;

/**
 * What changes in a text, line by line.
 *
 * @param before - the old text; null = the file is new.
 * @returns null where the texts are too long to be shown.
 */
export function lineDiff(
  before: string | null,
  after: string
): ILineDiff | null {
  if (Math.max(before?.length ?? 0, after.length) > TEXT_LENGTH) {
    return null;
  }
  const b = linesOf(after);
  if (before === null) {
    return cut(marked('new', b), NEW_LINES);
  }
  const a = linesOf(before);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < shorter - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const old = a.slice(start, a.length - end);
  const fresh = b.slice(start, b.length - end);
  if (old.length + fresh.length === 0) {
    return { lines: [], more: 0 };
  }
  return cut(
    [
      ...around(a.slice(0, start), 0, CONTEXT),
      ...middle(old, fresh),
      ...around(a.slice(a.length - end), CONTEXT, 0)
    ],
    CHANGED_LINES
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines[lines.length - 1] === '') {
    lines.pop();
  }
  return lines;
}

function marked(kind: 'same' | 'old' | 'new', lines: string[]): DiffLine[] {
  return lines.map(text => ({ kind, text }));
}

/** Lines that stay: the first and last ones, and a gap where it saves something. */
function around(lines: string[], first: number, last: number): DiffLine[] {
  const count = lines.length - first - last;
  return count <= 1
    ? marked('same', lines)
    : [
        ...marked('same', lines.slice(0, first)),
        { kind: 'gap', count },
        ...marked('same', lines.slice(first + count))
      ];
}

/** The changed part, with what stays the same in it. */
function middle(a: string[], b: string[]): DiffLine[] {
  if (a.length * b.length > PAIRS) {
    return [...marked('old', a), ...marked('new', b)];
  }
  const common = commonLengths(a, b);
  const width = b.length + 1;
  const lines: DiffLine[] = [];
  let same: string[] = [];
  const change = (line: DiffLine) => {
    lines.push(...around(same, CONTEXT, CONTEXT), line);
    same = [];
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      same.push(a[i]);
      i += 1;
      j += 1;
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      change({ kind: 'old', text: a[i] });
      i += 1;
    } else {
      change({ kind: 'new', text: b[j] });
      j += 1;
    }
  }
  return [...lines, ...marked('same', same)];
}

/** How many lines two texts have in common from each pair of lines on. */
function commonLengths(a: string[], b: string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return lengths;
}

function cut(lines: readonly DiffLine[], most: number): ILineDiff {
  const shown = lines.slice(0, most).map(line => {
    return line.kind === 'gap' ? line : { ...line, text: legible(line.text) };
  });
  return { lines: shown, more: lines.length - shown.length };
}

/* What is not seen, or turns the text beside it around. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A line as it is shown: nothing in it is invisible, and it is not endless. */
function legible(text: string): string {
  const line =
    text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text;
  return line.replace(
    INVISIBLE,
    one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
