/** The lines of a requirements.txt, as pip puts them together. */
import { IListItem, ITextRange, LONGEST_LIST } from './listItem';

/** A requirements.txt. */
export interface IRequirementsFile {
  /** Without blank lines and comments; a line that goes on in the next one is one. */
  readonly items: readonly IListItem[];
}

/* pip takes a `#` for a comment at the beginning or after a space only. */
const COMMENT = /(?:^|\s)#/;

/**
 * Read a requirements.txt (pip, "Requirements File Format"): comments are
 * dropped, and a line that ends in a backslash goes on in the next one.
 */
export function parseRequirements(text: string): IRequirementsFile {
  const items: IListItem[] = [];
  const lines = text.length > LONGEST_LIST ? [] : linesOf(text);
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    const parts = [contentOf(text, lines[i])];
    while (
      parts[parts.length - 1].goesOn &&
      i + 1 < lines.length &&
      !/^\s*#/.test(text.slice(lines[i + 1].start, lines[i + 1].end))
    ) {
      i++;
      parts.push(contentOf(text, lines[i]));
    }
    const last = parts[parts.length - 1];
    const value = parts.map(part => part.text).join(' ').trim(); // prettier-ignore
    if (value) {
      items.push({
        text: value,
        line: first + 1,
        start: parts[0].start,
        end: last.end,
        isSimple: true,
        removable: { start: lines[first].start, end: lines[i].end }
      });
    }
  }
  return { items };
}

/** The lines of a text, with their line ends. */
function linesOf(text: string): ITextRange[] {
  const lines: ITextRange[] = [];
  let start = 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index + lineEnd.length });
    start = index + lineEnd.length;
  }
  if (start < text.length) {
    lines.push({ start, end: text.length });
  }
  return lines;
}

interface IContent extends ITextRange {
  readonly text: string;
  readonly goesOn: boolean;
}

function contentOf(text: string, line: ITextRange): IContent {
  const whole = text.slice(line.start, line.end).replace(/[\r\n]+$/, '');
  const goesOn = whole.endsWith('\\');
  const body = goesOn ? whole.slice(0, -1) : whole;
  const comment = COMMENT.exec(body)?.index ?? body.length;
  const content = body.slice(0, comment).trimEnd();
  const value = content.trimStart();
  const start = line.start + content.length - value.length;
  return { text: value, start, end: start + value.length, goesOn };
}

/** The other file that a line takes in; null for other lines. */
export function includedFile(
  line: string
): { readonly file: string; readonly isConstraint: boolean } | null {
  const [, flag, file] =
    /^(-[rc]|--requirement|--constraint)(?:[\s=]+|(?<=^-[rc]))(\S[^]*)$/.exec(
      line
    ) ?? [];
  return file === undefined
    ? null
    : {
        file: file.trim().replace(/^(["'])(.*)\1$/, '$2'),
        isConstraint: flag === '-c' || flag === '--constraint'
      };
}
