import { cleanLine, cleanText } from '../clean';
import { htmlToText, stripTags } from '../plainText';
import { shown, SourceFindings } from './sourceFindings';

/** Keys and indices from the top of a document to a value. */
export type SourcePath = readonly (string | number)[];

/** A document that was parsed, and where its values stand. */
export interface ISourceDocument {
  readonly value: unknown;
  /** The line (from 1) of a value; undefined where it cannot be told. */
  lineAt(path: SourcePath): number | undefined;
}

/** Halves of characters, which no server and no file takes. */
const HALVES = /\p{Surrogate}/gu;

/** A text in whole characters only. */
export function wellFormed(text: string): string {
  return text.replace(HALVES, '\ufffd');
}

/**
 * A value in a file that somebody else wrote, with all that a reader asks of
 * it. A value of another type than was asked for gives nothing, and is told.
 */
export class SourceNode {
  constructor(
    readonly value: unknown,
    readonly findings: SourceFindings,
    private readonly _document: ISourceDocument,
    private readonly _path: SourcePath = []
  ) {}

  /** Whether nothing is there. */
  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  get isObject(): boolean {
    const { value } = this;
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** The keys of an object, in their order. */
  get keys(): string[] {
    return this.isObject ? Object.keys(this.value as object) : [];
  }

  /** As a message names it: `creators 2 orcid`. */
  get name(): string {
    return shown(
      this._path
        .map(part => (typeof part === 'number' ? part + 1 : wellFormed(part)))
        .join(' ')
    );
  }

  /** A member of an object; missing where it has none, or is no object. */
  get(key: string): SourceNode {
    const { value } = this;
    const has = this.isObject && Object.hasOwn(value as object, key);
    const member = has ? (value as Record<string, unknown>)[key] : undefined;
    return new SourceNode(member, this.findings, this._document, [
      ...this._path,
      key
    ]);
  }

  /** The first of some members that is there. */
  any(...keys: readonly [string, ...string[]]): SourceNode {
    const members = keys.map(key => this.get(key));
    return members.find(member => !member.isMissing) ?? members[0];
  }

  /** The elements of a list; a single value counts as a list of one. */
  items(): SourceNode[] {
    const { value } = this;
    if (!Array.isArray(value)) {
      return this.isMissing || value === '' ? [] : [this];
    }
    return value.map(
      (one: unknown, index) =>
        new SourceNode(one, this.findings, this._document, [
          ...this._path,
          index
        ])
    );
  }

  /** The same place with another value: a part of the text that stands there. */
  sayingInstead(value: string): SourceNode {
    return new SourceNode(value, this.findings, this._document, this._path);
  }

  /** Text of several lines; '' where there is none. Numbers are their digits. */
  text(): string {
    return cleanText(wellFormed(this._scalar()));
  }

  /** Text of one line. */
  line(): string {
    return cleanLine(wellFormed(this._scalar()));
  }

  /** Text of one line without HTML, for what is shown as it stands. */
  plain(): string {
    const line = this.line();
    return line === stripTags(line) ? line : cleanLine(htmlToText(line));
  }

  /** Say that it could not be made anything of. */
  complain(): void {
    const { path, trans } = this.findings;
    this.tell(
      'not-understood',
      'warning',
      trans.__(
        '“%1” in %2 could not be understood, and was not used.',
        this.name,
        path
      )
    );
  }

  /** Say that there is no place for it. */
  tellUnused(): void {
    const { path, trans } = this.findings;
    this.tell(
      'not-used',
      'info',
      trans.__('“%1” in %2 was not used.', this.name, path)
    );
  }

  /** Say something about it. */
  tell(name: string, severity: 'info' | 'warning', message: string): void {
    this.findings.add(name, severity, message, () =>
      this._document.lineAt(this._path)
    );
  }

  /** Tell of the members that nobody asks for. */
  tellOthers(known: ReadonlySet<string>): void {
    for (const key of this.keys) {
      if (!known.has(key) && !this.get(key).isMissing) {
        this.get(key).tellUnused();
      }
    }
  }

  private _scalar(): string {
    const { value } = this;
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
      case 'boolean':
        return String(value);
      default:
        if (!this.isMissing) {
          this.complain();
        }
        return '';
    }
  }
}
