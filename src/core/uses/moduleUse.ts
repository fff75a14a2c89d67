import type { IPlace } from '../finding';

/** The languages whose code is read without a kernel. */
export type Language = 'python' | 'R' | 'julia';

/** A module (package, library) that notebooks need, and every place that says so. */
export interface IModuleUse {
  /** As written, with its dots: `google.cloud.storage`. */
  readonly name: string;
  readonly language: Language;
  /** Notebook and cell, or local module and line; never empty. */
  readonly places: readonly IPlace[];
  /** Imported only where it is there: in a `try`, in a function, or as one of two alternatives. */
  readonly optional: boolean;
}
