/**
 * JSON with exact numbers: read without rounding, and written so that two
 * texts are equal exactly if their values are.
 */

/** A number by its exact value. */
export class ExactNumber {
  private constructor(readonly text: string) {}

  /**
   * @param literal - a number as JSON writes it. `1.0`, `1` and `10e-1` are
   * one value, and so are `-0` and `0`; 18446744073709551615 keeps all digits.
   */
  static of(literal: string): ExactNumber {
    const [, sign = '', whole = '', fraction = '', power = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal) ?? [];
    const digits = (whole + fraction).replace(/^0+/, '');
    const short = digits.replace(/0+$/, '');
    if (!short) {
      return new ExactNumber('0');
    }
    const exponent =
      BigInt(power.replace('+', '')) +
      BigInt(digits.length - short.length - fraction.length);
    return new ExactNumber(sign + short + (exponent ? `e${exponent}` : ''));
  }
}

/** A JSON value with exact numbers. */
export type ExactJson =
  null | boolean | string | ExactNumber | ExactJson[] | ExactObject;

/** A JSON object. */
export type ExactObject = Map<string, ExactJson>;

/** An array or object that is being read. */
interface IOpen {
  readonly value: ExactJson[] | ExactObject;
  /** The key of the next value, in an object. */
  key: string | null;
}

const STRING_END = /["\\]/g;
const SCALAR_END = /[\s,\]}]|$/g;

/**
 * Read a text of which it is known that it is JSON. Of duplicate members the
 * last one counts. Nesting is limited by memory only.
 */
export function readExact(text: string): ExactJson {
  const open: IOpen[] = [];
  let at = 0;
  for (;;) {
    const character = text[at];
    let value: ExactJson;
    const inner = open[open.length - 1];
    if (character === undefined) {
      return null;
    } else if (/[\s,:\ufeff]/.test(character)) {
      at++;
      continue;
    } else if (character === '[' || character === '{') {
      open.push({ value: character === '[' ? [] : new Map(), key: null });
      at++;
      continue;
    } else if (character === ']' || character === '}') {
      value = inner.value;
      open.pop();
      at++;
    } else if (character === '"') {
      const end = stringEnd(text, at);
      value = JSON.parse(text.slice(at, end)) as string;
      at = end;
      if (inner?.value instanceof Map && inner.key === null) {
        inner.key = value;
        continue;
      }
    } else {
      SCALAR_END.lastIndex = at;
      const end = SCALAR_END.exec(text)?.index ?? text.length;
      value = scalar(text.slice(at, end));
      at = end;
    }
    const outer = open[open.length - 1];
    if (!outer) {
      return value;
    }
    if (outer.value instanceof Map) {
      outer.value.set(outer.key ?? '', value);
      outer.key = null;
    } else {
      outer.value.push(value);
    }
  }
}

function stringEnd(text: string, start: number): number {
  STRING_END.lastIndex = start + 1;
  for (;;) {
    const found = STRING_END.exec(text);
    if (!found || found[0] === '"') {
      return STRING_END.lastIndex;
    }
    STRING_END.lastIndex++;
  }
}

function scalar(literal: string): ExactJson {
  if (literal === 'null') {
    return null;
  }
  return literal === 'true' || literal === 'false'
    ? literal === 'true'
    : ExactNumber.of(literal);
}

/**
 * Write a value in its one canonical form: members sorted by the UTF-16 code
 * units of their keys, no white space, numbers by their exact value.
 */
export function writeExact(value: ExactJson): string {
  /* What is still to be written, the next thing last; strings go as they are. */
  const todo: { text?: string; value?: ExactJson }[] = [{ value }];
  const parts: string[] = [];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.text !== undefined) {
      parts.push(next.text);
      continue;
    }
    const item = next.value ?? null;
    if (Array.isArray(item)) {
      parts.push('[');
      todo.push({ text: ']' });
      for (let i = item.length - 1; i >= 0; i--) {
        todo.push({ value: item[i] }, { text: i ? ',' : '' });
      }
    } else if (item instanceof Map) {
      parts.push('{');
      todo.push({ text: '}' });
      const keys = [...item.keys()].sort();
      for (let i = keys.length - 1; i >= 0; i--) {
        const text = `${i ? ',' : ''}${JSON.stringify(keys[i])}:`;
        todo.push({ value: item.get(keys[i]) }, { text });
      }
    } else {
      parts.push(
        item instanceof ExactNumber ? item.text : JSON.stringify(item)
      );
    }
  }
  return parts.join('');
}
