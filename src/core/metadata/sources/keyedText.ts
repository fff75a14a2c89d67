import type { SourceFindings } from './sourceFindings';
import {
  type ISourceDocument,
  SourceNode,
  type SourcePath
} from './sourceNode';
import { isTooLong } from './tooLong';

/** Keys with texts, in sections, and the line of each. */
class KeyedText implements ISourceDocument {
  readonly value: Record<string, Record<string, string>> = Object.create(
    null
  ) as Record<string, Record<string, string>>;

  lineAt(path: SourcePath): number | undefined {
    return this._lines.get(path.slice(0, 2).join('\n'));
  }

  set(section: string, key: string, text: string, line: number): void {
    const table = (this.value[section] ??= Object.create(null) as Record<
      string,
      string
    >);
    table[key] = text;
    this._lines.set([section, key].join('\n'), line);
  }

  private readonly _lines = new Map<string, number>();
}

/** How a format of keys and texts is written. */
export interface IKeyedFormat {
  /** Matches the line on which a key begins: the key, and the text after it. */
  readonly key: RegExp;
  /** What keys are compared by. */
  readonly isCaseless: boolean;
  /** Lines that begin with one of these are comments. */
  readonly comments: string;
}

/** `setup.cfg`: INI as Python's configparser reads it. */
export const iniFormat: IKeyedFormat = {
  key: /^([^\s=:[][^=:]*)[=:](.*)$/,
  isCaseless: true,
  comments: '#;'
};

/** R's DESCRIPTION: a record in Debian's control format. */
export const controlFormat: IKeyedFormat = {
  key: /^([^\s:][^:]*):(.*)$/,
  isCaseless: false,
  comments: '#'
};

/** `.git/config`: keys are indented. */
export const gitFormat: IKeyedFormat = {
  key: /^\s*([\w-]+) *=(.*)$/,
  isCaseless: true,
  comments: '#;'
};

/**
 * The sections of a text; keys before the first one are in section ''. Lines
 * that are indented belong to the key before them.
 */
export function readKeyed(
  text: string,
  format: IKeyedFormat,
  findings: SourceFindings
): SourceNode | null {
  if (isTooLong(text, findings)) {
    return null;
  }
  const document = new KeyedText();
  let section = '';
  let key = '';
  let line = 0;
  let parts: string[] = [];
  const end = () => {
    if (key) {
      document.set(section, key, parts.join('\n').trim(), line);
    }
    key = '';
  };
  text.split(/\r?\n/).forEach((written, index) => {
    if (written.trim() && format.comments.includes(written.trim()[0])) {
      return;
    }
    const header = /^\[([^\]]*)\]\s*$/.exec(written.trim());
    const match = format.key.exec(written);
    if (header) {
      end();
      section = header[1].trim();
    } else if (match) {
      end();
      const name = match[1].trim();
      key = format.isCaseless ? name.toLowerCase() : name;
      line = index + 1;
      parts = [match[2]];
    } else if (/^\s+\S/.test(written) && key) {
      parts.push(written.trim());
    }
  });
  end();
  return new SourceNode(document.value, findings, document);
}
