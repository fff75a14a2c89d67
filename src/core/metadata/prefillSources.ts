import { throwIfCancelled } from '../error';
import {
  FileAccessError,
  FileMissingError,
  type IFiles,
  readBytes,
  readText
} from '../files';
import type { IFinding } from '../finding';
import { NotebookSyntaxError } from '../notebook/jsonOffsets';
import { readNotebook, UnsupportedNotebookError } from '../notebook/notebook';
import { joinPath } from '../paths';
import type { ITranslator } from '../text';
import type { ExistingRecord } from './fromRecord';
import type { INamedSource } from './mergeSources';
import type { IChoice, IMetadata } from './model';
import {
  affiliated,
  type IMetadataDefaults,
  noDefaults
} from './sources/defaults';
import { type IGitOptions, readGit } from './sources/git';
import { readNotebookSource } from './sources/notebookSource';
import { recordSource } from './sources/recordSource';
import type { ISource } from './sources/source';
import { SourceFindings } from './sources/sourceFindings';
import { fileSources } from './sources/sourceFiles';
import { LONGEST_SOURCE, tellTooLong } from './sources/tooLong';

/** The record of which a further version is made. */
export interface IFormerVersion {
  /** Its name as an origin, as `version 1.0.0 on Zenodo`. */
  readonly origin: string;
  readonly record: ExistingRecord;
  /**
   * Whether a file may have been written since: it is another one than the
   * record's, or nobody knows.
   */
  isNewer(path: string): boolean;
}

/** Where to look for values. */
export interface IPrefillOptions {
  readonly files: IFiles;
  /** The bundle's root, from the server's root. */
  readonly root: string;
  /** Files in the bundle, from its root. */
  readonly entries: readonly string[];
  /** Notebooks in the bundle, the main one first, from its root. */
  readonly notebooks: readonly string[];
  /** The user's local date; without it the publication date is left alone. */
  readonly today?: string;
  /** Where git's files may be; without it they are not asked for. */
  readonly git?: Pick<IGitOptions, 'files' | 'root'>;
  /** The last version of the same work; null = there is none, or it is not known. */
  readonly former?: IFormerVersion | null;
  /** What the user published last; null = nothing that is known. */
  readonly last?: IMetadata | null;
  readonly defaults?: IMetadataDefaults;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

const LARGEST_NOTEBOOK = 50_000_000;

/** So many notebooks are asked. */
const MOST_NOTEBOOKS = 10;

/** Asks the sources one after the other, in the order in which they count. */
export class PrefillSources {
  constructor(private readonly _options: IPrefillOptions) {}

  readonly sources: INamedSource[] = [];
  readonly findings: IFinding[] = [];

  add(origin: string, source: ISource | null, isWhole = false): void {
    if (source) {
      this.sources.push({ origin, source, isWhole });
      this.findings.push(...source.findings);
    }
  }

  /** Those of the files of a rank that fit, in the order of that rank. */
  async addFiles(
    rank: 'cited' | 'package' | 'loose',
    fits: (path: string) => boolean = () => true
  ): Promise<void> {
    const { entries, trans } = this._options;
    for (const { name, read } of fileSources[rank]) {
      const paths = entries
        .filter(path => name.test(path) && fits(path))
        .sort();
      for (const path of paths) {
        const text = await this._read(path, LONGEST_SOURCE, readText);
        this.add(path, text === null ? null : read(text, path, trans));
      }
    }
  }

  /**
   * The files that were written to describe the work, and its last version
   * between them: what was written since counts more than the record, and the
   * record more than what it was made of, as it may have been corrected.
   */
  async addCited(): Promise<void> {
    const { former } = this._options;
    await this.addFiles('cited', path => former?.isNewer(path) ?? true);
    if (former) {
      this.add(former.origin, recordSource(former.record), true);
      await this.addFiles('cited', path => !former.isNewer(path));
    }
  }

  /** What the notebooks say; their languages are told together. */
  async addNotebooks(): Promise<void> {
    const found: { path: string; source: ISource }[] = [];
    for (const path of this._options.notebooks.slice(0, MOST_NOTEBOOKS)) {
      const bytes = await this._read(path, LARGEST_NOTEBOOK, readBytes);
      const source = bytes && this._notebook(bytes, path);
      if (source) {
        found.push({ path, source });
      }
    }
    const languages = new Map<string, IChoice>();
    for (const { source } of found) {
      for (const one of source.values.software?.programmingLanguages ?? []) {
        languages.set(one.id, one);
      }
    }
    for (const { path, source } of found) {
      const { software } = source.values;
      const programmingLanguages = [...languages.values()];
      this.add(path, {
        ...source,
        values: {
          ...source.values,
          ...(software && { software: { ...software, programmingLanguages } })
        }
      });
    }
  }

  async addGit(): Promise<void> {
    const { git, defaults = noDefaults, trans, signal } = this._options;
    const source = git ? await readGit({ ...git, trans, signal }) : null;
    const creators = source?.values.creators?.map(one =>
      affiliated(one, defaults)
    );
    this.add(
      'Git',
      source && {
        ...source,
        values: { ...source.values, ...(creators && { creators }) }
      }
    );
  }

  /** A broken notebook is another check's finding. */
  private _notebook(bytes: Uint8Array, path: string): ISource | null {
    const { trans } = this._options;
    try {
      return readNotebookSource(readNotebook(bytes, trans), path, trans);
    } catch (error) {
      if (
        error instanceof NotebookSyntaxError ||
        error instanceof UnsupportedNotebookError
      ) {
        return null;
      }
      throw error;
    }
  }

  /** Read a file. Null and a finding if it is too large or cannot be read. */
  private async _read<T>(
    path: string,
    largest: number,
    reader: (files: IFiles, path: string, signal?: AbortSignal) => Promise<T>
  ): Promise<T | null> {
    const { files, root, signal, trans } = this._options;
    const full = joinPath(root, path);
    throwIfCancelled(signal, trans.__('Stopped.'));
    try {
      const { size } = await files.stat(full, signal);
      if ((size ?? 0) <= largest) {
        return await reader(files, full, signal);
      }
      if (largest === LONGEST_SOURCE) {
        const findings = new SourceFindings(path, trans);
        tellTooLong(findings);
        this.findings.push(...findings.all);
      }
      return null;
    } catch (error) {
      throwIfCancelled(signal, trans.__('Stopped.'));
      if (
        error instanceof FileMissingError ||
        error instanceof FileAccessError
      ) {
        this.findings.push({
          id: 'metadata.source-unreadable',
          severity: 'warning',
          section: 'metadata',
          message: trans.__('“%1” cannot be read, and was not used.', path),
          place: { path }
        });
        return null;
      }
      throw error;
    }
  }
}
