import { plainText } from '../notebook/title';
import { saysSomething } from './plainText';

/** More of a README is not looked at. */
const LONGEST = 20_000;

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;
const RULE = /^ {0,3}(?:[-*_]\s*){3,}$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const QUOTE = /^ {0,3}>/;
const TABLE = /^ {0,3}\|/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:/;
const DIRECTIVE = /^(?:\.\. |:\w[\w-]*:)/;
const INDENTED = /^(?: {4}|\t)/;

/** Whether a line cannot be part of a paragraph that describes the work. */
function isOther(line: string, startsBlock: boolean): boolean {
  return (
    [HEADING, RULE, LIST, QUOTE, TABLE, DEFINITION, DIRECTIVE].some(pattern =>
      pattern.test(line)
    ) ||
    (startsBlock && INDENTED.test(line))
  );
}

function withoutFrontMatter(text: string): string {
  const match = /^---\s*\n[\s\S]*?\n(?:---|\.\.\.)\s*(?:\n|$)/.exec(text);
  return match ? text.slice(match[0].length) : text;
}

/** Runs of lines that are neither blank nor in a block of code. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  let fence = '';
  for (const line of [...text.split('\n'), '']) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence) {
      const closes =
        mark.startsWith(fence) && line.trim() === mark && mark !== '';
      fence = closes ? '' : fence;
    } else if (mark || !line.trim()) {
      fence = mark;
      blocks.push(block);
      block = [];
    } else {
      block.push(line);
    }
  }
  return blocks.filter(lines => lines.length > 0);
}

/** The paragraph that a block holds, as Markdown; '' if it holds none. */
function paragraphOf(block: readonly string[]): string {
  const lines: string[] = [];
  for (const line of block) {
    if (UNDERLINE.test(line) && lines.length > 0) {
      lines.length = 0; // What came before was a heading.
    } else if (isOther(line, lines.length === 0)) {
      if (lines.length > 0) {
        break;
      }
      if (!HEADING.test(line)) {
        return '';
      }
    } else {
      lines.push(line.trim());
    }
  }
  return lines.join(' ');
}

/**
 * The first paragraph of a README that says something, as plain text on one
 * line: not badges, headings, lists, tables, quotations, code or bare links.
 * '' if there is none.
 *
 * Source: CommonMark 0.31, "Blocks"; metadata crosswalk 3f.
 */
export function firstParagraph(readme: string): string {
  const text = withoutFrontMatter(
    readme.slice(0, LONGEST).replace(/\r\n?/g, '\n')
  ).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const block of blocksOf(text)) {
    if (/^\s*<h[1-6][\s>]/i.test(block[0])) {
      continue;
    }
    const paragraph = paragraphOf(block);
    if (saysSomething(paragraph)) {
      const plain = plainText(paragraph.replace(/\[\^[^\]\s]+\]/g, ''));
      if (plain.length >= 3) {
        return plain;
      }
    }
  }
  return '';
}
