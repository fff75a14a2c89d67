import { Language } from '../moduleUse';

/** Stands in a text for what only a run can say. Cut from the code's own strings. */
export const HOLE = '\u0000';

/** A piece of a string literal: text, or code whose value is put in. */
export type StringPart = string | { readonly code: string };

/** One token of Python, R or Julia, as far as reading without a kernel needs it. */
export interface IToken {
  readonly kind:
    | 'name'
    | 'number'
    | 'string'
    | 'operator'
    | 'newline'
    /** A line for IPython or IJulia: `%run x.py`, `!ls`, `]add X`. */
    | 'magic';
  /** The text of a name, an operator or a magic; '' for the others. */
  readonly text: string;
  /** Offset in the source. */
  readonly at: number;
  /** Offset behind the token. */
  readonly end: number;
  /** White space before it, if it is the first one of a line; else -1. */
  readonly indent: number;
  /** What a string says. */
  readonly parts?: readonly StringPart[];
}

/** The tokens of a piece of code. */
export interface ITokens {
  readonly tokens: readonly IToken[];
  /** It is no complete code: a bracket or a string is left open, or closed too often. */
  readonly isBroken: boolean;
}

/** How code is cut into tokens. */
export interface ITokenOptions {
  readonly language: Language;
  /** It is a cell: lines of IPython or IJulia can be in it. */
  readonly isCell: boolean;
}
