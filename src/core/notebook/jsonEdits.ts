/**
 * Edits of JSON in its bytes: put an item into an array or object, or take one
 * out, in the style in which the text is written, with all other bytes left
 * alone.
 */
import { IContainer, IItem, IRange } from './jsonOffsets';

/** Bytes to be replaced by a text. */
export interface IByteEdit extends IRange {
  readonly text: string;
}

/** How a JSON text is written. */
export interface IJsonStyle {
  /** What one more level adds to the indentation. */
  readonly indent: string;
  /** What follows a colon. */
  readonly colon: string;
  /** What follows a comma where values stand on one line. */
  readonly comma: string;
}

/** Replace ranges of bytes. The edits must not overlap; their order is free. */
export function applyEdits(
  bytes: Uint8Array,
  edits: readonly IByteEdit[]
): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(bytes.subarray(at, edit.start), encoder.encode(edit.text));
    at = edit.end;
  }
  parts.push(bytes.subarray(at));
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function spaceFrom(bytes: Uint8Array, start: number): string {
  let text = '';
  for (let at = start; at < bytes.length && isSpace(bytes[at]); at++) {
    text += String.fromCharCode(bytes[at]);
  }
  return text;
}

function spaceBefore(bytes: Uint8Array, end: number): string {
  let start = end;
  while (start > 0 && isSpace(bytes[start - 1])) {
    start--;
  }
  return spaceFrom(bytes, start).slice(0, end - start);
}

/** The line end and indentation at the end of white space, or ''. */
function lineIn(space: string): string {
  return /\r?\n[ \t]*$/.exec(space)?.[0] ?? '';
}

/**
 * The line end and indentation before an offset; '' if something else on the
 * same line comes before it.
 */
export function lineBefore(bytes: Uint8Array, at: number): string {
  return lineIn(spaceBefore(bytes, at));
}

/** How a document is written, seen from the first members of its root. */
export function styleOf(
  bytes: Uint8Array,
  object: IContainer<IItem>
): IJsonStyle {
  const [first, second] = object.items;
  if (!first) {
    return { indent: '', colon: ' ', comma: ' ' };
  }
  const colon = spaceBefore(bytes, first.value.start);
  const between = second ? spaceBefore(bytes, second.start) : ' ';
  return {
    indent: lineBefore(bytes, first.start).replace(/^\r?\n/, ''),
    colon: /[\r\n]/.test(colon) ? ' ' : colon,
    comma: /[\r\n]/.test(between) ? ' ' : between
  };
}

/**
 * Write a value in a style.
 *
 * @param line - the line end and indentation of the value's own line; without
 * a line end in it, the value is written on one line.
 */
export function writeJson(
  value: unknown,
  style: IJsonStyle,
  line: string
): string {
  const isArray = Array.isArray(value);
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const oneLine = !line.includes('\n');
  const inner = oneLine ? '' : line + style.indent;
  const items = isArray
    ? value.map(item => writeJson(item, style, inner))
    : Object.entries(value).map(
        ([key, item]) =>
          `${JSON.stringify(key)}:${style.colon}${writeJson(item, style, inner)}`
      );
  const [open, close] = isArray ? '[]' : '{}';
  const body = oneLine
    ? items.join(`,${style.comma}`)
    : items.map(item => inner + item).join(',') + (items.length ? line : '');
  return open + body + close;
}

/** An item to be put into a container. */
export interface IAddition {
  /** The item before which it goes; the number of items: after the last. */
  readonly index: number;
  /** Its text, given the line end and indentation of its line. */
  write(line: string): string;
}

/**
 * The edits that remove items from a container and put a new one in.
 *
 * @param line - the line of the items in an empty container (line end and
 * indentation), '' if all stands on one line.
 */
export function editItems(
  bytes: Uint8Array,
  container: IContainer<IItem>,
  removed: ReadonlySet<number>,
  added: IAddition | null,
  line: { readonly inner: string; readonly outer: string }
): IByteEdit[] {
  const { items, open, close } = container;
  const last = items.length - 1;
  const write = (item: IAddition, at: number) =>
    item.write(lineBefore(bytes, at));
  const kept = items.findIndex((_, i) => !removed.has(i));
  if (kept === -1 && last >= 0) {
    /* Nothing stays: the new item takes the place of all, or nothing does. */
    const { start } = items[0];
    return added
      ? [{ start, end: items[last].end, text: write(added, start) }]
      : [{ start: open + 1, end: close, text: '' }];
  }
  if (kept === -1) {
    const start = open + 1;
    const hasLine = spaceFrom(bytes, start).includes('\n');
    const text = added && line.inner + added.write(line.inner);
    return text === null
      ? []
      : [{ start, end: start, text: hasLine ? text : text + line.outer }];
  }
  const edits: IByteEdit[] = [...removed].map(i =>
    i < kept
      ? { start: items[i].start, end: items[i + 1].start, text: '' }
      : { start: items[i - 1].end, end: items[i].end, text: '' }
  );
  if (added && added.index <= last) {
    const at = items[added.index].start;
    const space = spaceBefore(bytes, at);
    edits.push({ start: at, end: at, text: `${write(added, at)},${space}` });
  } else if (added) {
    const { start, end } = items[last];
    const space = spaceBefore(bytes, start);
    const text = `,${space}${write(added, start)}`;
    edits.push({ start: end, end, text });
  }
  return edits;
}
