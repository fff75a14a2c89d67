/**
 * Something that code uses and never imports: a library imports it by itself,
 * or runs it as a program. The tables beside list them.
 */
export interface INeed {
  /** Top-level modules, or dotted ones, of which one has to be imported; none = whatever is imported. */
  readonly modules: readonly string[];
  /** What has to be seen in a statement, its strings replaced by `\u0001`; absent = the import is enough. */
  readonly code?: RegExp;
  /** What has to be seen in a string of that statement, quotes included. */
  readonly literal?: RegExp;
  /** What must not be seen in one. */
  readonly notLiteral?: RegExp;
  /** What has to be seen in a line for IPython or the shell, as `%matplotlib widget`. */
  readonly line?: RegExp;
  /** Distributions that serve it, of which one is enough; the first is the one to recommend. */
  readonly distributions?: readonly string[];
  /** Packages of Ubuntu 24.04 (Binder's system) for apt.txt. */
  readonly apt?: readonly string[];
  /** Nothing that can be installed helps: how Binder is without it. */
  readonly impossible?: 'screen' | 'sound';
  /** What happens without, as the library says it. */
  readonly evidence: string;
}
