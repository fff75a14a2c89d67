import { IToken } from './token';
import { IValue } from './value';

/** A walk over the tokens of a piece of code, as a dialect sees it. */
export interface IWalker {
  /** The index of the next token. */
  index: number;
  /** The token that comes `ahead` tokens after the next one. */
  peek(ahead?: number): IToken | undefined;
  /** Whether the next token is this operator or name. */
  is(text: string, ahead?: number): boolean;
  /** Read an expression up to a comma, a closing bracket or the end of the statement. */
  expression(): IValue;
  /** Say that nobody took a value. */
  loose(value: IValue, at?: number): void;
}

/** An argument of a call. */
export interface IArgument {
  /** Its name, where it is given by name. */
  readonly name: string | null;
  readonly value: IValue;
  /** A name alone, as in `library(dplyr)`. */
  readonly bare: string | null;
  /** The call took it: it is no loose literal any more. */
  taken: boolean;
}

/** A call. */
export interface ICall {
  /** The last name of what is called: `read_csv`. */
  readonly name: string;
  /** What stands before it: `pd`, '' for nothing; `?` for an expression. */
  readonly owner: string;
  /** The value before the last dot. */
  readonly receiver: IValue;
  readonly args: readonly IArgument[];
  /** Offset in the source. */
  readonly at: number;
}

/** What differs from language to language. */
export interface IDialect {
  /** Read a statement that is no expression; false if it is none. */
  statement(walker: IWalker): boolean;
  /** The value of a call; takes the arguments that it understands. */
  call(call: ICall): IValue;
  /** The value of `receiver.name`. */
  attribute(receiver: IValue, name: string): IValue;
  /** The value of a name. */
  lookup(name: string): IValue;
  /** Nobody took the value of a literal. */
  loose(value: IValue, at: number): void;
  /** The value of a string's tokens. */
  text(token: IToken): IValue;
  /** The operator that puts texts together. */
  readonly concatenates: string;
  /** Statements stand in braces. */
  readonly hasBlocks: boolean;
  /** Names that are no values. */
  readonly keywords: ReadonlySet<string>;
}
