/**
 * The little of TOML (https://toml.io/en/v1.0.0) that Binder's rules need: which
 * tables there are at the top, and strings in them. It does not validate.
 */

/** What was found in a TOML document. */
export interface ITomlOutline {
  /** The keys at the top: names of tables, and of values. */
  readonly top: ReadonlySet<string>;
  /** Strings on one line, by dotted key: `project.requires-python`. */
  readonly strings: ReadonlyMap<string, string>;
}

/* A key or its parts: bare, or quoted; with dots between. */
const KEY =
  /(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*/;
const HEADER = new RegExp(`^[ \\t]*\\[{1,2}[ \\t]*(${KEY.source})[ \\t]*\\]`);
const MEMBER = new RegExp(`^[ \\t]*(${KEY.source})[ \\t]*=[ \\t]*`);

/** Read the outline of a TOML document. */
export function outlineToml(text: string): ITomlOutline {
  const top = new Set<string>();
  const strings = new Map<string, string>();
  let table: string[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const header = HEADER.exec(rest);
    const member = header ? null : MEMBER.exec(rest);
    if (header) {
      table = keyParts(header[1]);
      top.add(table[0]);
      at += header[0].length;
    } else if (member) {
      const path = [...table, ...keyParts(member[1])];
      top.add(path[0]);
      at += member[0].length;
      const end = valueEnd(text, at);
      readStrings(path, text.slice(at, end), strings);
      at = end;
    }
    const lineEnd = text.indexOf('\n', at);
    at = lineEnd === -1 ? text.length : lineEnd + 1;
  }
  return { top, strings };
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

function keyParts(key: string): string[] {
  const parts = key.match(/[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'/g) ?? [];
  return parts.map(part => part.replace(/^["']|["']$/g, ''));
}

/* What matters on the way through a value: strings, comments, brackets, lines. */
const PIECE =
  /"""(?:[^\\]|\\[^])*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[\]{}\n]/g;

/** Where a value ends: at the end of a line that is not inside of it. */
function valueEnd(text: string, start: number): number {
  PIECE.lastIndex = start;
  let depth = 0;
  for (let piece = PIECE.exec(text); piece !== null; piece = PIECE.exec(text)) {
    if (piece[0] === '[' || piece[0] === '{') {
      depth++;
    } else if (piece[0] === ']' || piece[0] === '}') {
      depth--;
    } else if (piece[0] === '\n' && depth <= 0) {
      return piece.index;
    }
  }
  return text.length;
}
