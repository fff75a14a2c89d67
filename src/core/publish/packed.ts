import type { IPackedFile } from '../bundle/archive';
import { planFingerprint } from '../bundle/fingerprint';
import { joinPath } from '../paths';
import { IContext, journal } from './context';
import type {
  IJournalDraft,
  IJournalEntry,
  IJournalFile,
  IJournalPack,
  IJournalUpload
} from './journalEntry';
import type { IPreparedFile } from './prepare';
import { IPublicationRequest, packStamp, workingPath } from './request';

/** What will be deposited, with what it was made of. */
export interface IPackedFiles<
  T extends IJournalUpload = IJournalUpload
> extends IJournalPack {
  readonly uploads: readonly T[];
  readonly files: readonly IJournalFile[];
}

/** What came of packing, wherever that was done. */
export interface IPackResult<T extends IJournalUpload> {
  readonly draft: IJournalDraft;
  readonly prepared: readonly IPreparedFile[];
  readonly uploads: readonly T[];
  /** All files, as they were read. */
  readonly read: readonly IPackedFile[];
}

/** Journal the identity of what was packed, and tell the observer. */
export async function journalPacked<T extends IJournalUpload>(
  context: IContext,
  entry: IJournalEntry,
  { draft, prepared, uploads, read }: IPackResult<T>
): Promise<{ entry: IJournalEntry; packed: IPackedFiles<T> }> {
  const { observer, request, trans } = context;
  const hashes = new Map(
    prepared.map(file => [file.path, file.sourceHash] as const)
  );
  const files = read.map(({ path, size, sha256 }) => ({
    path,
    size,
    sourceHash: hashes.get(path) ?? sha256,
    ...sourceOf(request, path)
  }));
  const packed: IPackedFiles<T> = {
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
