import {
  applyEdits,
  editItems,
  lineBefore,
  styleOf,
  writeJson
} from '../../notebook/jsonEdits';
import {
  type IRange,
  JsonOffsets,
  NotebookSyntaxError
} from '../../notebook/jsonOffsets';
import type { ITranslator } from '../../text';
import { UnwritableFileError } from './unwritable';

/** A new value of a member; undefined = it is taken out. */
export type JsonChange = readonly [key: string, value: unknown];

/**
 * Change members of an object in a JSON text, each where it stands; new ones
 * come last. All else stays as it is, byte by byte.
 *
 * @param within - keys from the top to the object; none = the top
 * @throws UnwritableFileError - no JSON, or no such object
 */
export function patchJson(
  text: string,
  within: readonly string[],
  changes: readonly JsonChange[],
  path: string,
  trans: ITranslator
): string {
  let bytes: Uint8Array = new TextEncoder().encode(text);
  const find = () => {
    const json = new JsonOffsets(bytes, trans);
    const range = objectAt(json, within);
    if (!range) {
      throw notJson(path, trans);
    }
    return { json, range };
  };
  try {
    find();
    for (const change of changes) {
      const { json, range } = find();
      bytes = patchOne(bytes, json, range, change);
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw error instanceof NotebookSyntaxError ? notJson(path, trans) : error;
  }
}

function notJson(path: string, trans: ITranslator): UnwritableFileError {
  return new UnwritableFileError(
    trans.__(
      '%1 was left as it is: it is not valid JSON. Mend it, or remove it, and save again.',
      path
    )
  );
}

function objectAt(json: JsonOffsets, within: readonly string[]): IRange | null {
  let range: IRange = json.root;
  for (const key of within) {
    const member =
      json.kind(range) === 'object'
        ? json.members(range).items.find(one => one.key === key)
        : undefined;
    if (!member) {
      return null;
    }
    range = member.value;
  }
  return json.kind(range) === 'object' ? range : null;
}

function patchOne(
  bytes: Uint8Array,
  json: JsonOffsets,
  range: IRange,
  [key, value]: JsonChange
): Uint8Array {
  const members = json.members(range);
  const outer = lineBefore(bytes, members.close);
  const written = styleOf(bytes, json.members(json.root));
  const style = { ...written, indent: written.indent || '  ' };
  const index = members.items.findIndex(one => one.key === key);
  if (index >= 0 && value !== undefined) {
    const { start, end } = members.items[index].value;
    const line = lineBefore(bytes, members.items[index].start);
    return applyEdits(bytes, [
      { start, end, text: writeJson(value, style, line) }
    ]);
  }
  if (index < 0 && value === undefined) {
    return bytes;
  }
  const lineEnd = /\r\n/.test(new TextDecoder().decode(bytes.slice(0, 1000)))
    ? '\r\n'
    : '\n';
  const outerLine = outer || lineEnd;
  return applyEdits(
    bytes,
    editItems(
      bytes,
      members,
      new Set(value === undefined ? [index] : []),
      value === undefined
        ? null
        : {
            index: members.items.length,
            write: line =>
              `${JSON.stringify(key)}:${style.colon}${writeJson(value, style, line)}`
          },
      { inner: outerLine + style.indent, outer: outerLine }
    )
  );
}
