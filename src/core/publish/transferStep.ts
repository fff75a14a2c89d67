import { CancelledError } from '../error';
import type { ITransferState, ITransfers } from '../transfer/transfers';
import { transferError, TransferRefusedError } from '../transfer/transferError';
import { TokenRefusedError } from '../zenodo/errors';
import { IContext, journal } from './context';
import { areThere } from './filesLook';
import type { IJournalEntry } from './journalEntry';
import { journalPacked } from './packed';
import { IPreparedFile, prepareFiles } from './prepare';
import { withRecordDetails } from './replaceFiles';
import { packStamp } from './request';
import { refuseSecrets } from './refuseSecrets';
import { keysOf, orderOf, readFiles } from './transferOrder';

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
