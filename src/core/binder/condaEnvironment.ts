/** `environment.yml`, as repo2docker reads it (`buildpacks/conda/__init__.py`). */
import { Document, isAlias, isMap, isScalar, isSeq, Node, YAMLMap } from 'yaml';

import { IBundleText } from './bundleText';
import { IListItem } from './listItem';
import { ofMajor } from './pythonVersion';
import { parseYaml } from '../yamlText';

/** What an environment.yml says. */
export interface ICondaEnvironment {
  /** What repo2docker understands of Python: `x.y`; null where it takes its default. */
  readonly python: string | null;
  /** The dependency by which it understands that. */
  readonly pythonItem: IListItem | null;
  /** A dependency on Python which repo2docker does not understand. */
  readonly unread: IListItem | null;
  /** The list of dependencies without those for pip. */
  readonly dependencies: readonly IListItem[];
  /** What pip is to install. */
  readonly pip: readonly IListItem[];
  readonly channels: readonly IListItem[];
  /** `prefix`, if it is there: the whole line. */
  readonly prefix: IListItem | null;
}

/* repo2docker's own pattern: `=` and `==` only, at the beginning. */
const PYTHON = /^python\s*=+\s*([\d.]*)/;
const IS_PYTHON = /^(?:[^\s:]+::)?python(?![\w.-])./;

const read = new WeakMap<IBundleText, ICondaEnvironment | null>();

/** Read an environment.yml, each one once; see `parseCondaEnvironment`. */
export function environmentOf(file: IBundleText): ICondaEnvironment | null {
  let environment = read.get(file);
  if (environment === undefined) {
    environment = parseCondaEnvironment(file.text);
    read.set(file, environment);
  }
  return environment;
}

/**
 * Read an environment.yml. An empty one is fine: it asks for the base
 * environment.
 *
 * @returns null if it is not YAML, or not a mapping with a list of dependencies.
 */
export function parseCondaEnvironment(text: string): ICondaEnvironment | null {
  const documents = parseYaml(text);
  const [document] = documents ?? [];
  if (!documents || documents.length > 1 || document?.errors.length) {
    return null;
  }
  const contents = document?.contents ?? null;
  const nothing = contents === null || (isScalar(contents) && contents.value === null); // prettier-ignore
  if (!nothing && !isMap(contents)) {
    return null;
  }
  const map = nothing ? null : (contents as YAMLMap);
  const list = map?.has('dependencies')
    ? resolved(map.get('dependencies', true), document)
    : undefined;
  if (list !== undefined && !isSeq(list)) {
    return null;
  }
  const nodes = (list?.items ?? []).map(item => resolved(item, document));
  const pip = pipItems(nodes, document, text);
  if (!pip) {
    return null;
  }
  const dependencies = itemsOf(nodes, text);
  const pythonItem = dependencies.find(({ text: one }) => PYTHON.test(one));
  const version = PYTHON.exec(pythonItem?.text ?? '')?.[1];
  const channels = resolved(map?.get('channels', true), document);
  return {
    python: version === undefined ? null : minorVersion(version),
    pythonItem: pythonItem ?? null,
    unread: pythonItem
      ? null
      : (dependencies.find(({ text: one }) => IS_PYTHON.test(one)) ?? null),
    dependencies,
    pip,
    channels: isSeq(channels) ? itemsOf(channels.items, text) : [],
    prefix: prefixOf(map, text)
  };
}

function resolved(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The last list for pip counts; null if something in it is no text. */
function pipItems(
  nodes: readonly unknown[],
  document: Document.Parsed,
  text: string
): IListItem[] | null {
  const lists = nodes.flatMap(node => {
    const list = isMap(node) ? resolved(node.get('pip', true), document) : null;
    return isSeq(list) ? [list.items] : [];
  });
  const last = lists[lists.length - 1] ?? [];
  return last.every(one => isScalar(one) && typeof one.value === 'string')
    ? itemsOf(last, text)
    : null;
}

/** Those entries of a list that are texts, with their places. */
function itemsOf(nodes: readonly unknown[], text: string): IListItem[] {
  const seen = new Set<number>();
  const lineOf = lineCounter(text);
  return nodes.flatMap(node => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) {
      return [];
    }
    const [start, end] = node.range;
    // An alias stands for an entry that was there before.
    if (seen.has(start)) {
      return [];
    }
    seen.add(start);
    const line = wholeLine(text, start, end);
    const before = text.slice(line.start, start);
    const after = text.slice(end, line.end);
    const isAlone =
      nodes.length > 1 &&
      /^\s*-\s+$/.test(before) &&
      /^\s*(?:#[^\n]*\n?)?$/.test(after);
    return [
      {
        text: node.value,
        line: lineOf(start),
        start,
        end,
        isSimple: node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED',
        removable: isAlone ? line : null
      }
    ];
  });
}

function prefixOf(map: YAMLMap | null, text: string): IListItem | null {
  const pair = map?.items.find(
    ({ key }) => isScalar(key) && key.value === 'prefix'
  );
  const range = (pair?.key as Node | undefined)?.range;
  if (!map || !range) {
    return null;
  }
  const end = (pair?.value as Node | null | undefined)?.range?.[1] ?? range[1];
  const line = wholeLine(text, range[0], end);
  const isAlone = !map.flow && line.start === range[0] && map.items.length > 1;
  return {
    text: text.slice(range[0], end),
    line: lineCounter(text)(range[0]),
    start: range[0],
    end,
    isSimple: true,
    removable: isAlone ? line : null
  };
}

function wholeLine(
  text: string,
  start: number,
  end: number
): { start: number; end: number } {
  const next = text.indexOf('\n', end);
  return {
    start: text.lastIndexOf('\n', start - 1) + 1,
    end: next === -1 ? text.length : next + 1
  };
}

/** The line (from 1) of places in a text that are asked for in their order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return at => {
    for (
      let end = text.indexOf('\n', counted);
      end !== -1 && end < at;
      end = text.indexOf('\n', counted)
    ) {
      line++;
      counted = end + 1;
    }
    return line;
  };
}

/** `3.12.1` becomes `3.12`, `3` repo2docker's default; null for no number. */
function minorVersion(version: string): string | null {
  const parts = version.split('.');
  return parts.length === 1
    ? (ofMajor(version) ?? (version || null))
    : parts.slice(0, 2).join('.');
}
