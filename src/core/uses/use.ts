import type { IPlanEntry } from '../bundle/entry';
import type { IFinding, IPlace } from '../finding';
import type { Manager, Sureness } from './code/note';
import type { UseKind } from './fileNames';
import type { IModuleUse } from './moduleUse';
import type { FarKind } from './where';

/** What is the matter with a file that code uses. */
export type UseState =
  /** It goes into the bundle. */
  | 'included'
  /** It is there, but the plan leaves it out. */
  | 'left-out'
  /** It goes into a record of the data, from where a cell fetches it. */
  | 'elsewhere'
  | 'missing'
  /** It lies outside of the bundle's top folder: elsewhere nobody has it. */
  | 'outside'
  /** A notebook makes it. */
  | 'written'
  /** Its name is put together, or it is made, while the notebook runs. */
  | 'unclear';

/** A file that a notebook, or code that it runs, uses. */
export interface IFileUse {
  /**
   * Path in the bundle; as written where the file lies outside. A `…` stands
   * for what only a run can say.
   */
  readonly path: string;
  /** The path of the selected notebook that uses it, itself or by its modules. */
  readonly notebook: string;
  /** Notebook and cell, or module and line. */
  readonly place: IPlace;
  /** `high`: in a call that reads files, an import, an image. `low`: a text that looks like a path. */
  readonly sure: Sureness;
  readonly kind: UseKind;
  readonly state: UseState;
  /** For `outside`: what keeps it from being found elsewhere. */
  readonly far?: FarKind;
  /** For `missing` and `outside`: a file of the project that may be meant. */
  readonly near?: string;
  /** For `unclear`: the folder in which it lies, and the files there that may be meant. */
  readonly folder?: string;
  readonly candidates?: readonly string[];
  /** The path is written with `\`, which only Windows understands. */
  readonly hasBackslash?: boolean;
  /** All files that match a pattern. */
  readonly isPattern?: boolean;
}

/** Why an address may not work for others. */
export type UrlFlag =
  /** Signed for a time, or with a key in it. */
  | 'expires'
  /** A machine of an own network. */
  | 'private'
  /** The user's own machine. */
  | 'local'
  /** A file of this machine, written as an address. */
  | 'file'
  /** Google Drive: a page, not a file. */
  | 'drive'
  /** Dropbox: a page, not a file. */
  | 'dropbox'
  /** A service whose port Binder does not let out. */
  | 'blocked';

/** An address in code or Markdown. */
export interface IUrlUse {
  /** Without its query, a password and what follows `#`: these can hold keys. */
  readonly url: string;
  readonly place: IPlace;
  readonly flags: readonly UrlFlag[];
}

/** A program that notebooks start. */
export interface IProgramUse {
  readonly name: string;
  readonly places: readonly IPlace[];
}

/** A requirement that a notebook installs while it runs. */
export interface IDeclaredRequirement {
  readonly manager: Manager;
  /** As written, without its version. */
  readonly name: string;
  /** As written: `>=1.2`; '' where none is asked for. */
  readonly version: string;
  /** The whole requirement as written; passwords in addresses are cut. */
  readonly text: string;
  readonly place: IPlace;
}

/** All that notebooks use, as far as can be told without running them. */
export interface IUses {
  /** Modules that the environment must have. Not those of the project itself. */
  readonly modules: readonly IModuleUse[];
  /** Modules of the project: their files are among `files`. */
  readonly localModules: readonly IModuleUse[];
  readonly files: readonly IFileUse[];
  readonly urls: readonly IUrlUse[];
  readonly programs: readonly IProgramUse[];
  readonly declared: readonly IDeclaredRequirement[];
  readonly findings: readonly IFinding[];
  /**
   * What to put into the plan with `withEntries`: files that are there and
   * that nobody decided to leave out, with the reason "read by analysis.ipynb".
   */
  readonly proposedEntries: readonly IPlanEntry[];
}
