import { Language } from '../moduleUse';
import { CallNotes } from './callNotes';
import { ICall, IDialect, IWalker } from './dialect';
import { Walker } from './expressions';
import { Note } from './note';
import { IToken } from './token';
import { tokenize } from './tokenize';
import { IValue, concat, literal, unknown } from './value';

/** What R and Julia have in common: names that keep values, statements without indentation. */
export abstract class PlainReader implements IDialect {
  constructor(
    private readonly _language: Language,
    private readonly _isCell: boolean
  ) {}

  abstract readonly concatenates: string;
  abstract readonly hasBlocks: boolean;
  abstract readonly keywords: ReadonlySet<string>;
  abstract call(call: ICall): IValue;
  /** A statement of the language's own; false if none stands here. */
  protected abstract special(walker: IWalker): boolean;
  /** Look at all tokens before they are walked over. */
  protected abstract scan(tokens: readonly IToken[]): void;

  /** What the code says; names keep their values from cell to cell. */
  read(source: string): { notes: Note[]; isBroken: boolean } {
    const { tokens, isBroken } = tokenize(source, {
      language: this._language,
      isCell: this._isCell
    });
    this.notes = new CallNotes([]);
    this.scan(tokens);
    new Walker(tokens, this).run();
    return { notes: this.notes.notes, isBroken };
  }

  statement(walker: IWalker): boolean {
    const token = walker.peek();
    if (!token || this.special(walker)) {
      return token !== undefined;
    }
    const isEnd =
      token.kind === 'newline' ||
      token.kind === 'magic' ||
      (token.kind === 'operator' &&
        /^(?:[;:,=)\]}]|<<?-|->)$/.test(token.text));
    if (isEnd) {
      walker.index++;
      return true;
    }
    if (
      token.kind !== 'name' ||
      !['=', '<-', '<<-'].some(sign => walker.is(sign, 1))
    ) {
      return false;
    }
    walker.index += 2;
    const at = walker.peek()?.at ?? 0;
    const value = walker.expression();
    this.notes.loose({ ...value, isPath: false }, at);
    this.names.set(token.text, { ...value, isFresh: false });
    return true;
  }

  attribute(): IValue {
    return unknown;
  }

  lookup(name: string): IValue {
    return this.names.get(name) ?? unknown;
  }

  text(token: IToken): IValue {
    return (token.parts ?? []).reduce<IValue>(
      (value, part) =>
        concat(value, typeof part === 'string' ? literal(part) : { ...this.lookup(part.code), isList: false }), // prettier-ignore
      literal('')
    );
  }

  loose(value: IValue, at: number): void {
    this.notes.loose(value, at);
  }

  protected import(
    name: string,
    optional: boolean,
    at: number,
    level = 0
  ): void {
    const language = this._language;
    this.notes.notes.push({
      type: 'import',
      language,
      name,
      level,
      members: [],
      optional,
      at
    });
  }

  protected readonly names = new Map<string, IValue>();
  protected notes = new CallNotes([]);
}
