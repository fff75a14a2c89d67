/**
 * Python code of a cell, without what only looks like code: strings, comments,
 * magics, shell lines. What is left is cut into statements.
 *
 * Strings follow the Python reference (2.4.1, without the nesting in f-strings
 * of 3.12, where reading goes wrong until the end of the line at most). Magics
 * are IPython's: its own transformer turns a timed cell into a string, which
 * hides the imports in it.
 */

/** One statement. */
export interface IStatement {
  /** The code, strings blanked with `\u0001`, on one line. */
  readonly text: string;
  /** Where the text stands in the source; they have the same length. */
  readonly start: number;
  /** The number of characters before the first one of its line; -1 if not the first on its line. */
  readonly indent: number;
}

/* Cell magics whose body is Python that runs (reference: environment-capture.md, 2). */
const PYTHON_CELL_MAGICS = new Set(
  'time timeit capture prun memit mprun lprun snakeviz debug skip heat python python3 cython pypy'.split(
    ' '
  )
);

/* Line magics that run the Python after them. */
const PYTHON_LINE_MAGIC =
  /^%(?:time|timeit|prun|memit|lprun|mprun)\b(?:[ \t]+-\w+(?:[ \t]+\d+)?)*/;

/**
 * The Python in a cell, at the same offsets: a cell magic whose body is Python
 * is blanked, and nothing is left of a cell in another language.
 */
export function pythonOfCell(source: string): string {
  const magic = /^\s*%%([\w.-]+)([^\n]*)/.exec(source);
  if (!magic) {
    return source;
  }
  const [whole, name, rest] = magic;
  const isPython =
    PYTHON_CELL_MAGICS.has(name) ||
    (/^(?:writefile|file)$/.test(name) && /\.py["']?\s*$/.test(rest));
  return isPython ? ' '.repeat(whole.length) + source.slice(whole.length) : '';
}

/** Cut code into statements. */
export function statementsOf(source: string): IStatement[] {
  const text = blank(source);
  const statements: IStatement[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    let isFirst = true;
    for (const part of line[0].matchAll(/[^;:]+/g)) {
      const indent = part[0].search(/\S/);
      if (indent !== -1) {
        statements.push({
          text: part[0].trim(),
          start: line.index + part.index + indent,
          indent: isFirst ? indent : -1
        });
        isFirst = false;
      }
    }
  }
  return statements;
}

/**
 * Blank strings, comments and magics, and put each statement on one line; every
 * character stays at its offset. Inside of brackets `:` and `;` are blanked too.
 */
function blank(source: string): string {
  let text = '';
  let depth = 0;
  let at = 0;
  const skip = (end: number, by: string) => {
    text += by.repeat(end - at);
    at = end;
  };
  while (at < source.length) {
    const rest = (length: number) => source.slice(at, at + length);
    const character = source[at];
    if (
      depth === 0 &&
      /[%!?]/.test(character) &&
      /^\s*$|(?:^|[^=!<>])=\s*$/.test(text.slice(text.lastIndexOf('\n') + 1))
    ) {
      const python = PYTHON_LINE_MAGIC.exec(source.slice(at, at + 200));
      skip(python ? at + python[0].length : shellEnd(source, at), ' ');
    } else if (character === '#') {
      skip(lineEnd(source, at), ' ');
    } else if (character === '"' || character === "'") {
      skip(stringEnd(source, at), '\u0001');
    } else if (rest(2) === '\\\n' || rest(3) === '\\\r\n') {
      skip(lineEnd(source, at) + 1, ' ');
    } else {
      depth += '([{'.includes(character) ? 1 : 0;
      depth -= ')]}'.includes(character) ? 1 : 0;
      depth = Math.max(depth, 0);
      const isCut = /[\n;:]/.test(character);
      text += (depth > 0 && isCut) || character === '\r' ? ' ' : character;
      at++;
    }
  }
  return text;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

/** The end of a shell line, which a backslash continues. */
function shellEnd(source: string, at: number): number {
  let end = lineEnd(source, at);
  while (end < source.length && /\\\r?$/.test(source.slice(at, end))) {
    end = lineEnd(source, end + 1);
  }
  return end;
}

/** The end of the string that starts here; of a broken one, that of its line. */
function stringEnd(source: string, at: number): number {
  const quote = source[at];
  const triple = quote.repeat(3);
  const mark = source.startsWith(triple, at) ? triple : quote;
  let end = at + mark.length;
  while (end < source.length) {
    if (source[end] === '\\') {
      /* In raw strings too, a quote after a backslash does not end them. */
      end += 2;
    } else if (source.startsWith(mark, end)) {
      return end + mark.length;
    } else if (mark.length === 1 && source[end] === '\n') {
      return end;
    } else {
      end++;
    }
  }
  return source.length;
}
