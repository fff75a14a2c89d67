/** What is known beside the files, for better findings and fixes. */

/** A notebook of the bundle, by what its metadata say. */
export interface INotebookKernel {
  readonly path: string;
  /** `python`, `R`, `julia`; as in `language_info.name` or `kernelspec.language`. '' where it says nothing. */
  readonly language: string;
  /** `kernelspec.name`; '' where it says nothing. */
  readonly kernelName: string;
  /** Of Python: `3.12` or `3.12.4`, as in `language_info.version`. */
  readonly pythonVersion?: string | null;
}

/** What is known beside the bundle's files; each is optional. */
export interface IBinderOptions {
  /** The kernel's Python, `x.y`. */
  readonly python?: string | null;
  /** Versions of the installed distributions, by normalised name (PEP 503). */
  readonly versions?: ReadonlyMap<string, string>;
  /** Paths, in the bundle, of the project's files that are left out of it. */
  readonly leftOut?: readonly string[];
  /** Today, as `yyyy-mm-dd`, for a snapshot of R's packages. */
  readonly today?: string;
  /** The notebooks of the bundle. */
  readonly notebooks?: readonly INotebookKernel[];
}

/** `x.y` of a version; null where there are not two numbers. */
export function minorOf(version: string | null | undefined): string | null {
  return /^\d+\.\d+(?![\d])/.exec(version ?? '')?.[0] ?? null;
}
