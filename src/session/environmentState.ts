import type { ICoverage } from '../core/environment/coverage/coverage';

/** What Binder will start, and what the notebooks need of it. */
export interface IEnvironmentState {
  /** The file that Binder will use, or null. */
  readonly file: string | null;
  /** Version of Python (`3.12`) that Binder will start, where it is known. */
  readonly pythonVersion: string | null;
  /** Number of packages the environment file names, where it can be counted. */
  readonly packages: number | null;
  /** Binder will accept the bundle. */
  readonly accepted: boolean;
  /** What the notebooks import, and what installs it; null = not known yet. */
  readonly coverage: ICoverage | null;
  /**
   * - `possible`, `not-possible`: whether a kernel can be read
   * - `reading`: it is being read
   * - `added`: files were made from it
   * - `read`: it was read, and the project's own environment file stays
   */
  readonly capture: 'possible' | 'reading' | 'added' | 'read' | 'not-possible';
  /** Files made from the kernel, in the order of their names. */
  readonly generated: readonly IGeneratedView[];
  /** The notebook whose kernel would be read. */
  readonly notebook: string | null;
  /** Lock files of the bundle that Binder does not read, and that can be turned into what it reads. */
  readonly lockFiles: readonly string[];
}

/** An environment file that is made here: it goes into the bundle, and on request into the folder. */
export interface IGeneratedView {
  /** Path in the bundle. */
  readonly path: string;
  readonly text: string;
  /** The user changed it. The next reading of the kernel keeps the changes. */
  readonly edited: boolean;
  /** A file with this text is in the user's folder. */
  readonly saved: boolean;
}
