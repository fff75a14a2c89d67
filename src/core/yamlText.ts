/** YAML that somebody else wrote: read with limits. */
import {
  Document,
  DocumentOptions,
  parseAllDocuments,
  parseDocument,
  ParseOptions,
  SchemaOptions
} from 'yaml';

/** Texts of environments longer than this (UTF-16 units) are not looked into. */
const LONGEST = 200_000;

/*
 * The parser calls itself for everything that is nested, and a program's stack
 * ends somewhere. No file that is read here is nested more than ten times.
 */
const DEEPEST = 60;

let last: { text: string; documents: Document.Parsed[] | null } | null = null;

/**
 * The documents in an environment's text, which are not to be changed; null if
 * they are nested too deeply. The last text is not parsed again.
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
  return isTooDeep(text)
    ? null
    : [...parseAllDocuments(text, { prettyErrors: false })];
}

/**
 * The one document in a text of any length, with its mistakes; null if it is
 * nested too deeply.
 */
export function parseOneYaml(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions
): Document.Parsed | null {
  return isTooDeep(text)
    ? null
    : parseDocument(text, { ...options, prettyErrors: false });
}

/** The line (from 1) at which an environment's text stops being YAML, if it does. */
export function yamlMistake(text: string): number | undefined {
  for (const document of parseYaml(text) ?? []) {
    const line = mistakeOf(document, text);
    if (line !== undefined) {
      return line;
    }
  }
  return undefined;
}

/** The line (from 1) of the first mistake in a document, if it has one. */
export function mistakeOf(
  { errors: [error] }: Document.Parsed,
  text: string
): number | undefined {
  return error && text.slice(0, error.pos[0]).split('\n').length;
}

/**
 * Whether something may be nested too deeply: by brackets, which are counted in
 * strings and comments, too; by signs of lists at the beginning of a line, and
 * of keys anywhere in it, as in `? &a ? &b`; by spaces at the beginning of a line.
 */
export function isTooDeep(text: string): boolean {
  let brackets = 0;
  let signs = 0;
  let spaces = 0;
  let isStart = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (unit === '\n') {
      signs = 0;
      spaces = 0;
      isStart = true;
      continue;
    }
    const isSign =
      isBlank(text[i + 1]) && isBlank(text[i - 1]) && '-?'.includes(unit);
    if (isStart && unit === ' ') {
      spaces++;
    } else if (isSign && (isStart || unit === '?')) {
      signs++;
    } else if (!isBlank(unit)) {
      isStart = false;
    }
    brackets += '[{'.includes(unit) ? 1 : ']}'.includes(unit) ? -1 : 0;
    if (brackets > DEEPEST || signs > DEEPEST || spaces > 4 * DEEPEST) {
      return true;
    }
  }
  return false;
}

function isBlank(unit: string | undefined): boolean {
  return unit === undefined || ' \t\r\n'.includes(unit);
}
