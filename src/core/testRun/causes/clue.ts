/** What the words of an error say, before anything else is looked at. */

/** What a message is about. */
export type ClueKind =
  /** A module that was not found. */
  | 'module'
  /** A distribution that a library asks for. */
  | 'distribution'
  /** `from . import x` in a notebook. */
  | 'relative'
  /** Something that a module does not have (any more, or yet). */
  | 'member'
  | 'file'
  | 'name'
  | 'python-2'
  | 'syntax'
  | 'library'
  | 'program'
  | 'magic'
  | 'screen'
  | 'input'
  | 'variable'
  | 'network'
  /** The address answers, and refuses. */
  | 'address'
  | 'memory';

/** A clue. */
export interface IClue {
  readonly kind: ClueKind;
  /** What it is about: a module, a path, a name; '' = nothing. At most 300 characters, on one line. */
  readonly subject: string;
  /** Of `member`: what the module lacks. */
  readonly member: string;
}

/** A row of the table: an error that says what the matter is. */
export interface IErrorRule {
  readonly kind: ClueKind;
  /** The error's name; absent = any. */
  readonly error?: RegExp;
  /** In its message. The groups `subject` and `member` are what it is about. */
  readonly message?: RegExp;
  /** In its traceback, to tell it from others with the same message. */
  readonly traceback?: RegExp;
  /** The subject, where the message does not hold it as it has to be. */
  readonly subject?: string;
  /** Who says so. */
  readonly source: string;
}

/** Characters of a message or traceback that are looked at; more is data. */
export const LONGEST_TEXT = 20_000;

/** Characters of a subject. */
export const LONGEST_SUBJECT = 300;
