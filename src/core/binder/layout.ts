/**
 * Whether Binder can unpack what is deposited. The rules are those of
 * repo2docker (`contentproviders/zenodo.py` and `doi.py`, 2026-08-21), each of
 * them tried.
 */
import { IFinding, IFix, Severity } from '../finding';
import { ITranslator, plainEnglish } from '../text';

/** A file of the bundle. */
export interface ILayoutFile {
  readonly path: string;
  /** Bytes; null where nobody knows. */
  readonly size: number | null;
}

/** How the files are deposited. */
export type Packing = 'zip' | 'files';

const MB = 1_000_000;

/**
 * Unpacked sizes from which to warn. Since 2026-04-13 a build on mybinder.org
 * has 2 GB of memory and disk, and repo2docker holds the files twice: about
 * 1 GB is the end.
 */
export const BINDER_SIZES = { note: 200 * MB, warn: 500 * MB, stop: 900 * MB };

/**
 * As individual files, each one is a request of repo2docker's, and Zenodo
 * allows a guest 60 of them a minute.
 */
export const BINDER_FLAT_FILES = 50;

/** What speaks against this layout, for Binder. */
export function layoutFindings(
  files: readonly ILayoutFile[],
  packing: Packing,
  trans: ITranslator = plainEnglish
): IFinding[] {
  const found: IFinding[] = [];
  const say: Say = (id, severity, message, path, fixes) => {
    found.push({
      id: `binder.${id}`,
      severity,
      section: 'contents',
      message,
      ...(path === undefined ? {} : { place: { path } }),
      ...(fixes === undefined ? {} : { fixes })
    });
  };
  const paths = files.map(file => file.path);
  if (packing === 'zip') {
    checkZip(paths, say, trans);
  } else {
    checkFlat(files, say, trans);
  }
  return found;
}

type Say = (
  id: string,
  severity: Severity,
  message: string,
  path?: string,
  fixes?: readonly IFix[]
) => void;

/**
 * If there is exactly one entry at the root of the unpacked zip, repo2docker
 * moves its content up: that crashes on a file, and where the folder holds
 * something of its own name, that is lost without a word.
 */
function checkZip(
  paths: readonly string[],
  say: Say,
  trans: ITranslator
): void {
  const roots = new Set(paths.map(path => path.split('/', 1)[0]));
  if (roots.size !== 1) {
    return;
  }
  const [root] = roots;
  // It puts files beside.
  const capture = [
    { label: trans.__('Read the kernel'), fix: { kind: 'capture' } as const }
  ];
  if (paths.includes(root)) {
    say(
      'single-file',
      'error',
      trans.__(
        '%1 is the only file. Binder cannot unpack a zip file with one file in it. Add an environment file.',
        root
      ),
      root,
      capture
    );
  } else {
    say(
      'wrapping-folder',
      'error',
      trans.__(
        'Everything is in the folder %1. Binder would take that folder away, and can lose files in it. Put a file beside it, such as an environment file.',
        root
      ),
      root,
      capture
    );
  }
}

/* Files that are zip files inside: repo2docker looks into them, not at their names. */
const ZIP_INSIDE = /\.(?:zip|whl|docx|xlsx|pptx|odt|ods|npz|jar|epub|kmz)$/i;

function checkFlat(
  files: readonly ILayoutFile[],
  say: Say,
  trans: ITranslator
): void {
  const paths = files.map(file => file.path);
  const empty = files.find(({ size }) => size === 0);
  if (empty) {
    say(
      'empty-file',
      'error',
      trans.__(
        '%1 is empty, and Zenodo takes no empty files. Choose one zip file.',
        empty.path
      ),
      empty.path
    );
  }
  if (paths.length === 1 && ZIP_INSIDE.test(paths[0])) {
    say(
      'unpacked',
      'warning',
      trans.__(
        '%1 is the only file. Binder unpacks it and throws it away.',
        paths[0]
      ),
      paths[0]
    );
  }
  const inFolders = paths.filter(path => path.includes('/'));
  if (inFolders.length) {
    say(
      'folders',
      'error',
      trans._n(
        '%1 file is in a folder. Zenodo keeps folders only in a zip file. Choose one zip file.',
        '%1 files are in folders. Zenodo keeps folders only in a zip file. Choose one zip file.',
        inFolders.length
      ),
      inFolders[0]
    );
  }
  if (paths.length > BINDER_FLAT_FILES) {
    say(
      'many-files',
      'warning',
      trans._n(
        '%1 single file: Binder may be stopped by Zenodo’s rate limit. Choose one zip file.',
        '%1 single files: Binder may be stopped by Zenodo’s rate limit. Choose one zip file.',
        paths.length
      )
    );
  }
  const [zip] = paths.filter(path => /\.zip$/i.test(path));
  if (zip !== undefined && paths.length > 1) {
    say(
      'packed-beside',
      'warning',
      trans.__(
        '%1 stays packed in Binder, because other files are beside it.',
        zip
      ),
      zip
    );
  }
}
