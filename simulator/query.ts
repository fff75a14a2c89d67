/**
 * The part of the search syntax that clients use: words, "phrases",
 * `field:value`, AND, OR, NOT and parentheses.
 */

import { isObject, Json } from './json';

/** Whether a document fits. */
export type Test = (document: Json) => boolean;

/**
 * The test of a query. A query that cannot be read fits nothing, as on the
 * recorded server (`search.bad_query`).
 */
export function parseQuery(query: string): Test {
  const tokens = [
    ...query.matchAll(
      /\(|\)|(?:[-+!]?[\w.:\\]+:)?"(?:[^"\\]|\\.)*"|(?:[-+!]?[^\s()"]+)/g
    )
  ].map(match => match[0]);
  // `field:(…)` is not understood.
  const parser = new Parser(tokens);
  const test = parser.either();
  return parser.isDone ? test : () => false;
}

class Parser {
  private _at = 0;

  constructor(private readonly _tokens: string[]) {}

  get isDone(): boolean {
    return this._at >= this._tokens.length;
  }

  /**
   * Terms one after another: any of them is enough, as with OR, but none of
   * the negated ones may fit (recorded: `user_records.q`).
   */
  either(): Test {
    const wanted: Test[] = [];
    const refused: Test[] = [];
    while (!this.isDone && this._tokens[this._at] !== ')') {
      if (!this._take('OR')) {
        const negated = /^(NOT$|[-!])/.test(this._tokens[this._at]);
        (negated ? refused : wanted).push(this._all());
      }
    }
    return document =>
      (!wanted.length || wanted.some(test => test(document))) &&
      refused.every(test => test(document));
  }

  private _all(): Test {
    const tests = [this._one()];
    while (this._take('AND')) {
      tests.push(this._one());
    }
    return document => tests.every(test => test(document));
  }

  private _one(): Test {
    if (this._take('NOT')) {
      const test = this._one();
      return document => !test(document);
    }
    if (this._take('(')) {
      const test = this.either();
      return this._take(')') ? test : () => false;
    }
    return this.isDone ? () => false : term(this._tokens[this._at++]);
  }

  private _take(token: string): boolean {
    const found = this._tokens[this._at] === token;
    this._at += found ? 1 : 0;
    return found;
  }
}

function term(token: string): Test {
  if (/^[-!]/.test(token)) {
    const test = term(token.slice(1));
    return document => !test(document);
  }
  const match = /^\+?([\w.\\:]*?[\w\\]):(?!\/\/)(.+)$/s.exec(token);
  const [field, value] = match
    ? [match[1].replace(/\\/g, ''), match[2]]
    : [null, token];
  const wanted = words(value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1'));
  if (match === null && token.endsWith(':')) {
    return () => false;
  }
  return document =>
    valuesAt(document, field).some(text => includes(words(text), wanted));
}

/** All texts below a path; all texts of the document without a path. */
function valuesAt(document: Json, path: string | null): string[] {
  let values: Json[] = [document];
  for (const key of path?.split('.') ?? []) {
    values = values
      .flatMap(value => (Array.isArray(value) ? value : [value]))
      .map(value => (isObject(value) ? (value[key] ?? null) : null));
  }
  return values.flatMap(texts);
}

function texts(value: Json): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(texts);
  }
  if (isObject(value)) {
    return Object.values(value).flatMap(texts);
  }
  return value === null ? [] : [String(value)];
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_*]+/gu) ?? [];
}

/** Whether the wanted words stand in a row. `*` at an end is a wildcard. */
function includes(all: string[], wanted: string[]): boolean {
  const fits = (word: string | undefined, pattern: string): boolean =>
    pattern.endsWith('*')
      ? (word?.startsWith(pattern.slice(0, -1)) ?? false)
      : word === pattern;
  return all.some((_, at) =>
    wanted.every((pattern, index) => fits(all[at + index], pattern))
  );
}
