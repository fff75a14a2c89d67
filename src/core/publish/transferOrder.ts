import { createSHA256, sha256 } from 'hash-wasm';
import type { IPackedFile } from '../bundle/archive';
import { byPath } from '../bundle/entry';
import type {
  ITransferEntry,
  ITransferOrder,
  ITransferState
} from '../transfer/transfers';
import type { IContext } from './context';
import { crateFile } from './crateFile';
import type { IJournalDraft } from './journalEntry';
import type { IPreparedFile } from './prepare';
import { workingPath } from './request';

/** A copy as the server is to archive it. */
type Copy = ITransferEntry & { readonly sha256: string };

/** What the server is asked to do, and the copies that go along. */
export async function orderOf(
  context: IContext,
  draft: IJournalDraft,
  prepared: readonly IPreparedFile[],
  stamp: string
): Promise<{ order: ITransferOrder; copies: readonly Copy[] }> {
  const { request } = context;
  const copies: Copy[] = [];
  for (const file of [...prepared].sort(byPath)) {
    copies.push(await copyOf(context, draft, file));
  }
  const known: IPackedFile[] = copies.map(({ path, size, sha256 }) => ({
    ...{ path, size, sha256 }
  }));
  for (const file of crateFile(context, draft, prepared, known)) {
    copies.push(await inlineCopy(file));
  }
  const base = request.layout === 'files' ? request.base : undefined;
  const order: ITransferOrder = {
    site: request.site.url,
    draft: draft.id,
    publication: request.id,
    stamp,
    archive: request.layout === 'files' ? null : request.archiveName,
    entries: copies.map(({ sha256: _, ...copy }) => ({
      ...copy,
      path: base ? copy.path.slice(base.length + 1) : copy.path
    })),
    checksums: Object.fromEntries(
      copies
        .filter(({ source }) => source !== undefined)
        .map(({ path, sha256 }) => [
          sha256,
          base ? path.slice(base.length + 1) : path
        ])
    )
  };
  return { order, copies };
}

/** What the server reads by itself has a stand-in for its checksum, as long as one. */
async function copyOf(
  { request }: IContext,
  draft: IJournalDraft,
  file: IPreparedFile
): Promise<Copy> {
  const { path, lastModified, size, sourceHash } = file;
  const source = workingPath(request, path);
  const link = request.files.find(one => one.path === path)?.link;
  if (sourceHash !== null || source === null || typeof size !== 'number') {
    return inlineCopy(file);
  }
  const standIn = await sha256(JSON.stringify([draft.id, draft.doi, path]));
  const outside = link?.inside === false ? { outside: true } : {};
  return { path, lastModified, size, source, ...outside, sha256: standIn };
}

async function inlineCopy({
  path,
  lastModified,
  open
}: Pick<IPreparedFile, 'path' | 'lastModified' | 'open'>): Promise<Copy> {
  const stream = await open();
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  const hash = (await createSHA256()).init().update(content);
  const { length: size } = content;
  return { path, lastModified, size, content, sha256: hash.digest('hex') };
}

/** The keys that it makes in the draft. */
export function keysOf({ archive, entries }: ITransferOrder): string[] {
  return archive === null ? entries.map(({ path }) => path) : [archive];
}

/** The files by their paths in the bundle, in the order in which they were sent. */
export function readFiles(
  copies: readonly Copy[],
  { files }: ITransferState
): IPackedFile[] {
  return copies.map(({ path, size, sha256 }, index) => ({
    path,
    size,
    sha256: files[index]?.sha256 || sha256
  }));
}
