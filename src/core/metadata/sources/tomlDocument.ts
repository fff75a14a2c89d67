import { parseToml } from '../../environment/toml';
import { TomlError } from '../../environment/tomlReader';
import type { SourceFindings } from './sourceFindings';
import {
  type ISourceDocument,
  SourceNode,
  type SourcePath
} from './sourceNode';
import { isTooLong } from './tooLong';

/** TOML. Where values stand is searched for in the text, by table and key. */
class TomlDocument implements ISourceDocument {
  constructor(
    readonly value: unknown,
    private readonly _text: string
  ) {}

  lineAt(path: SourcePath): number | undefined {
    const keys = path.filter(
      (part): part is string => typeof part === 'string'
    );
    const lines = this._text
      .split('\n')
      .map(line => line.replace(/["'\s]/g, ''));
    // The longest table that is in the text, and the key after it.
    for (let length = keys.length; length >= 0; length--) {
      const name = keys.slice(0, length).join('.');
      const at = lines.findIndex(
        line => line === `[${name}]` || line === `[[${name}]]`
      );
      if (at < 0 && length > 0) {
        continue;
      }
      const key = keys[length];
      const found = lines.findIndex(
        (line, index) =>
          index > at && key !== undefined && line.startsWith(`${key}=`)
      );
      return (found < 0 ? at : found) + 1 || undefined;
    }
    return undefined;
  }
}

/** The top table of a TOML text; null, and a finding, where it is none. */
export function readToml(
  text: string,
  findings: SourceFindings
): SourceNode | null {
  if (isTooLong(text, findings)) {
    return null;
  }
  const { path, trans } = findings;
  try {
    const value = parseToml(text);
    return new SourceNode(value, findings, new TomlDocument(value, text));
  } catch (error) {
    if (!(error instanceof TomlError)) {
      throw error;
    }
    findings.add(
      'toml',
      'warning',
      trans.__(
        '%1 was not used: line %2 is not valid TOML. Mend it, and reload.',
        path,
        error.line
      ),
      () => error.line
    );
    return null;
  }
}
