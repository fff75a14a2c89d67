/** YAML that somebody else wrote: read with limits. */
import { Document, parseAllDocuments } from 'yaml';

/** Texts longer than this (UTF-16 units) are not looked into. */
const LONGEST = 200_000;

/*
 * The parser calls itself for everything that is nested, and a program's stack
 * ends somewhere. No environment is nested more than three times.
 */
const DEEPEST = 60;

let last: { text: string; documents: Document.Parsed[] | null } | null = null;

/**
 * The documents in a text, which are not to be changed; null if they are nested
 * too deeply. The last text is not parsed again.
 */
export function parseYaml(text: string): Document.Parsed[] | null {
  if (last?.text !== text) {
    last = { text, documents: parse(text) };
  }
  return last.documents;
}

function parse(text: string): Document.Parsed[] | null {
  if (text.length > LONGEST) {
    return [];
  }
  // Pretty errors count lines for each of thousands of errors.
  return isDeep(text)
    ? null
    : [...parseAllDocuments(text, { prettyErrors: false })];
}

/** The line (from 1) at which a text stops being YAML, if it does. */
export function yamlMistake(text: string): number | undefined {
  for (const document of parseYaml(text) ?? []) {
    const [error] = document.errors;
    if (error) {
      return text.slice(0, error.pos[0]).split('\n').length;
    }
  }
  return undefined;
}

/**
 * Whether something may be nested too deeply: by brackets, which are counted in
 * strings and comments, too; by signs of lists and keys on one line; by spaces
 * at the beginning of a line.
 */
function isDeep(text: string): boolean {
  let brackets = 0;
  let signs = 0;
  let spaces = 0;
  let isStart = true;
  for (const unit of text) {
    if (unit === '\n') {
      signs = 0;
      spaces = 0;
      isStart = true;
      continue;
    }
    if (isStart && unit === ' ') {
      spaces++;
    } else if (isStart && (unit === '-' || unit === '?')) {
      signs++;
    } else if (unit !== ' ' && unit !== '\t') {
      isStart = false;
    }
    brackets += '[{'.includes(unit) ? 1 : ']}'.includes(unit) ? -1 : 0;
    if (brackets > DEEPEST || signs > DEEPEST || spaces > 4 * DEEPEST) {
      return true;
    }
  }
  return false;
}
