import { createSHA256, sha256 } from 'hash-wasm';
import type { IPackedFile } from '../bundle/archive';
import { byPath } from '../bundle/entry';
import { CancelledError } from '../error';
import type {
  ITransferEntry,
  ITransferOrder,
  ITransferState,
  ITransfers
} from '../transfer/transfers';
import { transferError, TransferRefusedError } from '../transfer/transferError';
import { TokenRefusedError } from '../zenodo/errors';
import { IContext, journal } from './context';
import { crateFile } from './crateFile';
import { areThere } from './filesLook';
import type { IJournalDraft, IJournalEntry } from './journalEntry';
import { journalPacked } from './packed';
import { IPreparedFile, prepareFiles } from './prepare';
import { withRecordDetails } from './replaceFiles';
import { packStamp, workingPath } from './request';
import { refuseSecrets } from './refuseSecrets';

/** The way from Jupyter's server straight to the site. */
export interface ITransferRoute {
  readonly transfers: ITransfers;
  /** The token of this page; null = nobody is signed in. */
  getToken(): string | null;
}

/** An abort with this reason leaves the transfer alone: the panel was closed, nobody cancelled. */
export const LEFT = 'left';

/** Larger files are not brought here only to be looked through for secrets. */
export const largestSeen = 5 * 1024 * 1024;

/** A copy as the server is to archive it. */
type Copy = ITransferEntry & { readonly sha256: string };

/**
 * Have Jupyter's server pack and upload what is too much for a browser: the
 * copies with DOI and badges are made here, as always, and sent to it; all
 * other files it reads by itself. It goes on without this page; when the page
 * comes back, the same order finds the same transfer.
 *
 * @returns the entry, with what is in the draft now
 * @throws as `packStep`; TransferError; SiteError, PermissionDeniedError where
 *   the token ended
 */
export async function transferStep(
  context: IContext,
  entry: IJournalEntry,
  { transfers, getToken }: ITransferRoute
): Promise<IJournalEntry> {
  const { client, observer, request, signal } = context;
  const draft = entry.draft;
  if (!draft?.doi) {
    throw new Error('Files are packed after the DOI is reserved');
  }
  observer.step('pack', 'now', '');
  const prepared = await prepareFiles(context, draft);
  await refuseSecrets(context, prepared.filter(isSeen));
  const described = await withRecordDetails(context, draft.id);
  // By the request's own stamp, as the machine knows it again.
  const stamp = await packStamp(request, draft.id, draft.doi);
  const { order, copies } = await orderOf(described, draft, prepared, stamp);
  const begun = await journal(context, entry, {
    uploadBegun: true,
    pack: {
      // What is not verified has no checksum, and is not taken for there.
      uploads: keysOf(order).map(key => ({ key, size: 0, md5: '' })),
      stamp: order.stamp,
      fingerprint: '',
      ...(entry.pack?.former ? { former: entry.pack.former } : {})
    }
  });
  const token = getToken() ?? '';
  const start = () =>
    transfers.start(order, token, signal).catch((error: unknown) => {
      throw error instanceof TransferRefusedError
        ? transferError(error.failure, request.site, context.trans)
        : error;
    });
  let started = await start();
  if (
    started.phase === 'verified' &&
    !areThere(await client.listFiles(draft.id, signal), started.uploads)
  ) {
    // It ended while no page looked, and its files were removed since.
    await transfers.cancel(started.id);
    started = await start();
  }
  const ended = await toItsEnd(
    context,
    { transfers, getToken },
    started,
    token
  );
  if (ended.phase !== 'verified') {
    throw transferError(
      ended.failure ?? { code: 'sign-in', path: '', text: '', status: null },
      request.site,
      context.trans
    );
  }
  const read = readFiles(copies, ended);
  const { uploads } = ended;
  const before = { ...begun, pack: entry.pack };
  const { entry: packed } = await journalPacked(context, before, {
    ...{ draft, prepared, uploads, read }
  });
  return packed;
}

/** Whether a file comes through the page, or is small enough to be looked through. */
function isSeen({ sourceHash, size }: IPreparedFile): boolean {
  return sourceHash !== null || (size ?? 0) <= largestSeen;
}

/**
 * Follow it to its end, or until the user has to sign in: a token that ended on
 * the way may have been renewed, and the same transfer goes on with the new one.
 *
 * @param token - the one that it was begun with
 */
async function toItsEnd(
  context: IContext,
  { transfers, getToken }: ITransferRoute,
  started: ITransferState,
  token: string
): Promise<ITransferState> {
  const { client, signal } = context;
  let ended = await followed(context, transfers, started);
  let last = token;
  while (ended.phase === 'needs-sign-in') {
    const isGood = await client.verifyToken(signal).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TokenRefusedError) {
          return false;
        }
        throw error;
      }
    );
    const now = getToken();
    if (!isGood || !now || now === last) {
      break;
    }
    last = now;
    await transfers.setToken(started.id, now);
    ended = await followed(context, transfers, started);
  }
  return ended;
}

/** Follow it to its end. The user's `Cancel` ends it; leaving the page does not. */
async function followed(
  { observer, onWait, signal }: IContext,
  transfers: ITransfers,
  started: ITransferState
): Promise<ITransferState> {
  let phase = '';
  try {
    return await transfers.follow(
      started.id,
      state => {
        const isUpload = state.phase === 'uploading';
        const step = isUpload ? 'upload' : 'pack';
        if (isUpload && phase !== 'uploading') {
          observer.step('upload', 'now', '');
        }
        phase = state.phase;
        observer.progress(step, state.name, state.done, state.total);
        onWait(state.wait ? { ...state.wait, attempt: 1 } : null);
      },
      signal
    );
  } catch (error) {
    if (error instanceof CancelledError && signal.reason !== LEFT) {
      await transfers.cancel(started.id);
    }
    throw error;
  } finally {
    onWait(null);
  }
}

async function orderOf(
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

function keysOf({ archive, entries }: ITransferOrder): string[] {
  return archive === null ? entries.map(({ path }) => path) : [archive];
}

/** The files by their paths in the bundle, in the order in which they were sent. */
function readFiles(
  copies: readonly Copy[],
  { files }: ITransferState
): IPackedFile[] {
  return copies.map(({ path, size, sha256 }, index) => ({
    path,
    size,
    sha256: files[index]?.sha256 || sha256
  }));
}
