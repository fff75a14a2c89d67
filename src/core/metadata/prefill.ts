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
import { notebookTitle, readableName } from '../notebook/title';
import type { ITranslator } from '../text';
import { readCff } from './cff';
import type { IMetadata, MetadataField, Origins } from './model';
import { firstParagraph } from './readmeText';

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
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/** What was found. Fields without a source are missing. */
export interface IPrefill {
  readonly values: Partial<IMetadata>;
  readonly origins: Origins;
  /** What is odd about the sources. */
  readonly findings: readonly IFinding[];
}

const CFF = 'CITATION.cff';
const README = /^readme(?:\.(?:md|markdown|txt|rst))?$/i;

/** Bigger files than this are no CITATION.cff or README that somebody wrote. */
const LARGEST_TEXT = 1_000_000;
const LARGEST_NOTEBOOK = 50_000_000;

/** Headings and file names that are no title of a work. */
const NO_TITLE = /^(?:untitled\d*|introduction|setup|imports)$/i;

class Prefill {
  constructor(private readonly _options: IPrefillOptions) {}

  readonly values: Partial<IMetadata> = {};
  readonly origins: Origins = {};
  readonly findings: IFinding[] = [];

  /** Take values of a source, where no better source had any. */
  take(values: Partial<IMetadata>, origin: string): void {
    for (const field of Object.keys(values) as MetadataField[]) {
      if (!(field in this.values)) {
        Object.assign(this.values, { [field]: values[field] });
        this.origins[field] = origin;
      }
    }
  }

  /** Read a file unless it is too big. Null and a finding if that fails. */
  async read<T>(
    path: string,
    largest: number,
    reader: (files: IFiles, path: string, signal?: AbortSignal) => Promise<T>
  ): Promise<T | null> {
    const { files, root, signal, trans } = this._options;
    const full = root ? `${root}/${path}` : path;
    throwIfCancelled(signal, trans.__('Stopped.'));
    try {
      const { size } = await files.stat(full, signal);
      return (size ?? 0) > largest ? null : await reader(files, full, signal);
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

  async takeCff(): Promise<void> {
    const { entries, trans } = this._options;
    const text = entries.includes(CFF)
      ? await this.read(CFF, LARGEST_TEXT, readText)
      : null;
    if (text !== null) {
      const { values, findings } = readCff(text, CFF, trans);
      this.take(values, CFF);
      this.findings.push(...findings);
    }
  }

  async takeReadme(): Promise<void> {
    const path = [...this._options.entries]
      .sort()
      .find(entry => README.test(entry));
    if (path === undefined || 'description' in this.values) {
      return;
    }
    const text = await this.read(path, LARGEST_TEXT, readText);
    const description = firstParagraph(text ?? '');
    if (description) {
      this.take({ description }, path);
    }
  }

  /** The first notebook that has a title. A broken one is another check's finding. */
  async takeTitle(): Promise<void> {
    for (const path of this._options.notebooks) {
      if ('title' in this.values) {
        return;
      }
      const bytes = await this.read(path, LARGEST_NOTEBOOK, readBytes);
      const title = bytes ? this._titleOf(bytes, path) : '';
      if (title) {
        this.take({ title }, path);
      }
    }
  }

  private _titleOf(bytes: Uint8Array, path: string): string {
    try {
      const notebook = readNotebook(bytes, this._options.trans);
      const title = notebookTitle(notebook, path);
      return [title, readableName(path)].find(t => !NO_TITLE.test(t)) ?? '';
    } catch (error) {
      if (
        error instanceof NotebookSyntaxError ||
        error instanceof UnsupportedNotebookError
      ) {
        return '';
      }
      throw error;
    }
  }
}

/**
 * Fill in what the bundle's own files say. For each field the first source
 * counts that has a value: CITATION.cff, README, notebook. Nothing is made up.
 *
 * Source: metadata crosswalk 2.2 (precedence), 3b, 3d, 3f.
 *
 * @throws CancelledError when the signal is aborted
 */
export async function prefill(options: IPrefillOptions): Promise<IPrefill> {
  const { today, trans } = options;
  const prefill = new Prefill(options);
  await prefill.takeCff();
  await prefill.takeReadme();
  await prefill.takeTitle();
  if (today) {
    prefill.take({ publicationDate: today }, trans.__('today'));
  }
  const { values, origins, findings } = prefill;
  return { values, origins, findings };
}
