import type { Layout } from '../../core/bundle/layouts';
import type { DataLicense } from '../dataState';

export interface IContentsActions {
  /** Look through the files again; what was ticked and typed stays. */
  reload(): Promise<void>;
  /** Stop looking through the files. */
  stopReading(): void;
  /** Tick or untick a file, or all files of a folder. `path` is within the bundle. */
  setIncluded(path: string, included: boolean): void;
  /** Open a file of the bundle in JupyterLab; a notebook at a cell (zero-based). */
  open(path: string, cell?: number): void;
  /** Choose the folder that becomes the top of the archive. */
  setRoot(folder: string): Promise<void>;
  /** Take in a file that lies above the root, at the top of the bundle; or leave it out again. */
  setAbove(path: string, included: boolean): void;
  setUsesGitignore(on: boolean): Promise<void>;
  setLayout(layout: Layout): void;
  setCrate(on: boolean): void;
  /** Ask the server for hidden files by the names that matter. */
  findHidden(): Promise<void>;
}

/** Data that are too much for Binder get a record of their own. */
export interface IDataActions {
  /** Part off these files, by path in the bundle, instead of any that were before. */
  split(paths: readonly string[]): Promise<void>;
  /** Take them all back to the notebooks. */
  join(): Promise<void>;
  /** The title of the data's record; '' = the default. */
  setTitle(title: string): void;
  setLicense(license: DataLicense): void;
  /** Whether the copy of a notebook gets the cell that fetches the data. */
  setCell(path: string, on: boolean): void;
  /** The source of that cell, with a placeholder record, to be looked at. */
  preview(): string;
}

/** A file of the user's own computer, as the browser's `File` is. */
export type IPickable = Pick<
  File,
  'name' | 'size' | 'lastModified' | 'arrayBuffer'
>;

export interface IPickedActions {
  /**
   * Take files of the user's own computer into the bundle. Those that cannot be
   * taken are told in `contents.notPicked`.
   *
   * @param at - path in the bundle for the first of them; without it, each goes
   *   to the top of the bundle, or to where it has to be picked again
   */
  pick(files: readonly IPickable[], at?: string): Promise<void>;
  /** Put one to another path of the bundle, if it can be there: see `placeProblem` in core. */
  move(path: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export interface IPreviewActions {
  /** What a file of the bundle holds that is in no folder of the server; null for others. */
  of(path: string): IFilePreview | null;
}

export interface IFilePreview {
  /** Null where it is no text. */
  readonly text: string | null;
  /** It goes on: only its beginning is here. */
  readonly isCut: boolean;
  /** Checksums and, until it is reserved, the DOI are stand-ins. */
  readonly isCrate: boolean;
}
