/**
 * The little of TOML (https://toml.io/en/v1.0.0) that Binder's rules need: which
 * tables there are at the top, and strings in them. Of mistakes it finds those
 * that people make: lines that are nothing, values that are none, brackets and
 * strings that nobody closes, a key or table that is there twice.
 */

import { LONGEST_LIST } from './listItem';

/** What was found in a TOML document. */
export interface ITomlOutline {
  /** The keys at the top: names of tables, and of values. */
  readonly top: ReadonlySet<string>;
  /** Strings on one line, by dotted key: `project.requires-python`. */
  readonly strings: ReadonlyMap<string, string>;
  /** Arrays of plain strings, by dotted key: `project.dependencies`. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The first line (from 1) with a mistake; null for none. */
  readonly mistake: number | null;
}

/* A key or its parts: bare, or quoted; with dots between. */
const KEY =
  /(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'))*/;
const HEADER = new RegExp(
  `[ \\t]*(\\[{1,2})[ \\t]*(${KEY.source})[ \\t]*\\]{1,2}`,
  'y'
);
const MEMBER = new RegExp(`[ \\t]*(${KEY.source})[ \\t]*=[ \\t]*`, 'y');
const END = /[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;

/** Read the outline of a TOML document. */
export function outlineToml(text: string): ITomlOutline {
  const top = new Set<string>();
  const strings = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const seen = new Set<string>();
  let table: string[] = [];
  let scope = '';
  let mistake = -1;
  const wrong = (at: number) => {
    mistake = mistake === -1 ? at : mistake;
  };
  const once = (key: string, at: number) => {
    if (seen.has(key)) {
      wrong(at);
    }
    seen.add(key);
  };
  let at = 0;
  while (at < text.length && text.length <= LONGEST_LIST) {
    const start = at;
    const header = match(HEADER, text, at);
    const member = header ? null : match(MEMBER, text, at);
    if (header) {
      table = keyParts(header[2]);
      top.add(table[0]);
      at += header[0].length;
      // Tables of an array may be there as often as one likes.
      scope = header[1] === '[' ? JSON.stringify(table) : `[${start}`;
      if (header[1] === '[') {
        once(`table ${scope}`, start);
      }
    } else if (member) {
      const path = [...table, ...keyParts(member[1])];
      top.add(path[0]);
      once(`${scope} ${JSON.stringify(path)}`, start);
      at += member[0].length;
      const end = valueEnd(text, at);
      const value = text.slice(at, Math.max(end, at)).trim();
      if (end === -1 || !isValue(value)) {
        wrong(start);
      }
      readStrings(path, value, strings);
      readList(path, value, lists);
      at = end === -1 ? text.length : end;
    }
    const rest = match(END, text, at);
    if (rest) {
      at += rest[0].length;
    } else {
      wrong(start);
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd === -1 ? text.length : lineEnd + 1;
    }
  }
  const line =
    mistake === -1 ? null : text.slice(0, mistake).split('\n').length;
  return { top, strings, lists, mistake: line };
}

function match(
  pattern: RegExp,
  text: string,
  at: number
): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readStrings(
  path: readonly string[],
  value: string,
  strings: Map<string, string>
): void {
  const text = /^(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/.exec(value);
  if (text && !/^(?:"""|''')/.test(value)) {
    strings.set(path.join('.'), text[1]?.replace(/\\(.)/g, '$1') ?? text[2]);
  }
  if (value.startsWith('{')) {
    const inner = new RegExp(
      `[{,][ \\t]*(${KEY.source})[ \\t]*=[ \\t]*(?:"([^"\\\\]*)"|'([^']*)')`,
      'g'
    );
    for (const [, key, double, single] of value.matchAll(inner)) {
      strings.set([...path, ...keyParts(key)].join('.'), double ?? single);
    }
  }
}

function readList(
  path: readonly string[],
  value: string,
  lists: Map<string, string[]>
): void {
  if (value.startsWith('[')) {
    const found = [...value.matchAll(/#[^\n]*|"([^"\\\n]*)"|'([^'\n]*)'/g)]
      .map(([, double, single]) => double ?? single)
      .filter((text): text is string => text !== undefined);
    lists.set(path.join('.'), found);
  }
}

function keyParts(key: string): string[] {
  const parts = key.match(/[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'/g) ?? [];
  return parts.map(part => part.replace(/^["']|["']$/g, ''));
}

/* Whether a value is one, by its ends: what is in brackets is not looked at. */
function isValue(value: string): boolean {
  const ends: Record<string, string> = {
    '"': '"',
    "'": "'",
    '[': ']',
    '{': '}'
  };
  const end = ends[value.charAt(0)];
  return end
    ? value.length > 1 && value.endsWith(end)
    : /^(?:true$|false$|[+-]?(?:inf|nan)$|[+-]?\d)/.test(value);
}

/* What matters on the way through a value: strings, comments, brackets, lines. */
const PIECE =
  /"""(?:[^\\]|\\[^])*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[\]{}\n"']/g;

/**
 * Where a value ends: at the comment or the end of a line that is not inside of
 * it; -1 if nothing ends it.
 */
function valueEnd(text: string, start: number): number {
  PIECE.lastIndex = start;
  let depth = 0;
  for (let piece = PIECE.exec(text); piece !== null; piece = PIECE.exec(text)) {
    const [part] = piece;
    if (part === '[' || part === '{') {
      depth++;
    } else if (part === ']' || part === '}') {
      depth--;
    } else if (part === '"' || part === "'" || depth < 0) {
      return -1;
    } else if ((part === '\n' || part.startsWith('#')) && depth === 0) {
      return piece.index;
    }
  }
  return depth === 0 ? text.length : -1;
}
