/** How much a finding matters: `error` = to fix, `warning` = to check, `info` = note. */
export type Severity = 'error' | 'warning' | 'info';

/** The section of the panel in which a finding is shown. */
export type Section =
  'contents' | 'environment' | 'metadata' | 'account' | 'publish';

/** Where a finding was made. Paths are relative to the bundle's root. */
export interface IPlace {
  readonly path?: string;
  /** Zero-based index of a notebook's cell. */
  readonly cell?: number;
  /** One-based line of a text file. */
  readonly line?: number;
  /** A field of the metadata form, in the server's notation (`metadata.title`). */
  readonly field?: string;
}

/** A change to a notebook's copy in the bundle; the user's own file stays as it is. */
export type CopyEdit =
  /** Leave out all outputs of a cell. */
  | { readonly kind: 'clear-outputs'; readonly cell: number }
  /** Leave out the saved state of the widgets. */
  | { readonly kind: 'drop-widget-state' }
  /** Name the kernel that Binder has. */
  | {
      readonly kind: 'set-kernel';
      readonly name: string;
      readonly displayName: string;
    }
  /** Put `***REMOVED***` in the place of all that a rule finds (see `checks/secrets`). */
  | { readonly kind: 'mask'; readonly key: string };

/** A link to another work, in the words of the site's vocabularies. */
export interface IWorkLink {
  readonly identifier: string;
  /** As `doi`, `url`. */
  readonly scheme: string;
  /** As `references`. */
  readonly relation: string;
  /** As `dataset`; '' = not known. */
  readonly resourceType: string;
}

/** A text file as it was, and as it becomes. `before` = null: it is new. */
export interface IFileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** What mends a finding. It is shown before it is done, and done by the session. */
export type Fix =
  /** Write a text file at a path of the bundle, and into the project folder; `also`: with others, without which it would be wrong. */
  | ({
      readonly kind: 'write-file';
      readonly also?: readonly IFileChange[];
    } & IFileChange)
  /** Take files into the bundle, or leave them out. */
  | { readonly kind: 'include'; readonly paths: readonly string[] }
  | { readonly kind: 'exclude'; readonly paths: readonly string[] }
  /** Change the copy of a notebook or text file. */
  | {
      readonly kind: 'edit-copy';
      readonly path: string;
      readonly edit: CopyEdit;
    }
  /** Read the environment from the notebook's kernel; what to do when it is busy. */
  | {
      readonly kind: 'capture';
      readonly whenBusy?: 'wait' | 'start-another';
    }
  /** Add links to the related works of the form, or take them out again. */
  | { readonly kind: 'add-works'; readonly works: readonly IWorkLink[] }
  | { readonly kind: 'remove-works'; readonly works: readonly IWorkLink[] };

/** A fix, and the words of its button (`Add to the files`), translated. */
export interface IFix {
  readonly label: string;
  readonly fix: Fix;
}

/** One result of a check. */
export interface IFinding {
  /** Kind of the finding, stable over time: `environment.none`, `metadata.title.short`. */
  readonly id: string;
  readonly severity: Severity;
  readonly section: Section;
  /** The user's text, already translated. */
  readonly message: string;
  readonly place?: IPlace;
  /** What it is about, as it stands there: at most 80 characters, secrets masked. */
  readonly excerpt?: string;
  /**
   * By what it is known again when the user has accepted or ignored it: a hash
   * of the rule and of what was found, never what was found itself.
   */
  readonly key?: string;
  /** It stops the upload until it is mended, or accepted with a reason. */
  readonly stops?: boolean;
  /** The first one is what most people want. */
  readonly fixes?: readonly IFix[];
}

/** Findings in the order in which they are shown: the worst first, else as found. */
export function bySeverity(findings: readonly IFinding[]): IFinding[] {
  const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
