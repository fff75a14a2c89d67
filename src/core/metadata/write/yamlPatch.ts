import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  type YAMLSeq
} from 'yaml';

/** A new value of a key at the top; undefined = it is taken out. */
export type YamlChange = readonly [key: string, value: unknown];

/** How values are written: as other programs read them, too, which take `No` for false. */
const STYLE = {
  lineWidth: 0,
  compat: 'yaml-1.1',
  verifyAliasOrder: false
} as const;

/** A map in block style, as people write it; null for another document. */
function blockMap(document: Document.Parsed): YAMLMap | null {
  const { contents } = document;
  return isMap(contents) && !contents.flow ? (contents as YAMLMap) : null;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** A pair as it stands in a file of its own. */
function rendered(key: string, value: unknown, indentSeq: boolean): string {
  const document = new Document(new YAMLMap(), STYLE);
  document.set(key, value);
  return document.toString({ ...STYLE, indentSeq });
}

/** Whether a value stands on the line of its key, so that it alone can be replaced. */
function isInline(
  value: unknown
): value is Scalar & { range: [number, number, number] } {
  return (
    isScalar(value) &&
    value.type !== Scalar.BLOCK_FOLDED &&
    value.type !== Scalar.BLOCK_LITERAL &&
    !value.anchor &&
    !value.tag &&
    Boolean(value.range && value.range[1] > value.range[0])
  );
}

/** Lists stand below their keys with the indentation that they have in the file. */
function indentsLists(text: string, map: YAMLMap): boolean {
  const list = map.items
    .map(({ value }) => value)
    .find((value): value is YAMLSeq => isSeq(value) && !value.flow);
  const at = list?.range?.[0];
  return at === undefined || text[at - 1] !== '\n';
}

/** Replace one value of a map in block style in the text. */
function patchOne(text: string, [key, value]: YamlChange): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const map = blockMap(document);
  const pair = map?.items.find(one => keyOf(one) === key);
  if (!pair && value === undefined) {
    return text;
  }
  const lists = map === null || indentsLists(text, map);
  if (!pair) {
    // A document of which all was taken out is empty, and no map.
    const end = map?.range?.[2] ?? text.length;
    const before = text.slice(0, end);
    const line = before === '' || before.endsWith('\n') ? '' : '\n';
    return `${before}${line}${rendered(key, value, lists)}${text.slice(end)}`;
  }
  const old = pair.value;
  if (isInline(old) && typeof value === 'string' && !value.includes('\n')) {
    const [start, end] = old.range;
    const inline = rendered(key, value, lists).slice(`${key}: `.length, -1);
    if (!inline.includes('\n')) {
      return text.slice(0, start) + inline + text.slice(end);
    }
  }
  const start = (pair.key as Scalar).range?.[0] ?? 0;
  const ends = (old as Scalar | null)?.range?.[2] ?? start + key.length + 1;
  // An empty value ends before its line does.
  const rest = /^[^\S\n]*\n/.exec(text.slice(ends))?.[0].length ?? 0;
  const end = text[ends - 1] === '\n' ? ends : ends + rest;
  return (
    text.slice(0, start) +
    (value === undefined ? '' : rendered(key, value, lists)) +
    text.slice(end)
  );
}

/**
 * Change keys at the top of a YAML document, each where it stands; new ones come
 * last. All else stays as it is, byte by byte: comments, order, quotes, line
 * ends. A document that is written as JSON is written anew.
 *
 * @param text - valid YAML with a map at the top
 * @param changes - texts as `cleanText` leaves them: not all blanks survive
 */
export function patchYaml(
  text: string,
  changes: readonly YamlChange[]
): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const isWindows = text.includes('\r\n');
  const plain = text.slice(mark.length).replace(/\r\n/g, '\n');
  const document = parseDocument(plain, { uniqueKeys: false });
  let patched = plain;
  if (blockMap(document)) {
    for (const change of changes) {
      patched = patchOne(patched, change);
    }
  } else if (changes.length > 0) {
    for (const [key, value] of changes) {
      if (value === undefined) {
        document.delete(key);
      } else {
        document.set(key, document.createNode(value));
      }
    }
    patched = document.toString(STYLE);
  }
  return mark + (isWindows ? patched.replace(/\n/g, '\r\n') : patched);
}
