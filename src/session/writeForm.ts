import {
  FileAccessError,
  FileMissingError,
  type IFiles,
  readText
} from '../core/files';
import type { IFinding } from '../core/finding';
import type { IMetadata } from '../core/metadata/model';
import { writeCff } from '../core/metadata/write/writeCff';
import { writeCodemeta } from '../core/metadata/write/writeCodemeta';
import { writeZenodo } from '../core/metadata/write/writeZenodo';
import { joinPath } from '../core/paths';
import type { ITranslator } from '../core/text';
import { textOf } from './userText';
import type { ISessionPorts } from './ports';

/** The files in which a form can be saved. */
export type FormFile = 'cff' | 'zenodo' | 'codemeta';

/** What is written, and where. */
export interface IWriteFormOptions {
  readonly metadata: IMetadata;
  /** '' = none yet. */
  readonly doi: string;
  readonly contents: {
    /** The bundle's root, from the server's root. */
    readonly root: string;
    readonly entries: readonly {
      readonly path: string;
      readonly source: string | null;
    }[];
  };
  readonly ports: Pick<ISessionPorts, 'files' | 'writer' | 'trans'>;
}

/** A file that was written, or null, and what to say of it. */
export interface IWrittenForm {
  readonly path: string | null;
  readonly finding: IFinding;
}

/**
 * The names that a file may have. Where a server does not let hidden files be
 * made, `zenodo.json` means the same.
 */
const NAMES: Readonly<Record<FormFile, readonly string[]>> = {
  cff: ['CITATION.cff'],
  zenodo: ['.zenodo.json', 'zenodo.json'],
  codemeta: ['codemeta.json']
};

function textFor(
  name: string,
  before: string | null,
  { metadata, doi, ports: { trans } }: IWriteFormOptions
): string {
  switch (name) {
    case 'CITATION.cff':
      return writeCff(before, metadata, { doi, trans });
    case 'codemeta.json':
      return writeCodemeta(before, metadata, { doi, trans });
    default:
      return writeZenodo(before, metadata, name, trans);
  }
}

/**
 * Save a form in the project's folder: in the file that is there, with all else
 * that stands in it, or in a new one. Never rejects: why it could not be saved
 * is a finding.
 */
export async function writeForm(
  kind: FormFile,
  options: IWriteFormOptions
): Promise<IWrittenForm> {
  const { contents, ports } = options;
  const names = NAMES[kind];
  const there = names.find(name =>
    contents.entries.some(
      ({ path, source }) => path === name && source !== null
    )
  );
  let failure: unknown;
  for (const name of there ? [there] : names) {
    const path = joinPath(contents.root, name);
    try {
      const before = await textAt(ports.files, path);
      const after = textFor(name, before, options);
      if (after !== before) {
        await ports.writer.writeText(path, before, after);
      }
      return { path: name, finding: savedAs(name, ports.trans) };
    } catch (error) {
      failure = error;
    }
  }
  const name = there ?? names[names.length - 1];
  return {
    path: null,
    finding: {
      id: 'metadata.not-written',
      severity: 'warning',
      section: 'metadata',
      message: textOf(
        failure,
        ports.trans.__('%1 could not be saved. Try it again.', name)
      ),
      place: { path: name }
    }
  };
}

function savedAs(name: string, trans: ITranslator): IFinding {
  return {
    id: 'metadata.written',
    severity: 'info',
    section: 'metadata',
    message: trans.__('The details were saved as %1.', name),
    place: { path: name }
  };
}

/** The text of a file; null where there is none, or the server hides it. */
async function textAt(files: IFiles, path: string): Promise<string | null> {
  try {
    return await readText(files, path);
  } catch (error) {
    if (error instanceof FileMissingError || error instanceof FileAccessError) {
      return null;
    }
    throw error;
  }
}
