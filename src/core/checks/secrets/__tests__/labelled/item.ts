/** The kinds of place in which a labelled text stands. */
export type Kind =
  | 'code'
  | 'markdown'
  | 'stream'
  | 'result'
  | 'html'
  | 'traceback'
  | 'metadata'
  | 'json'
  | 'yaml'
  | 'env'
  | 'toml'
  | 'csv'
  | 'log'
  | 'script-py'
  | 'script-r'
  | 'script-jl'
  | 'script-m'
  | 'script-js'
  | 'shell'
  | 'lock'
  | 'name';

/** A text, and the rules that should find something in it. */
export interface IItem {
  /** Stable over time: by it the set is split. */
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  /** The rules that should find something; none: innocent. */
  readonly expected: readonly string[];
}
