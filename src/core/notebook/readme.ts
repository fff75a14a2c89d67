/**
 * The badges in a README.md: a block between two comments, under the first
 * heading. Everything else stays byte for byte, and taking the block out gives
 * back exactly the text that was there.
 *
 * Which lines are headings, follows CommonMark 0.31: ATX headings (4.2), setext
 * headings (4.3), fenced code (4.5) and HTML comments (4.6), in which there are
 * none. A comment needs no empty lines around it to be a block of its own.
 */

const START = '<!-- zenodo-publisher-badge -->';
const END = '<!-- /zenodo-publisher-badge -->';

interface IRange {
  readonly start: number;
  readonly end: number;
}

/** One line; `end` is where the next one starts. */
interface ILine extends IRange {
  /** Without its line end. */
  readonly text: string;
  /** In front matter, fenced code or a comment of several lines. */
  readonly isHidden: boolean;
  /** The last line of the front matter. */
  readonly endsFrontMatter: boolean;
}

/**
 * Put badges into a README, in place of those that are there already.
 *
 * @param text - the README; a byte-order mark and its line ends stay.
 * @param badges - Markdown without a heading, its lines parted by `\n`; with an
 *   empty one the block is removed.
 */
export function putReadmeBadge(text: string, badges: string): string {
  if (!badges) {
    return removeReadmeBadge(text);
  }
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const block = [START, ...badges.split('\n'), END].join(lineEnd);
  const [first, ...others] = findBlocks(text);
  if (first) {
    const rest = removeBlocks(text, others);
    return rest.slice(0, first.start) + block + rest.slice(first.end);
  }
  const at = findPlace(text);
  const before = text.slice(0, at);
  const after = text.slice(at);
  /* Where the text before has no line end, the block gets none either. */
  return before === '' || before === '\ufeff' || before.endsWith('\n')
    ? before + block + lineEnd + after
    : before + lineEnd + block + after;
}

/** Take the badges out of a README. Without any, the text stays as it is. */
export function removeReadmeBadge(text: string): string {
  return removeBlocks(text, findBlocks(text));
}

/** Whether the badges in a README are those of this DOI. */
export function hasReadmeBadge(text: string, doi: string): boolean {
  return findBlocks(text).some(({ start, end }) => {
    const block = text.slice(start, end);
    const at = block.indexOf(doi);
    // `….142` is not in `….1421`.
    return at !== -1 && !/^[0-9A-Za-z]/.test(block.slice(at + doi.length));
  });
}

function removeBlocks(text: string, blocks: readonly IRange[]): string {
  return [...blocks].reverse().reduce((rest, { start, end }) => {
    const after = /^\r?\n/.exec(rest.slice(end))?.[0];
    const before = rest.slice(0, start);
    return after === undefined
      ? before.replace(/\r?\n$/, '') + rest.slice(end)
      : before + rest.slice(end + after.length);
  }, text);
}

/** The blocks, each from its first comment to its last, without line ends. */
function findBlocks(text: string): IRange[] {
  const blocks: IRange[] = [];
  let start = -1;
  for (const line of linesOf(text)) {
    if (line.isHidden) {
      continue;
    }
    const content = line.text.trimEnd();
    if (content === START) {
      start = line.start;
    } else if (content === END && start !== -1) {
      blocks.push({ start, end: line.start + END.length });
      start = -1;
    }
  }
  return blocks;
}

/** Where a new block goes: after the first heading, else at the top. */
function findPlace(text: string): number {
  let top = text.startsWith('\ufeff') ? 1 : 0;
  let isParagraph = false;
  for (const line of linesOf(text)) {
    if (line.endsFrontMatter) {
      top = line.end;
    }
    if (line.isHidden) {
      isParagraph = false;
      continue;
    }
    const isAtx = /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line.text);
    const isUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/.test(line.text);
    if (isAtx || (isUnderline && isParagraph)) {
      return line.end;
    }
    isParagraph = continuesParagraph(line.text, isParagraph);
  }
  return top;
}

/** Whether a line is part of a paragraph that an underline makes a heading. */
function continuesParagraph(line: string, isParagraph: boolean): boolean {
  const isBreak =
    /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
  const isOther = /^ {0,3}(?:>|<|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/;
  if (!line.trim() || isBreak.test(line) || isOther.test(line)) {
    return false;
  }
  return isParagraph || !/^(?: {4}| {0,3}\t)/.test(line);
}

function* linesOf(text: string): Iterable<ILine> {
  const first = text.startsWith('\ufeff') ? 1 : 0;
  let inFrontMatter = hasFrontMatter(text.slice(first));
  let fence: string | null = null;
  let inComment = false;
  let start = first;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    const line = text.slice(start, end).replace(/\r?\n$/, '');
    const range = { start, end, text: line };
    start = end;
    if (inFrontMatter) {
      const endsFrontMatter =
        range.start > first && /^(?:---|\.\.\.)[ \t]*$/.test(line);
      inFrontMatter = !endsFrontMatter;
      yield { ...range, isHidden: true, endsFrontMatter };
      continue;
    }
    const wasHidden = fence !== null || inComment;
    if (fence !== null) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      fence = closing?.startsWith(fence) ? null : fence;
    } else if (inComment) {
      inComment = !line.includes('-->');
    } else {
      fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
      inComment = /^ {0,3}<!--(?!.*-->)/.test(line);
    }
    const isHidden = wasHidden || fence !== null || inComment;
    yield { ...range, isHidden, endsFrontMatter: false };
  }
}

function hasFrontMatter(text: string): boolean {
  return /^---[ \t]*\r?\n[^]*?^(?:---|\.\.\.)[ \t]*\r?$/m.test(text);
}
