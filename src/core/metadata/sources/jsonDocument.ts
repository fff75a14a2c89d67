import {
  type IRange,
  JsonOffsets,
  NotebookSyntaxError
} from '../../notebook/jsonOffsets';
import type { SourceFindings } from './sourceFindings';
import type { ISourceDocument, SourcePath } from './sourceNode';
import { SourceNode } from './sourceNode';
import { isTooLong } from './tooLong';

/** JSON, and where its values stand. */
class JsonDocument implements ISourceDocument {
  constructor(private readonly _json: JsonOffsets) {
    this.value = _json.value(_json.root);
  }

  readonly value: unknown;

  lineAt(path: SourcePath): number | undefined {
    const json = this._json;
    let range: IRange = json.root;
    let start = range.start;
    for (const part of path) {
      const kind = json.kind(range);
      if (typeof part === 'number') {
        const item =
          kind === 'array' ? json.elements(range).items[part] : undefined;
        if (!item) {
          return undefined;
        }
        ({ value: range, start } = item);
      } else {
        // Of a key that is there twice the last one counts.
        const member =
          kind === 'object'
            ? json
                .members(range)
                .items.filter(({ key }) => key === part)
                .pop()
            : undefined;
        if (!member) {
          return undefined;
        }
        ({ value: range, start } = member);
      }
    }
    return lineOf(json.bytes, start);
  }
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) {
    line += bytes[i] === 0x0a ? 1 : 0;
  }
  return line;
}

/**
 * The object in a JSON text; null, and a finding, where there is none. A
 * byte-order mark before it is let pass.
 */
export function readJson(
  text: string,
  findings: SourceFindings
): SourceNode | null {
  if (isTooLong(text, findings)) {
    return null;
  }
  const { path, trans } = findings;
  let document: JsonDocument;
  try {
    document = new JsonDocument(
      new JsonOffsets(new TextEncoder().encode(text), trans)
    );
  } catch (error) {
    if (!(error instanceof NotebookSyntaxError)) {
      throw error;
    }
    findings.add(
      'json',
      'warning',
      trans.__(
        '%1 was not used: line %2 is not valid JSON. Mend it, and reload.',
        path,
        error.line
      ),
      () => error.line
    );
    return null;
  }
  const root = new SourceNode(document.value, findings, document);
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
