import type { IArchiveEntry } from '../bundle/archive';
import type { IPlanEntry } from '../bundle/entry';
import { bytesStream, readStable } from '../bundle/stability';
import type { CopyEdit } from '../finding';
import { putCffDoi } from '../metadata/write/cffDoiCopy';
import { badgeSource } from '../notebook/badge';
import { applyCopyEdits, isNotebookEdit } from '../notebook/copyEdits';
import { putDataCell } from '../notebook/dataCell';
import { notebookLanguage, readNotebook } from '../notebook/notebook';
import { putReadmeBadge } from '../notebook/readme';
import { sourceHash } from '../notebook/sourceHash';
import { spliceNotebook } from '../notebook/splice';
import { badgeFor, identityFor, readmeBadge } from './badges';
import type { IContext } from './context';
import { dataCellFor } from './dataRecord';
import type { IJournalDraft } from './journalEntry';
import type { IPublicationRequest } from './request';

/** The README that gets badges: at the bundle's root, with the name GitHub shows first. */
export function isBadgeReadme(path: string): boolean {
  return /^readme\.md$/i.test(path);
}

/** The file that says how to cite the bundle: it gets the DOI. */
function isCitationFile(path: string): boolean {
  return /^citation\.cff$/i.test(path);
}

/** A copy of a file as it will be archived. */
export interface IPreparedFile extends IArchiveEntry {
  /** Known once `open` was called and, for streamed files, null: the archive hashes them. */
  sourceHash: string | null;
  /** Of a notebook: its kernel's language; null where it says none. */
  readonly language?: string | null;
}

/**
 * The copies to be archived: notebooks and README with DOI and badge,
 * CITATION.cff with the DOI, all else as it is on disk. Files that are changed
 * are read here, once, and are small; the others are opened when it is their
 * turn in the archive.
 *
 * @throws FileChangedError, FileAccessError, FileMissingError,
 *   NotebookSyntaxError, UnsupportedNotebookError, CopyEditError,
 *   TooLargeToMaskError
 */
export async function prepareFiles(
  context: IContext,
  draft: IJournalDraft
): Promise<IPreparedFile[]> {
  const prepared: IPreparedFile[] = [];
  for (const file of context.request.files) {
    prepared.push(
      changesContent(context.request, file.path)
        ? await changedCopy(context, draft, file)
        : plainCopy(context, file)
    );
  }
  return prepared;
}

/** Whether the copy of a file is another one than the file. */
export function changesContent(
  { notebooks, copyEdits }: IPublicationRequest,
  path: string
): boolean {
  return (
    notebooks.includes(path) ||
    isBadgeReadme(path) ||
    isCitationFile(path) ||
    path in copyEdits
  );
}

function plainCopy(context: IContext, file: IPlanEntry): IPreparedFile {
  const { files, trans, signal } = context;
  return {
    path: file.path,
    size: file.size,
    lastModified: file.lastModified,
    open: () => readStable(files, file, { trans, signal }),
    sourceHash: null
  };
}

async function changedCopy(
  context: IContext,
  draft: IJournalDraft,
  file: IPlanEntry
): Promise<IPreparedFile> {
  const { files, request, trans, signal } = context;
  const stream = await readStable(files, file, { trans, signal });
  const original = new Uint8Array(await new Response(stream).arrayBuffer());
  const { site, badges, notebooks, binderReady, copyEdits } = request;
  const edited = await editedCopy(
    context,
    file.path,
    original,
    copyEdits[file.path] ?? []
  );
  const isNotebook = notebooks.includes(file.path);
  const opens = isNotebook ? file.path : notebooks[0];
  const badge = badgeFor(site, draft.doi, opens, binderReady);
  let bytes = edited;
  if (isNotebook) {
    const hasBadge = badges.includes(file.path);
    const dataCell = dataCellFor(request, file.path, trans);
    bytes = spliceNotebook(
      dataCell === null ? edited : putDataCell(edited, dataCell, trans),
      hasBadge
        ? {
            badge: badgeSource(badge, trans),
            identity: identityFor(site, draft)
          }
        : { badge: null },
      trans
    );
  } else if (isBadgeReadme(file.path)) {
    bytes = changedText(edited, text =>
      putReadmeBadge(text, readmeBadge(badge, request.evidence))
    );
  } else if (isCitationFile(file.path)) {
    bytes = changedText(edited, text => putCffDoi(text, draft.doi));
  }
  return {
    path: file.path,
    size: bytes.length,
    lastModified: file.lastModified,
    open: async () => bytesStream(bytes),
    sourceHash: await sourceHash(file.path, original),
    ...(isNotebook
      ? { language: notebookLanguage(readNotebook(original, trans)) }
      : {})
  };
}

/** The changes that the user chose for the copy; secrets last, wherever they stand then. */
export async function editedCopy(
  { scanner, trans }: Pick<IContext, 'scanner' | 'trans'>,
  path: string,
  original: Uint8Array,
  edits: readonly CopyEdit[]
): Promise<Uint8Array> {
  const bytes = applyCopyEdits(original, edits.filter(isNotebookEdit), trans);
  const keys = edits.flatMap(edit => (edit.kind === 'mask' ? [edit.key] : []));
  return keys.length > 0 ? scanner.mask(path, bytes, keys) : bytes;
}

/** A text that is not UTF-8 stays as it is: it could only be broken. */
function changedText(
  original: Uint8Array,
  change: (text: string) => string
): Uint8Array {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
      original
    );
  } catch {
    return original;
  }
  return new TextEncoder().encode(change(text));
}
