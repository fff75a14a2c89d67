import { isAlias, isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import type { Document } from 'yaml';
import { mistakeOf, parseOneYaml } from '../../yamlText';
import type { SourceFindings } from './sourceFindings';
import type { ISourceDocument, SourcePath } from './sourceNode';
import { SourceNode } from './sourceNode';
import { isTooLong, LONGEST_YAML } from './tooLong';

/**
 * More references to other parts of a document than this are an attack, or a
 * program's: each of them is searched for.
 */
const MOST_ALIASES = 100;

/** YAML, and where its values stand. */
class YamlDocument implements ISourceDocument {
  constructor(
    readonly value: unknown,
    private readonly _document: Document.Parsed,
    private readonly _text: string
  ) {}

  lineAt(path: SourcePath): number | undefined {
    let node: unknown = this._document.contents;
    let at = isNode(node) ? node.range?.[0] : undefined;
    for (const part of path) {
      if (isAlias(node)) {
        node = node.resolve(this._document);
      }
      if (isMap(node) && typeof part === 'string') {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === part
        );
        at = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
        node = pair?.value;
      } else if (isCollection(node) && typeof part === 'number') {
        const item: unknown = node.items[part];
        node = isPair(item) ? item.value : item;
        at = isNode(node) ? node.range?.[0] : undefined;
      } else {
        // A single value that counts as a list of one.
        return this._lineOf(at);
      }
    }
    return this._lineOf(at);
  }

  private _lineOf(at: number | undefined): number | undefined {
    return at === undefined
      ? undefined
      : this._text.slice(0, at).split('\n').length;
  }
}

function hasManyAliases(text: string): boolean {
  const alias = /(?:^|[\s,[{:-])\*[^\s*]/g;
  let count = 0;
  while (alias.exec(text)) {
    count++;
    if (count > MOST_ALIASES) {
      return true;
    }
  }
  return false;
}

/**
 * The fields of a YAML text; null, and a finding, where there are none. All
 * plain values are the text that stands there (YAML's failsafe schema), so that
 * version `1.10` does not become 1.1; what stands for "nothing" is null.
 */
export function readYaml(
  text: string,
  findings: SourceFindings
): SourceNode | null {
  if (isTooLong(text, findings, LONGEST_YAML)) {
    return null;
  }
  const { path, trans } = findings;
  const document = parseOneYaml(text, {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false
  });
  if (!document || document.errors.length > 0) {
    const line = document ? mistakeOf(document, text) : undefined;
    findings.add(
      'yaml',
      'warning',
      line === undefined
        ? trans.__('%1 was not used: it is not valid YAML.', path)
        : trans.__(
            '%1 was not used: line %2 is not valid YAML. Mend it, and reload.',
            path,
            line
          ),
      () => line
    );
    return null;
  }
  const value = hasManyAliases(text) ? null : valueOf(document);
  const root = new SourceNode(
    value,
    findings,
    new YamlDocument(value, document, text)
  );
  if (!root.isObject) {
    findings.add(
      'fields',
      'warning',
      trans.__('%1 was not used: it has no fields.', path)
    );
    return null;
  }
  return root;
}

/** Null also where aliases stand for more than a file can mean. */
function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({
      reviver: (_key: unknown, value: unknown) =>
        typeof value === 'string' && /^(?:~|null|)$/i.test(value) ? null : value
    });
  } catch {
    return null;
  }
}
