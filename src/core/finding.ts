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

/** One result of a check. */
export interface IFinding {
  /** Kind of the finding, stable over time: `environment.none`, `metadata.title.short`. */
  readonly id: string;
  readonly severity: Severity;
  readonly section: Section;
  /** The user's text, already translated. */
  readonly message: string;
  readonly place?: IPlace;
}

/** Findings in the order in which they are shown: the worst first, else as found. */
export function bySeverity(findings: readonly IFinding[]): IFinding[] {
  const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
