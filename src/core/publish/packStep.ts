import { buildArchive, IPackedFile } from '../bundle/archive';
import { planFingerprint } from '../bundle/fingerprint';
import { joinPath } from '../paths';
import { IContext, journal } from './context';
import { crateFile } from './crateFile';
import { readSeparately } from './individualFiles';
import type {
  IJournalDraft,
  IJournalEntry,
  IJournalFile,
  IJournalPack,
  IJournalUpload
} from './journalEntry';
import { IPreparedFile, prepareFiles } from './prepare';
import { IPublicationRequest, packStamp, workingPath } from './request';
import { refuseSecrets } from './refuseSecrets';

/** A file to be deposited, with its bytes. */
export interface IUpload extends IJournalUpload {
  readonly blob: Blob;
}

/** What will be deposited, in memory, with what it was made of. */
export interface IPacked extends IJournalPack {
  readonly uploads: readonly IUpload[];
  readonly files: readonly IJournalFile[];
}

/**
 * Write DOI and badges into copies of the files, look through exactly these
 * bytes for secrets, and pack them. The identity of the result is journalled;
 * itself it stays in memory and is never rebuilt to be compared.
 *
 * @throws SecretsFoundError, FileChangedError, FileAccessError,
 *   FileMissingError, ArchiveError, NotebookSyntaxError,
 *   UnsupportedNotebookError, CopyEditError, CancelledError
 */
export async function packStep(
  context: IContext,
  entry: IJournalEntry
): Promise<{ entry: IJournalEntry; packed: IPacked }> {
  const { observer, request, trans } = context;
  const draft = entry.draft;
  if (!draft?.doi) {
    throw new Error('Files are packed after the DOI is reserved');
  }
  observer.step('pack', 'now', '');
  const prepared = await prepareFiles(context, draft);
  await refuseSecrets(context, prepared);
  const { uploads, read } =
    request.layout === 'files'
      ? await readSeparately(context, draft, prepared)
      : await packTogether(context, draft, prepared);
  const hashes = new Map(
    prepared.map(file => [file.path, file.sourceHash] as const)
  );
  const files = read.map(({ path, size, sha256 }) => ({
    path,
    size,
    sourceHash: hashes.get(path) ?? sha256,
    ...sourceOf(request, path)
  }));
  const packed: IPacked = {
    uploads,
    stamp: await packStamp(request, draft.id, draft.doi),
    fingerprint: await planFingerprint(files, {
      site: request.site.url,
      doi: draft.doi,
      badges: [...request.badges].sort().join('\n'),
      binder: request.binderReady ? (request.site.binder ?? '') : '',
      layout: request.layout
    }),
    files
  };
  const former = entry.uploadBegun ? formerKeys(entry, uploads) : [];
  const stored = await journal(context, entry, {
    pack: {
      uploads: uploads.map(({ key, size, md5 }) => ({ key, size, md5 })),
      stamp: packed.stamp,
      fingerprint: packed.fingerprint,
      ...(former.length > 0 ? { former } : {})
    },
    files,
    root: request.root,
    notebooks: request.notebooks.map(path => ({
      path,
      source: workingPath(request, path)
    })),
    binderReady: request.binderReady,
    step: 'pack',
    status: 'done'
  });
  const counted = trans._n('%1 file', '%1 files', files.length);
  const changed = changedSince(entry.files, files);
  observer.step(
    'pack',
    'done',
    changed.length > 0
      ? trans.__('%1, changed since: %2', counted, changed.join(', '))
      : counted
  );
  return { entry: stored, packed };
}

/** Where the user's own file is, unless that follows from its path. */
function sourceOf(
  request: IPublicationRequest,
  path: string
): Pick<IJournalFile, 'source'> {
  const source = workingPath(request, path);
  return source === joinPath(request.root, path) ? {} : { source };
}

/** What was sent before by other names: to be removed, also by another page. */
function formerKeys(
  { pack }: IJournalEntry,
  uploads: readonly IJournalUpload[]
): string[] {
  const keys = new Set(uploads.map(({ key }) => key));
  const sent = [
    ...(pack?.former ?? []),
    ...(pack?.uploads.map(({ key }) => key) ?? [])
  ];
  return sent.filter(key => !keys.has(key));
}

/** What another page packed before, and is another one now, or gone, or new. */
function changedSince(
  before: readonly IJournalFile[],
  now: readonly IJournalFile[]
): string[] {
  if (before.length === 0) {
    return [];
  }
  const hashes = (files: readonly IJournalFile[]) =>
    new Map(files.map(({ path, sourceHash }) => [path, sourceHash]));
  const [then, since] = [hashes(before), hashes(now)];
  return [...new Set([...then.keys(), ...since.keys()])].filter(
    path => then.get(path) !== since.get(path)
  );
}

/** One archive of all files. */
async function packTogether(
  context: IContext,
  draft: IJournalDraft,
  prepared: readonly IPreparedFile[]
): Promise<{ uploads: IUpload[]; read: readonly IPackedFile[] }> {
  const { observer, request, trans, signal } = context;
  const { blob, size, md5, files } = await buildArchive({
    entries: prepared,
    last: read => crateFile(context, draft, prepared, read),
    trans,
    signal,
    onProgress: ({ path, bytes, total }) =>
      observer.progress('pack', path, bytes, total)
  });
  return {
    uploads: [{ key: request.archiveName, blob, size, md5 }],
    read: files
  };
}
